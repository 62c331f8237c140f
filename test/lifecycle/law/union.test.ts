import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOfDay } from '../../../workflows/calendar/zone.ts';
import { attentionOf, mailbox, moneyAt, untilMail } from '../../support/lives/aftermath.ts';
import { forwardTo, promise, say } from '../../support/lives/law.ts';
import {
  cancel,
  checkout,
  checkoutBody,
  forward,
  inDays,
  read,
  resolve,
  restock,
  ship,
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

const berlin = { country: 'DE', postalCode: '10115' };

const order = async (orderId: string, { promiseIn = 20, quantity = 1 } = {}) => {
  const body = await checkoutBody(system, { orderId, promiseIn, quantity });
  return system.call('POST', '/v1/backorders', {
    ...{ ...body, shipTo: berlin, fulfilment: 'ship-available' },
  });
};

/** The end of that day in Berlin. */
const endOf = (days: number) => startOfDay(inDays(days + 1), 'Europe/Berlin');

const nothingToWithdraw = { status: 409, body: { code: 'nothing_to_withdraw' } };

const withdraw = (orderId: string, key?: string) =>
  say(system, orderId, { act: 'withdraw', ...(key && { key }) });

const kindsOf = async (orderId: string): Promise<string[]> =>
  (await mailbox(system, orderId)).slice(1);

describe.concurrent('a withdrawal', () => {
  it('before anything has shipped ends the order, and is acknowledged', async () => {
    const orderId = 'before';
    await order(orderId);
    expect(await withdraw(orderId)).toMatchObject({
      status: 200,
      body: {
        phase: 'cancelled',
        cancellation: { by: 'customer', reason: 'the customer withdrew from the contract' },
        law: { policy: 'eu', deadlineAt: null },
      },
    });
    await untilEnded(system, orderId);
    expect((await kindsOf(orderId)).toSorted()).toEqual(['cancelled', 'withdrawal']);
    expect(await withdraw(orderId)).toMatchObject(nothingToWithdraw);
    expect(await attentionOf(system, orderId)).toEqual([]);
  });

  it('of which a part has shipped cancels the rest, and hands that part to the shop', async () => {
    const orderId = 'part';
    await order(orderId, { quantity: 2 });
    await restock(system, orderId, 1);
    await untilPhase(system, orderId, 'ready_to_ship');
    expect((await ship(system, orderId)).status).toBe(201);
    const { status, body } = await withdraw(orderId);
    expect(status).toBe(200);
    expect(body).toMatchObject({ phase: 'shipped', lines: [{ shipped: 1, cancelled: 1 }] });
    await untilMail(system, orderId, 'withdrawal');
    expect(await attentionOf(system, orderId)).toEqual(['withdrawal_after_shipment']);
    await resolve(system, orderId, 'withdrawal_after_shipment');
    await untilEnded(system, orderId);
    expect(await withdraw(orderId)).toMatchObject(nothingToWithdraw);
  });

  it('after the end of the order is acknowledged and handed to the shop, once', async () => {
    const orderId = 'after';
    await order(orderId);
    await restock(system, orderId, 1);
    await untilPhase(system, orderId, 'ready_to_ship');
    await ship(system, orderId);
    await untilEnded(system, orderId);
    const first = await withdraw(orderId, 'w-1');
    expect(first).toMatchObject({ status: 200, body: { phase: 'shipped', cancellation: null } });
    expect(await untilMail(system, orderId, 'withdrawal')).toContain(orderId);
    expect(await attentionOf(system, orderId)).toEqual(['withdrawal_after_shipment']);
    expect((await withdraw(orderId, 'w-1')).headers.get('Idempotent-Replayed')).toBe('true');
    expect(await withdraw(orderId)).toMatchObject(nothingToWithdraw);
    expect((await resolve(system, orderId, 'withdrawal_after_shipment')).status).toBe(200);
    expect(await attentionOf(system, orderId)).toEqual([]);
    expect((await kindsOf(orderId)).filter((kind) => kind === 'withdrawal')).toHaveLength(1);
    expect(await moneyAt(system, orderId)).toMatchObject({ captured: 13_800, refunded: 0 });
  });
});

describe.concurrent('an order that goes to another country', () => {
  it('is under the law of that country', async () => {
    const orderId = 'moves';
    await checkout(system, { orderId, promiseIn: 20 });
    expect(await read(system, orderId)).toMatchObject({ law: { policy: 'us' } });
    const change = { shipTo: berlin };
    await system.call('POST', `/v1/backorders/${orderId}/customer`, change);
    const { law } = await until(system, orderId, (backorder) => backorder.law.policy === 'eu');
    expect(law).toMatchObject({ deadlineAt: endOf(23), silence: 'none', notice: null });
    expect((await withdraw(orderId)).body.phase).toBe('cancelled');
    await untilEnded(system, orderId);
  });
});

describe.concurrent('a missed date', () => {
  it('lets the customer set the last one, of which a person hears as well', async () => {
    const orderId = 'missed';
    await order(orderId);
    const period = { act: 'further-period', until: inDays(40) };
    const nothingToAnswer = { status: 409, body: { code: 'nothing_to_answer' } };
    expect(await say(system, orderId, period)).toMatchObject(nothingToAnswer);
    await forwardTo(system, orderId, { days: 24 });
    expect(await read(system, orderId)).toMatchObject({
      phase: 'awaiting_stock',
      law: { policy: 'eu', deadlineAt: endOf(23), silence: 'none', notice: { kind: 'informs' } },
      attention: [{ code: 'deadline_missed', dueAt: endOf(23) }],
    });
    const past = await say(system, orderId, { ...period, until: inDays(22) });
    expect(past).toMatchObject({ status: 422, body: { code: 'until_too_early' } });
    const { status, body } = await say(system, orderId, period);
    expect(status).toBe(200);
    expect(body).toMatchObject({ law: { deadlineAt: endOf(40) }, attention: [] });
    expect(await untilMail(system, orderId, 'delay-answer')).toContain(orderId);
    await forwardTo(system, orderId, { days: 41 });
    expect(await attentionOf(system, orderId)).toEqual(['further_period_over']);
    expect((await read(system, orderId)).phase).toBe('awaiting_stock');
    await cancel(system, orderId);
    await untilEnded(system, orderId);
  });

  it('may be replaced by a later one that the customer accepts', async () => {
    const orderId = 'accepted';
    await order(orderId);
    await forwardTo(system, orderId, { days: 5 });
    await promise(system, orderId, 50);
    const isTold = ({ law }: { law: { notice: unknown } }) => law.notice !== null;
    const { law } = await until(system, orderId, isTold);
    expect(law).toMatchObject({
      ...{ deadlineAt: endOf(23), silence: 'none' },
      notice: { kind: 'informs', newOn: inDays(50), answerBy: null },
    });
    const { body } = await say(system, orderId, { act: 'delay-answer', accept: true });
    expect(body.law.deadlineAt).toBe(endOf(53));
    await forward(system, orderId, 30);
    expect(await attentionOf(system, orderId)).toEqual([]);
    await cancel(system, orderId);
    await untilEnded(system, orderId);
  });
});
