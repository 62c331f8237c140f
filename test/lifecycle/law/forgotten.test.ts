import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../../workflows/calendar/format.ts';
import { attentionOf, decisions, mailbox, untilMail } from '../../support/lives/aftermath.ts';
import {
  byLaw,
  endOf,
  forwardTo,
  promise,
  readEnded,
  untilLaw,
  untilTold,
} from '../../support/lives/law.ts';
import {
  cancel,
  checkout,
  inDays,
  read,
  resolve,
  restock,
  until,
  untilEnded,
  untilPhase,
} from '../../support/lives/story.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const leave = async (orderId: string) => {
  await cancel(system, orderId);
  await untilEnded(system, orderId);
};

const supply = (sku: string, days: number) =>
  system.call('PUT', `/v1/supplies/s-${sku}`, {
    ...{ sku, quantity: 1, basis: 'the ship', expectedOn: inDays(days) },
  });

const noticesOf = async (orderId: string): Promise<number> =>
  (await mailbox(system, orderId)).filter((kind) => kind === 'delay-notice').length;

/** What was decided to be told, or not, on that day of the order. */
const decidedOn = async (orderId: string, days: number): Promise<string[]> => {
  const on = `${inDays(days)} `;
  const all = await decisions(system, orderId);
  return all.filter((each) => each.startsWith(on)).map((each) => each.slice(on.length));
};

/** A first notice, to whose date silence consents: the deadline is another one now. */
const slipped = async (orderId: string) => {
  await checkout(system, { orderId, promiseIn: 20 });
  await forwardTo(system, orderId, { days: 5 });
  await promise(system, orderId, 35);
  await untilLaw(system, orderId, { silence: 'consents', deadlineAt: endOf(35) });
};

describe.concurrent('a day that comes near', () => {
  it('is told of on its last morning, whatever a person has said of it', async () => {
    const orderId = 'resolved';
    await checkout(system, { orderId, promiseIn: 20 });
    await forwardTo(system, orderId, { days: 17, hour: 11 });
    expect((await resolve(system, orderId, 'notice_due')).status).toBe(200);
    await forwardTo(system, orderId, { days: 20, hour: 9 });
    expect(await read(system, orderId)).toMatchObject({ attention: [], law: { notice: null } });
    await forwardTo(system, orderId, { days: 20, hour: 11 });
    expect((await untilTold(system, orderId, null)).notice.kind).toBe('first_undated');
    const text = await untilMail(system, orderId, 'delay-notice');
    expect(text).toContain(`The date until now: ${day(inDays(20), 'en-US')}`);
    expect(await noticesOf(orderId)).toBe(1);
    await leave(orderId);
  });

  it('is told of with the day that supply gives', async () => {
    const orderId = 'supplied';
    await supply(orderId, 45);
    await checkout(system, { orderId, promiseIn: 20 });
    await forwardTo(system, orderId, { days: 20, hour: 9 });
    expect(await noticesOf(orderId)).toBe(0);
    await forwardTo(system, orderId, { days: 20, hour: 11 });
    await untilLaw(system, orderId, {
      ...{ silence: 'consents', deadlineAt: endOf(45) },
      notice: { kind: 'first_within_30', newOn: inDays(45), answerBy: endOf(45) },
    });
    await leave(orderId);
  });

  it('is told of without a day if supply gives none after it', async () => {
    const orderId = 'overdue';
    await supply(orderId, 15);
    await checkout(system, { orderId, promiseIn: 20 });
    await forwardTo(system, orderId, { days: 20, hour: 11 });
    await untilLaw(system, orderId, { notice: { newOn: null, kind: 'first_undated' } });
    await leave(orderId);
  });

  it('that is too near to ask anybody is told of all the same', async () => {
    const orderId = 'tomorrow';
    await checkout(system, { orderId, promiseIn: 1 });
    await forwardTo(system, orderId, { days: 1 });
    await untilLaw(system, orderId, { deadlineAt: endOf(31), notice: { newOn: null } });
    await leave(orderId);
  });

  it('asks nobody once the customer has agreed to another one, until that comes near', async () => {
    const orderId = 'agreed';
    await slipped(orderId);
    await forwardTo(system, orderId, { days: 30 });
    expect(await attentionOf(system, orderId)).toEqual([]);
    expect(await noticesOf(orderId)).toBe(1);
    await leave(orderId);
  });
});

