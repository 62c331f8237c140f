import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setStarted } from '../../../db/backorder/place.ts';
import type { Db } from '../../../db/client.ts';
import { noteCall, noteIntent, openAttempt, settleAttempt } from '../../../db/payment/attempts.ts';
import { listConcerned } from '../../../db/payment/concerned-orders.ts';
import { say } from '../../api/page/cast.ts';
import { empty, place } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(async () => {
  await empty(db);
  await db.sql`truncate payment_attempts, card_offers`;
});
afterAll(() => db.close());

const attempt = async (orderId: string, intent: string, providerIntentId: string) => {
  for (const step of ['authorize', 'capture'] as const) {
    const request = { amount: 100, currency: 'USD' };
    const { attemptId } = await openAttempt(db, { orderId, intent, step, request });
    await noteIntent(db.sql, { attemptId, providerIntentId });
  }
};

const unheard = { outcome: null, captured: null, isBusy: false };

const waiting = { isStarted: false, hasEnded: false, ...unheard };

describe('an event', () => {
  test('about an intent concerns the order that it pays for, by the workflow’s number', async () => {
    await place(db, { A: ['LAMP:1'], B: ['LAMP:1'] });
    await attempt('A', 'i3', 'pi_1');
    await attempt('B', 'i1', 'pi_2');
    expect(await listConcerned(db.sql, { intentId: 'pi_1' })).toEqual([
      { orderId: 'A', by: 'intent', intent: 'i3', ...waiting },
    ]);
  });

  test('about an intent says what our own calls made of it', async () => {
    await place(db, { A: ['LAMP:1'] });
    const request = { amount: 100, currency: 'USD' };
    const ref = { orderId: 'A', intent: 'i1' };
    const held = await openAttempt(db, { ...ref, step: 'authorize', request });
    await noteIntent(db.sql, { attemptId: held.attemptId, providerIntentId: 'pi_1' });
    await settleAttempt(db, held, { outcome: 'AuthorizationApproved', answer: { a: 1 } });
    const taken = await openAttempt(db, { ...ref, step: 'capture', request });
    await noteCall(db.sql, taken.attemptId);
    const under = { outcome: 'AuthorizationApproved', captured: null, isBusy: true };
    expect(await listConcerned(db.sql, { intentId: 'pi_1' })).toMatchObject([under]);
    await settleAttempt(db, taken, { outcome: 'PaymentCaptured', answer: { captured: 100 } });
    const done = { outcome: 'PaymentCaptured', captured: 100, isBusy: false };
    expect(await listConcerned(db.sql, { intentId: 'pi_1' })).toMatchObject([done]);
  });

  test('about what was paid at the checkout concerns that order', async () => {
    await place(db, { A: ['LAMP:1'] });
    await db.sql`update orders set upfront_intent_id = 'pi_9'`;
    expect(await listConcerned(db.sql, { intentId: 'pi_9' })).toEqual([
      { orderId: 'A', by: 'intent', intent: 'upfront', ...waiting },
    ]);
  });

  test('about a card concerns every order that will be charged to it', async () => {
    await place(db, { A: ['LAMP:1'], B: ['LAMP:1'], C: ['LAMP:1'] });
    await db.sql`update orders set payment_method_id = 'pm_2' where order_id = 'C'`;
    await setStarted(db.sql, 'A');
    expect(await listConcerned(db.sql, { methodId: 'pm_1', customerId: 'cus_1' })).toEqual([
      { orderId: 'A', by: 'card', intent: null, ...waiting, isStarted: true },
      { orderId: 'B', by: 'card', intent: null, ...waiting },
    ]);
  });

  test('about a card does not concern an order that has ended; one about its money does', async () => {
    await place(db, { A: ['LAMP:1'] });
    await attempt('A', 'i1', 'pi_1');
    await say(db, 'A', { outcome: 'shipped' });
    expect(await listConcerned(db.sql, { methodId: 'pm_1' })).toEqual([]);
    expect(await listConcerned(db.sql, { intentId: 'pi_1' })).toMatchObject([{ hasEnded: true }]);
  });

  test('about a setup concerns the order that the card was offered for', async () => {
    await place(db, { A: ['LAMP:1'] });
    await db.sql`
      insert into card_offers (order_id, offer_id, key, setup_id)
      values ('A', 'o1', gen_random_uuid(), 'seti_1')`;
    expect(await listConcerned(db.sql, { setupId: 'seti_1' })).toEqual([
      { orderId: 'A', by: 'offer', intent: null, ...waiting },
    ]);
  });

  test('about something unknown concerns nobody', async () => {
    await place(db, { A: ['LAMP:1'] });
    expect(await listConcerned(db.sql, { intentId: 'pi_1', orderId: 'A' })).toEqual([]);
    expect(await listConcerned(db.sql, {})).toEqual([]);
  });
});
