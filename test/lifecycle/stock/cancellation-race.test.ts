import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  attentionOf,
  mailbox,
  moneyAt,
  shelfOf,
  untilMail,
} from '../../support/lives/aftermath.ts';
import {
  cancel,
  checkout,
  read,
  readyToShip,
  restock,
  ship,
  until,
  untilEnded,
  untilPhase,
} from '../../support/lives/story.ts';
import { checkoutUpfront } from '../../support/lives/terms.ts';
import {
  authenticate,
  giveCard,
  intentsOf,
  methodOf,
  payPageOf,
  secretIn,
} from '../../support/page/cardholder.ts';
import { failPayment } from '../../support/system/faults.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ webhooks: true, timeoutMs: 1_500 });
  await system.setDeliveries({ repeat: 2, shuffle: true });
});
afterAll(() => system.stop());

/** Who comes first changes, and by how much. */
const delays = [0, 20, 60, 120, 200, 350];

const named = (what: string): { orderId: string; afterMs: number }[] =>
  delays.map((afterMs) => ({ orderId: `${what}-${afterMs}`, afterMs }));

/** The order is over, nothing of the customer's money is kept, and the unit is free again. */
const expectNothingKept = async (orderId: string): Promise<void> => {
  await untilEnded(system, orderId);
  expect(await read(system, orderId)).toMatchObject({ phase: 'cancelled' });
  await until(system, orderId, async () => {
    const { held, captured, refunded } = await moneyAt(system, orderId);
    return held === 0 && captured === refunded;
  });
  expect((await mailbox(system, orderId)).filter((kind) => kind === 'cancelled')).toHaveLength(1);
  expect(await shelfOf(system, orderId)).toEqual({ onHand: 1, allocated: 0 });
};

describe('a cancellation keeps no money, whatever happens at the same instant:', () => {
  it('units of an order with a deposit are authorised and become firm', async () => {
    await Promise.all(
      named('firm').map(async ({ orderId, afterMs }) => {
        await checkoutUpfront(system, { orderId, terms: 'deposit', upfront: 5_000 });
        const [, cancelled] = await Promise.all([
          restock(system, orderId, 1),
          sleep(afterMs).then(() => cancel(system, orderId)),
        ]);
        expect(cancelled.status).toBe(200);
        await expectNothingKept(orderId);
        expect(await moneyAt(system, orderId)).toMatchObject({ captured: 5_000, refunded: 5_000 });
        expect(await attentionOf(system, orderId)).toEqual([]);
      }),
    );
  });

  it('the customer confirms the payment at their bank', async () => {
    await Promise.all(
      named('bank').map(async ({ orderId, afterMs }) => {
        await checkout(system, { orderId, card: 'pm_card_authenticationRequired' });
        await restock(system, orderId, 1);
        await until(system, orderId, ({ payment }) => payment.state === 'action_required');
        const secret = secretIn((await payPageOf(system, orderId)).body);
        const method = await methodOf(system, orderId);
        const [confirmed, cancelled] = await Promise.allSettled([
          authenticate(system, secret, { method }),
          sleep(afterMs).then(() => cancel(system, orderId)),
        ]);
        // Nobody confirms a payment that is closed.
        if (confirmed.status === 'rejected') expect(String(confirmed.reason)).toMatch(/cancel/);
        expect(cancelled).toMatchObject({ status: 'fulfilled', value: { status: 200 } });
        await expectNothingKept(orderId);
      }),
    );
  });

  it('another card is given after a decline', async () => {
    await Promise.all(
      named('card').map(async ({ orderId, afterMs }) => {
        await checkout(system, { orderId, card: 'pm_card_chargeDeclinedLostCard' });
        await restock(system, orderId, 1);
        await until(system, orderId, ({ payment }) => payment.state === 'failed');
        const [given, cancelled] = await Promise.all([
          giveCard(system, orderId),
          sleep(afterMs).then(() => cancel(system, orderId)),
        ]);
        expect([200, 409]).toContain(given.status);
        expect(cancelled.status).toBe(200);
        await expectNothingKept(orderId);
        expect(await moneyAt(system, orderId)).toMatchObject({ captured: 0 });
      }),
    );
  });

  it('a person captures the hold by hand', async () => {
    await Promise.all(
      named('hand').map(async ({ orderId, afterMs }) => {
        await readyToShip(system, { orderId });
        const [intent] = await intentsOf(system, orderId);
        const [, cancelled] = await Promise.allSettled([
          sleep(50).then(() => system.stripe.paymentIntents.capture(intent?.id ?? '')),
          sleep(afterMs / 2).then(() => cancel(system, orderId)),
        ]);
        expect(cancelled).toMatchObject({ status: 'fulfilled', value: { status: 200 } });
        await expectNothingKept(orderId);
      }),
    );
  });
});

describe.concurrent('a cancellation and a shipment at the same instant', () => {
  it('have one winner, who has the money of an order that was prepaid', async () => {
    const won = await Promise.all(
      named('prepaid').map(async ({ orderId, afterMs }, index) => {
        await checkoutUpfront(system, { orderId, terms: 'prepaid', upfront: 13_800 });
        await restock(system, orderId, 1);
        await untilPhase(system, orderId, 'ready_to_ship');
        const [first, second] = index % 2 === 0 ? [afterMs, 0] : [0, afterMs];
        const [cancelled, shipped] = await Promise.all([
          sleep(first).then(() => cancel(system, orderId)),
          sleep(second).then(() => ship(system, orderId)),
        ]);
        await untilEnded(system, orderId);
        const isShipped = shipped.status === 201;
        expect(cancelled.status).toBe(isShipped ? 409 : 200);
        expect(await moneyAt(system, orderId)).toEqual({
          held: 0,
          captured: 13_800,
          refunded: isShipped ? 0 : 13_800,
          intents: 1,
        });
        return isShipped;
      }),
    );
    expect(new Set(won)).toEqual(new Set([true, false]));
  });

  it.each(['drop-after', 'drop-before', 'hang', 'status:500', 'status-after:500'])(
    'charge for what left, and for nothing else, after %s of the capture',
    async (fault) => {
      const orderId = `rest-${fault.replace(':', '-')}`;
      await checkout(system, { orderId, quantity: 2, fulfilment: 'ship-available' });
      await restock(system, orderId, 2);
      await untilPhase(system, orderId, 'ready_to_ship');
      await failPayment(system, orderId, fault, { match: 'POST /v1/payment_intents/' });
      const one = [{ id: '1', quantity: 1 }];
      expect((await ship(system, orderId, { lines: one })).status).toBe(201);
      expect((await cancel(system, orderId, { lines: one })).status).toBe(200);
      await untilEnded(system, orderId);
      expect(await read(system, orderId)).toMatchObject({
        phase: 'shipped',
        lines: [{ shipped: 1, cancelled: 1 }],
      });
      const { held, captured, refunded } = await moneyAt(system, orderId);
      expect({ held, kept: captured - refunded }).toEqual({ held: 0, kept: 13_350 });
      expect(await untilMail(system, orderId, 'shipped')).toContain('$133.50');
      expect(await shelfOf(system, orderId)).toEqual({ onHand: 1, allocated: 0 });
    },
  );
});
