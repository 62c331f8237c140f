import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createHints } from '../../../api/payment/deliver-webhooks.ts';
import { createTemporal, type Temporal } from '../../../api/temporal/client.ts';
import type { Loop } from '../../../api/temporal/loop.ts';
import { createRelay, type Relay } from '../../../api/temporal/relay.ts';
import { setSkipped, setStarted } from '../../../db/backorder/place.ts';
import { findBackorder } from '../../../db/backorder/read.ts';
import type { Db } from '../../../db/client.ts';
import {
  type About,
  claimWebhooks,
  storeWebhook,
  webhookBacklog,
} from '../../../db/http/webhooks.ts';
import { noteIntent, openAttempt, settleAttempt } from '../../../db/payment/attempts.ts';
import type { PaymentHint } from '../../../workflows/domain/payment/hint.ts';
import { paymentHinted, workflowIdOf } from '../../../workflows/messages.ts';
import { empty, place } from '../../db/cast.ts';
import { freshDatabase } from '../../db/fresh.ts';
import { createNamespace, temporalAddress } from '../../support/system/stack.ts';
import { nothingPaid, say } from '../page/cast.ts';

const logger = pino({ level: process.env.TEST_LOG ?? 'silent' });

let db: Db;
let temporal: Temporal;
let away: Temporal;
/** Closed, so that nothing is started but by those who ask it to. There is no worker either. */
let relay: Relay;
let running: Loop[] = [];

beforeAll(async () => {
  db = await freshDatabase();
  const namespace = await createNamespace();
  temporal = createTemporal({ connectionOptions: { address: temporalAddress() }, namespace });
  away = createTemporal({ connectionOptions: { address: '127.0.0.1:1' }, namespace });
  relay = createRelay({ db, temporal, taskQueue: 'nobody', joinLeasesMs: 0, logger });
  await relay.close();
});
beforeEach(async () => {
  await empty(db);
  await db.sql`truncate webhooks, payment_attempts, card_offers`;
});
afterEach(async () => {
  await Promise.all(running.map((loop) => loop.close()));
  running = [];
});
afterAll(async () => {
  await Promise.all([temporal.close(), away.close()]);
  await db.close();
});

const run = (how: { temporal: Temporal } = { temporal }, options = {}): Loop => {
  const loop = createHints({ db, relay, logger, ...how }, options);
  running.push(loop);
  return loop;
};

let count = 0;
const receive = async (type: string, about: About): Promise<string> => {
  const eventId = `evt_${++count}`;
  await storeWebhook(db.sql, { sender: 'stripe', eventId, type, about });
  return eventId;
};

const pay = async (orderId: string, intent: string, providerIntentId: string) => {
  const request = { amount: 100, currency: 'USD' };
  const step = 'authorize';
  const { attemptId } = await openAttempt(db, { orderId, intent, step, request });
  await noteIntent(db.sql, { attemptId, providerIntentId });
};

/** We sent a hundred back, which brought the refunds of the intent to that sum. */
const refund = async (orderId: string, upTo: number) => {
  const request = { amount: 100, currency: 'USD', upTo };
  const attempt = await openAttempt(db, { orderId, intent: 'i1', step: 'refund', request });
  await settleAttempt(db, attempt, { outcome: 'PaymentRefunded', answer: { refundedByUs: upTo } });
  return attempt;
};

/** What the order's workflow was told, from its history. */
const heard = async (orderId: string): Promise<PaymentHint[]> => {
  const client = await temporal.client();
  const { events } = await client.workflow.getHandle(workflowIdOf(orderId)).fetchHistory();
  return (events ?? []).flatMap(({ workflowExecutionSignaledEventAttributes: signal }) =>
    signal?.signalName === paymentHinted.name
      ? [JSON.parse(Buffer.from(signal.input?.payloads?.[0]?.data ?? []).toString())]
      : [],
  );
};

const untilHandled = () => expect.poll(() => webhookBacklog(db.sql), { interval: 20 }).toBe(0);

const raised = () => db.sql`select order_id, code, at from attention order by order_id, code`;

const attempts = async (): Promise<number> => {
  const [row] = await db.sql<{ attempts: number }[]>`select attempts from webhooks`;
  return row?.attempts ?? 0;
};

