import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepWord } from '../../../db/backorder/words.ts';
import type { Part } from '../../../workflows/domain/backorder/snapshot.ts';
import { attentionOf, untilAttention, untilMail } from '../../support/lives/aftermath.ts';
import {
  cancel,
  checkoutBody,
  readyToShip,
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

/** The customer says to cancel while nobody can tell the backorder. */
const sayUnheard = (orderId: string, lines: Part[] | null) =>
  keepWord(
    system.db.sql,
    {
      ...{ orderId, wordId: 'cancel/c-1', receivedAt: new Date().toISOString() },
      request: { type: 'CancelBackorder', cancelId: 'c-1', by: 'customer', lines },
    },
    { leaseMs: 3_600_000 },
  );

/** It can be told again. */
const hear = (orderId: string) => system.db.sql`
  update customer_words set not_before = now() where order_id = ${orderId}`;

const isRefused = async (orderId: string): Promise<boolean> => {
  const refused = await system.db.sql`
    select from customer_words where order_id = ${orderId} and outcome = 'already_shipped'`;
  return refused.count > 0;
};

describe.concurrent('a cancellation that came before a shipment, and was heard after it', () => {
  it('asks for a person while the rest of the order still waits', async () => {
    const orderId = 'waits';
    const body = await checkoutBody(system, { orderId, fulfilment: 'ship-available' });
    const [line] = body.lines;
    const lines = [line, { ...line, id: '2', sku: 'waits-on' }];
    const mandate = { ...body.payment.mandate, maximum: { amount: 26_700, currency: 'USD' } };
    await system.call('POST', '/v1/backorders', {
      ...{ ...body, lines, payment: { ...body.payment, mandate } },
    });
    await restock(system, orderId, 1);
    await untilPhase(system, orderId, 'ready_to_ship');
    await sayUnheard(orderId, [{ lineId: '1', quantity: 1 }]);
    expect((await ship(system, orderId)).status).toBe(201);
    await hear(orderId);
    await untilAttention(system, orderId, 'shipped_after_cancel');
    await until(system, orderId, () => isRefused(orderId));
    await resolve(system, orderId, 'shipped_after_cancel');
    expect(await attentionOf(system, orderId)).toEqual([]);
    expect((await cancel(system, orderId)).body.phase).toBe('shipped');
    await untilEnded(system, orderId);
  });

  it('asks for a person once the order has ended', async () => {
    const orderId = 'ended';
    await readyToShip(system, { orderId });
    await sayUnheard(orderId, null);
    await ship(system, orderId);
    await untilEnded(system, orderId);
    await hear(orderId);
    await untilAttention(system, orderId, 'shipped_after_cancel');
    await until(system, orderId, () => isRefused(orderId));
  });

  it('asks nobody if it came after the shipment', async () => {
    const orderId = 'late';
    await readyToShip(system, { orderId });
    await ship(system, orderId);
    await untilMail(system, orderId, 'shipped');
    expect(await cancel(system, orderId)).toMatchObject({
      ...{ status: 409, body: { code: 'already_shipped' } },
    });
    await untilEnded(system, orderId);
    expect(await attentionOf(system, orderId)).toEqual([]);
  });
});
