import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../workflows/domain/time.ts';
import { mailbox, moneyAt, untilMail } from '../../support/lives/aftermath.ts';
import {
  byLaw,
  checkoutTo,
  endOf,
  forwardTo,
  promise,
  readEnded,
  untilLaw,
} from '../../support/lives/law.ts';
import { inDays, read, resolve, today, until } from '../../support/lives/story.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const york = { country: 'US', region: 'NY', postalCode: '10001' };

const longAgo = `${addDays(today(), -40)}T15:00:00.000Z`;

/** From another system, whose customers were told a day that is over. */
const imported = async (orderId: string, { days, shipTo = york }: Imported) => {
  const on = days === null ? {} : { promise: { on: inDays(days), basis: 'the old system' } };
  const change = { import: true, placedAt: longAgo, ...on };
  const { status } = await checkoutTo(system, shipTo, { orderId, promiseIn: null, change });
  expect(status).toBe(201);
  return until(system, orderId, ({ attention }) => attention.length > 0);
};

type Imported = { days: number | null; shipTo?: { country: string } };

describe.concurrent('an import whose day is over', () => {
  it.each([
    { told: 'a day', days: -10, dueAt: endOf(-10) },
    { told: 'no day', days: null, dueAt: endOf(-10) },
  ])('asks a person, and tells and ends nothing by itself: $told', async ({ days, dueAt }) => {
    const orderId = `waits-${days ?? 'no-day'}`;
    expect(await imported(orderId, { days })).toMatchObject({
      ...{ phase: 'awaiting_stock', law: { deadlineAt: dueAt, silence: 'none', notice: null } },
      attention: [{ code: 'notice_due', dueAt }],
    });
    await forwardTo(system, orderId, { days: 45 });
    expect(await read(system, orderId)).toMatchObject({
      ...{ phase: 'awaiting_stock', law: { notice: null } },
      attention: [{ code: 'notice_due', dueAt }],
    });
    expect(await mailbox(system, orderId)).not.toContain('delay-notice');
    expect((await resolve(system, orderId, 'notice_due')).status).toBe(200);
    expect(await readEnded(system, orderId)).toMatchObject(byLaw);
    expect(await untilMail(system, orderId, 'cancelled')).toContain('Nothing was charged');
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured: 0 });
  });

  it('goes on with the later day that a person gave', async () => {
    const orderId = 'goes-on';
    await imported(orderId, { days: -10 });
    expect((await promise(system, orderId, 30)).status).toBe(200);
    await untilMail(system, orderId, 'delay-notice');
    expect(await read(system, orderId)).toMatchObject({
      ...{ phase: 'awaiting_stock', law: { notice: null, deadlineAt: endOf(-10) } },
      attention: [{ code: 'notice_due', dueAt: endOf(-10) }],
    });
    expect((await resolve(system, orderId, 'notice_due')).status).toBe(200);
    await untilLaw(system, orderId, { deadlineAt: endOf(30), silence: 'none' });
    expect(await read(system, orderId)).toMatchObject({ phase: 'awaiting_stock', attention: [] });
    // That day comes near like any other.
    await forwardTo(system, orderId, { days: 27 });
    const { attention } = await until(system, orderId, (it) => it.attention.length > 0);
    expect(attention).toMatchObject([{ code: 'notice_due', dueAt: endOf(30) }]);
    await forwardTo(system, orderId, { days: 30 });
    await untilLaw(system, orderId, { deadlineAt: endOf(60), notice: { newOn: null } });
    await forwardTo(system, orderId, { days: 61, hour: 1 });
    expect(await readEnded(system, orderId)).toMatchObject(byLaw);
  });

  it('is only missed where nothing ends by law', async () => {
    const orderId = 'missed';
    const dueAt = endOf(-7, 'Europe/Berlin');
    const { law, attention } = await imported(orderId, { days: -10, shipTo: { country: 'DE' } });
    expect(law).toMatchObject({ policy: 'eu', deadlineAt: dueAt });
    expect(attention).toMatchObject([{ code: 'deadline_missed', dueAt }]);
    await forwardTo(system, orderId, { days: 20 });
    expect(await read(system, orderId)).toMatchObject({ phase: 'awaiting_stock' });
    expect(await mailbox(system, orderId)).not.toContain('delay-notice');
    expect((await resolve(system, orderId, 'deadline_missed')).status).toBe(200);
    expect(await read(system, orderId)).toMatchObject({ phase: 'awaiting_stock', attention: [] });
    await system.call('POST', `/v1/backorders/${orderId}/cancel`, { by: 'shop', reason: 'late' });
    await readEnded(system, orderId);
  });

  it('whose day is still to come is told of it like any other', async () => {
    const orderId = 'in-time';
    const on = { on: inDays(20), basis: 'the old system' };
    const change = { import: true, placedAt: longAgo, promise: on };
    await checkoutTo(system, york, { orderId, promiseIn: null, change });
    await forwardTo(system, orderId, { days: 20 });
    await untilLaw(system, orderId, { notice: { kind: 'first_undated' }, deadlineAt: endOf(50) });
    await forwardTo(system, orderId, { days: 51, hour: 1 });
    expect(await readEnded(system, orderId)).toMatchObject(byLaw);
  });
});
