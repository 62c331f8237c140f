import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../../workflows/calendar/format.ts';
import { attentionOf, mailbox, untilMail } from '../../support/lives/aftermath.ts';
import {
  checkoutTo,
  endOf,
  forwardTo,
  promise,
  say,
  untilLaw,
  untilTold,
} from '../../support/lives/law.ts';
import {
  cancel,
  emailOf,
  inDays,
  read,
  restock,
  until,
  untilEnded,
} from '../../support/lives/story.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const countries = [
  { policy: 'eu', shipTo: { country: 'DE', postalCode: '10115' }, zone: 'Europe/Berlin' },
  { policy: 'uk', shipTo: { country: 'GB', postalCode: 'SW1A 1AA' }, zone: 'Europe/London' },
];

const leave = async (orderId: string) => {
  await cancel(system, orderId);
  await untilEnded(system, orderId);
};

const noticesOf = async (orderId: string): Promise<number> =>
  (await mailbox(system, orderId)).filter((kind) => kind === 'delay-notice').length;

describe.concurrent.each(countries)('a later date under $policy', ({ policy, shipTo, zone }) => {
  const order = (orderId: string, change: object = {}) => {
    const customer = { email: emailOf(orderId), name: 'Ada', timeZone: zone };
    return checkoutTo(system, shipTo, { orderId, promiseIn: 20, change: { customer, ...change } });
  };

  const told = async (orderId: string, to: number | null) => {
    await order(orderId);
    await forwardTo(system, orderId, { days: 5 });
    await promise(system, orderId, to);
    return untilTold(system, orderId, to);
  };

  it('is told, and silence neither accepts it nor ends anything', async () => {
    const orderId = `${policy}-silence`;
    expect(await told(orderId, 60)).toMatchObject({
      ...{ policy, silence: 'none', deadlineAt: endOf(23, zone) },
      notice: { kind: 'informs', newOn: inDays(60), answerBy: null, answer: null },
    });
    await forwardTo(system, orderId, { days: 23 });
    expect(await attentionOf(system, orderId)).toEqual([]);
    await forwardTo(system, orderId, { days: 24 });
    expect(await read(system, orderId)).toMatchObject({
      law: { deadlineAt: endOf(23, zone) },
      attention: [{ code: 'deadline_missed', dueAt: endOf(23, zone) }],
    });
    await forwardTo(system, orderId, { days: 58 });
    expect(await read(system, orderId)).toMatchObject({ phase: 'awaiting_stock' });
    await leave(orderId);
  });

  it('may be accepted until a later day, to which the transit is added', async () => {
    const orderId = `${policy}-until`;
    await told(orderId, 40);
    const answer = { act: 'delay-answer', accept: true };
    const early = await say(system, orderId, { ...answer, until: inDays(39) });
    expect(early).toMatchObject({ status: 422, body: { code: 'until_too_early' } });
    const { body } = await say(system, orderId, { ...answer, until: inDays(50) });
    expect(body.law).toMatchObject({
      ...{ deadlineAt: endOf(53, zone) },
      notice: { answer: { accept: true, until: inDays(50) } },
    });
    await leave(orderId);
  });

  it('may be accepted without one, and then nothing is ever missed', async () => {
    const orderId = `${policy}-open`;
    await told(orderId, null);
    const { body } = await say(system, orderId, { act: 'delay-answer', accept: true });
    expect(body.law).toMatchObject({ deadlineAt: null, notice: { answer: { until: 'open' } } });
    await forwardTo(system, orderId, { days: 80 });
    expect(await read(system, orderId)).toMatchObject({ phase: 'awaiting_stock', attention: [] });
    await leave(orderId);
  });

  it('may be refused, which ends the order as the customer’s own word', async () => {
    const orderId = `${policy}-refused`;
    await told(orderId, 40);
    const { body } = await say(system, orderId, { act: 'delay-answer', accept: false });
    expect(body).toMatchObject({ phase: 'cancelled', cancellation: { by: 'customer' } });
    await untilEnded(system, orderId);
    expect((await mailbox(system, orderId)).at(-1)).toBe('cancelled');
  });

  it('is told by itself on the morning after the old one, and not before', async () => {
    const orderId = `${policy}-morning`;
    await order(orderId);
    // Seven in the evening there, at the latest, of the promised day; then half past three at night.
    await forwardTo(system, orderId, { days: 20 });
    await forwardTo(system, orderId, { days: 21, hour: 2 });
    expect(await noticesOf(orderId)).toBe(0);
    expect((await read(system, orderId)).law.notice).toBeNull();
    await forwardTo(system, orderId, { days: 21, hour: 7 });
    await untilLaw(system, orderId, {
      ...{ silence: 'none', deadlineAt: endOf(23, zone) },
      notice: { kind: 'informs', newOn: null },
    });
    const text = await untilMail(system, orderId, 'delay-notice');
    const from = day(inDays(23), 'en-US');
    expect(text).toContain(`If it has not arrived by the end of ${from}`);
    expect(text).toContain('you can from then on give us a last date');
    expect(await attentionOf(system, orderId)).toEqual([]);
    await leave(orderId);
  });

  it('is the one that supply gives, if it gives one', async () => {
    const [orderId, sku] = [`${policy}-supplied`, `${policy}-supplied`];
    const supply = { sku, quantity: 1, basis: 'the ship', expectedOn: inDays(45) };
    await system.call('PUT', `/v1/supplies/s-${sku}`, supply);
    await order(orderId);
    await forwardTo(system, orderId, { days: 20 });
    expect(await noticesOf(orderId)).toBe(0);
    await forwardTo(system, orderId, { days: 21, hour: 7 });
    expect((await untilTold(system, orderId, 45)).notice.kind).toBe('informs');
    await forwardTo(system, orderId, { days: 46, hour: 7 });
    expect((await untilTold(system, orderId, null)).deadlineAt).toBe(endOf(23, zone));
    expect(await noticesOf(orderId)).toBe(2);
    await leave(orderId);
  });

  it('is not asked about again once the customer has set the last one', async () => {
    const orderId = `${policy}-period`;
    await order(orderId);
    await forwardTo(system, orderId, { days: 24 });
    const before = await untilTold(system, orderId, null);
    const period = { act: 'further-period', until: inDays(40) };
    const { body } = await say(system, orderId, period);
    expect(body).toMatchObject({ law: { deadlineAt: endOf(40, zone) }, attention: [] });
    await forwardTo(system, orderId, { days: 41, hour: 7 });
    const after = await until(system, orderId, async () => (await noticesOf(orderId)) === 2);
    expect(after).toMatchObject({
      ...{ phase: 'awaiting_stock', law: { notice: before.notice, deadlineAt: endOf(40, zone) } },
      attention: [{ code: 'further_period_over', dueAt: endOf(40, zone) }],
    });
    await leave(orderId);
  });

  it('needs no other day after it if that day was essential', async () => {
    const orderId = `${policy}-essential`;
    const on = { on: inDays(20), basis: 'the wedding', essential: true };
    await order(orderId, { promise: on });
    await forwardTo(system, orderId, { days: 5 });
    await promise(system, orderId, 40);
    await untilTold(system, orderId, 40);
    const text = await untilMail(system, orderId, 'delay-notice');
    expect(text).toContain('you can end the contract at once, without giving us another date');
    expect(text).not.toContain('give us a last date');
    await forwardTo(system, orderId, { days: 24 });
    expect(await attentionOf(system, orderId)).toEqual(['deadline_missed']);
    expect((await cancel(system, orderId)).body.cancellation).toMatchObject({ by: 'customer' });
    await untilEnded(system, orderId);
  });

  it('is nothing to withdraw from outside the Union', async () => {
    const orderId = `${policy}-withdraw`;
    await told(orderId, 40);
    const { status, body } = await say(system, orderId, { act: 'withdraw' });
    if (policy === 'eu') expect(body.phase).toBe('cancelled');
    else expect({ status, code: body.code }).toEqual({ status: 409, code: 'nothing_to_withdraw' });
    await leave(orderId);
  });

  it('misses nothing once the goods are gone', async () => {
    const orderId = `${policy}-gone`;
    await order(orderId);
    await restock(system, orderId, 1);
    await until(system, orderId, ({ phase }) => phase === 'ready_to_ship');
    await system.call('POST', `/v1/backorders/${orderId}/shipments`, {
      ...{ shipmentId: 's1', carrier: 'UPS', tracking: '1', scannedAt: new Date().toISOString() },
    });
    await untilEnded(system, orderId);
    expect(await noticesOf(orderId)).toBe(0);
  });
});