describe.concurrent('a later day that comes near', () => {
  it('is told of three days before, in the place of what was to be told that day', async () => {
    const orderId = 'later';
    await slipped(orderId);
    await forwardTo(system, orderId, { days: 32, hour: 9 });
    expect(await noticesOf(orderId)).toBe(1);
    await forwardTo(system, orderId, { days: 32, hour: 13 });
    await untilLaw(system, orderId, {
      ...{ deadlineAt: endOf(35), silence: 'cancels' },
      notice: { kind: 'later', newOn: null, answerBy: endOf(35) },
    });
    expect(await attentionOf(system, orderId)).toEqual([]);
    expect(await decidedOn(orderId, 32)).toEqual(['delay-notice sent']);
    await forwardTo(system, orderId, { days: 36, hour: 1 });
    expect(await readEnded(system, orderId)).toMatchObject(byLaw);
    expect(await noticesOf(orderId)).toBe(2);
  });

  it('asks a person while units are set aside, and is told of on its last morning', async () => {
    const orderId = 'later-aside';
    await slipped(orderId);
    await restock(system, orderId, 1);
    await untilPhase(system, orderId, 'ready_to_ship');
    await forwardTo(system, orderId, { days: 32 });
    const due = { code: 'notice_due', dueAt: endOf(35) };
    expect(await until(system, orderId, ({ attention }) => attention.length > 0)).toMatchObject({
      attention: [due],
    });
    expect(await noticesOf(orderId)).toBe(1);
    await forwardTo(system, orderId, { days: 35, hour: 11 });
    await untilLaw(system, orderId, {
      ...{ deadlineAt: endOf(35), silence: 'cancels' },
      notice: { kind: 'later', newOn: inDays(38), answerBy: endOf(35) },
    });
    expect(await attentionOf(system, orderId)).toEqual([]);
    await leave(orderId);
  });

  it('asks a person while supply is dated in time', async () => {
    const orderId = 'later-supplied';
    await slipped(orderId);
    await supply(orderId, 34);
    await forwardTo(system, orderId, { days: 32, hour: 13 });
    const { attention } = await until(system, orderId, (it) => it.attention.length > 0);
    expect(attention).toMatchObject([{ code: 'notice_due', dueAt: endOf(35) }]);
    expect(await decidedOn(orderId, 32)).toEqual(['countdown sent']);
    expect(await noticesOf(orderId)).toBe(1);
    await leave(orderId);
  });
});

describe('a shop whose notices do not go by themselves', () => {
  let attended: System;
  beforeAll(async () => {
    attended = await startSystem({ law: { leadDays: 5, lateShipDays: 3, mayTell: false } });
  });
  afterAll(() => attended.stop());

  it('is asked in time, and its order ends if it tells nobody', async () => {
    const orderId = 'attended';
    await checkout(attended, { orderId, promiseIn: 20 });
    await forwardTo(attended, orderId, { days: 15, hour: 9 });
    expect(await attentionOf(attended, orderId)).toEqual([]);
    await forwardTo(attended, orderId, { days: 15, hour: 11 });
    const { attention } = await read(attended, orderId);
    expect(attention).toMatchObject([{ code: 'notice_due', dueAt: endOf(20) }]);
    await forwardTo(attended, orderId, { days: 20, hour: 23 });
    expect(await read(attended, orderId)).toMatchObject({
      ...{ phase: 'awaiting_stock', law: { notice: null } },
    });
    await forwardTo(attended, orderId, { days: 21, hour: 1 });
    expect(await readEnded(attended, orderId)).toMatchObject(byLaw);
    expect(await mailbox(attended, orderId)).not.toContain('delay-notice');
  });
});