describe('a webhook', () => {
  test('tells the workflow which of its intents to look at', async () => {
    await place(db, { H1: ['LAMP:1'] });
    await relay.start('H1');
    await pay('H1', 'i3', 'pi_1');
    await receive('payment_intent.succeeded', { intentId: 'pi_1' });
    run();
    await untilHandled();
    expect(await heard('H1')).toEqual([{ about: 'intent', intentId: 'i3' }]);
  });

  test('about the deposit, the card or an offered card says so', async () => {
    await place(db, { H2: ['LAMP:1'] });
    await relay.start('H2');
    await db.sql`update orders set upfront_intent_id = 'pi_9'`;
    await db.sql`
      insert into card_offers (order_id, offer_id, key, setup_id)
      values ('H2', 'o1', gen_random_uuid(), 'seti_1')`;
    await receive('charge.refunded', { chargeId: 'ch_1', intentId: 'pi_9' });
    await receive('payment_method.automatically_updated', { methodId: 'pm_1' });
    await receive('setup_intent.succeeded', { setupId: 'seti_1' });
    run();
    await untilHandled();
    expect(await heard('H2')).toHaveLength(3);
    expect(await heard('H2')).toEqual(
      expect.arrayContaining([
        { about: 'intent', intentId: 'upfront' },
        { about: 'card' },
        { about: 'offer' },
      ]),
    );
  });

  test('about a card of several orders tells each of them', async () => {
    await place(db, { H3: ['LAMP:1'], H4: ['LAMP:1'] });
    await Promise.all([relay.start('H3'), relay.start('H4')]);
    await receive('payment_method.detached', { methodId: 'pm_1' });
    run();
    await untilHandled();
    expect([await heard('H3'), await heard('H4')]).toEqual([
      [{ about: 'card' }],
      [{ about: 'card' }],
    ]);
  });

  test('is delivered at once when the route says that it came', async () => {
    await place(db, { H5: ['LAMP:1'] });
    await relay.start('H5');
    const loop = run({ temporal }, { everyMs: 10 * 60_000 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await receive('payment_method.updated', { methodId: 'pm_1' });
    loop.kick();
    await untilHandled();
  });

  test('of an order whose workflow is still to start starts it first', async () => {
    await place(db, { H6: ['LAMP:1'] });
    await receive('payment_method.updated', { methodId: 'pm_1' });
    run();
    await untilHandled();
    expect(await heard('H6')).toEqual([{ about: 'card' }]);
  });

  test('about nothing of ours is over', async () => {
    await place(db, { H7: ['LAMP:1'] });
    await receive('payment_intent.succeeded', { intentId: 'pi_0' });
    await receive('payment_intent.succeeded', { intentId: 'pi_0', orderId: 'unheard-of' });
    run();
    await untilHandled();
  });
});

describe('an intent that nobody knows yet, of an order of ours', () => {
  test('is looked for again, and found once it was written down', async () => {
    await place(db, { S1: ['LAMP:1'] });
    await relay.start('S1');
    await receive('payment_intent.amount_capturable_updated', { intentId: 'pi_1', orderId: 'S1' });
    run();
    await expect.poll(attempts).toBe(1);
    expect(await webhookBacklog(db.sql)).toBe(1);
    await pay('S1', 'i1', 'pi_1');
    await untilHandled();
    expect(await heard('S1')).toEqual([{ about: 'intent', intentId: 'i1' }]);
  });

  test('is given up after ten minutes', async () => {
    await place(db, { S2: ['LAMP:1'] });
    await receive('payment_intent.succeeded', { intentId: 'pi_1', orderId: 'S2' });
    await db.sql`update webhooks set received_at = now() - interval '11 minutes'`;
    run();
    await untilHandled();
  });
});

describe('after the end of the order', () => {
  test.each([
    ['charge.dispute.created', 'disputed'],
    ['radar.early_fraud_warning.created', 'fraud_warning'],
    ['refund.failed', 'refund_failed'],
  ])('%s asks for a person, in the time of the order', async (type, code) => {
    await place(db, { E1: ['LAMP:1'] });
    await relay.start('E1');
    await say(db, 'E1', { outcome: 'shipped' });
    await setSkipped(db.sql, 'E1', 86_400_000);
    await pay('E1', 'i1', 'pi_1');
    await receive(type, { intentId: 'pi_1' });
    run();
    await untilHandled();
    const [item, ...more] = await raised();
    expect([item?.orderId, item?.code, more]).toEqual(['E1', code, []]);
    expect(await heard('E1')).toEqual([]);
    expect((Date.parse(String(item?.at)) - Date.now()) / 3_600_000).toBeCloseTo(24, 1);
  });

  test('a refund that came back is sent by when it was owed, and is not said to be sent', async () => {
    await place(db, { E4: ['LAMP:1'] });
    const paid = { ...nothingPaid, state: 'refunded' as const, captured: 300, givenBack: 200 };
    await say(db, 'E4', { outcome: 'cancelled', payment: paid });
    await pay('E4', 'i1', 'pi_1');
    const [first, second] = [await refund('E4', 100), await refund('E4', 200)];
    await db.sql`
      update payment_attempts set created_at = '2026-11-02T10:00:00Z'
      where attempt_id = ${first.attemptId}`;
    for (let times = 0; times < 2; times++)
      await receive('refund.failed', { intentId: 'pi_1', attemptId: second.attemptId });
    run();
    await untilHandled();
    const row = await findBackorder(db.sql, 'E4');
    expect(row?.raised).toEqual([
      { code: 'refund_failed', at: expect.any(String), dueAt: '2026-11-13T05:00:00.000Z' },
    ]);
    expect(row?.view?.payment).toMatchObject({ state: 'captured', captured: 300, givenBack: 100 });
    await db.sql`update attention set resolved_at = now()`;
    await receive('refund.failed', { intentId: 'pi_1', attemptId: second.attemptId });
    await untilHandled();
    expect((await findBackorder(db.sql, 'E4'))?.raised).toEqual([]);
  });

  test('all else is over', async () => {
    await place(db, { E2: ['LAMP:1'] });
    await say(db, 'E2', { outcome: 'shipped' });
    await pay('E2', 'i1', 'pi_1');
    await receive('charge.refunded', { intentId: 'pi_1' });
    await receive('charge.dispute.updated', { intentId: 'pi_1' });
    run();
    await untilHandled();
    expect(await raised()).toEqual([]);
  });

  test('a workflow that is lost without an end asks for a person', async () => {
    await place(db, { E3: ['LAMP:1'] });
    await setStarted(db.sql, 'E3');
    await pay('E3', 'i1', 'pi_1');
    await receive('charge.dispute.created', { intentId: 'pi_1' });
    run();
    await untilHandled();
    expect((await raised()).map(({ code }) => code)).toEqual(['disputed', 'orphaned']);
  });
});

describe('nothing is lost', () => {
  test('while Temporal is away', async () => {
    await place(db, { L1: ['LAMP:1'] });
    await relay.start('L1');
    await receive('payment_method.updated', { methodId: 'pm_1' });
    const loop = run({ temporal: away });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await loop.close();
    expect([await webhookBacklog(db.sql), await attempts()]).toEqual([1, 0]);
    run();
    await untilHandled();
    expect(await heard('L1')).toEqual([{ about: 'card' }]);
  });

  test('when the process dies between storing and telling', async () => {
    await place(db, { L2: ['LAMP:1'] });
    await relay.start('L2');
    await receive('payment_method.updated', { methodId: 'pm_1' });
    expect(await claimWebhooks(db.sql, { sender: 'stripe', limit: 10, leaseMs: 300 })).toHaveLength(
      1,
    );
    run();
    await untilHandled();
    expect(await heard('L2')).toEqual([{ about: 'card' }]);
  });

  test('and nothing told twice when several processes pass on', async () => {
    await place(db, { L3: ['LAMP:1'] });
    await relay.start('L3');
    for (let i = 1; i <= 40; i++) await pay('L3', `i${i}`, `pi_${i}`);
    for (let i = 1; i <= 40; i++)
      await receive('payment_intent.processing', { intentId: `pi_${i}` });
    for (let i = 0; i < 3; i++) run();
    await untilHandled();
    expect(await heard('L3')).toHaveLength(40);
  });
});
