import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOfDay } from '../../../workflows/calendar/zone.ts';
import { isFederalHoliday } from '../../../workflows/domain/law/policy/holidays.ts';
import { addDays, type CivilDate } from '../../../workflows/domain/time.ts';
import {
  mailbox,
  moneyAt,
  shelfOf,
  untilAttention,
  untilMail,
} from '../../support/lives/aftermath.ts';
import { byLaw, endOf, forwardTo, promise, readEnded, untilLaw } from '../../support/lives/law.ts';
import {
  checkout,
  inDays,
  resolve,
  restock,
  ship,
  timeZone,
  untilPhase,
  type Wish,
} from '../../support/lives/story.ts';
import { checkoutUpfront } from '../../support/lives/terms.ts';
import { checkoutFree, checkoutHeld } from '../../support/lives/terms-without-card.ts';
import { intentsOf } from '../../support/page/cardholder.ts';
import { patienceMs } from '../../support/patience.ts';
import { type Answer, type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const usd = (amount: number) => ({ amount, currency: 'USD' });

/** Silence ends it with the 40th day. */
const lateOn = async (orderId: string) => {
  await forwardTo(system, orderId, { days: 5 });
  await promise(system, orderId, 60);
  await untilLaw(system, orderId, { silence: 'cancels', deadlineAt: endOf(40) });
};

const pastTheEnd = (orderId: string) => forwardTo(system, orderId, { days: 41, hour: 1 });

/** The end of the seventh working day after that one, counted by hand. */
const endOfSeventh = (vestedOn: CivilDate): string => {
  let on = vestedOn;
  for (let left = 7; left > 0; ) {
    on = addDays(on, 1);
    const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !isFederalHoliday(on)) left -= 1;
  }
  return startOfDay(addDays(on, 1), timeZone);
};

describe.concurrent('an order that ends by law', () => {
  it('has its hold released and its units given back, and nothing was charged', async () => {
    const orderId = 'firm';
    await checkout(system, { orderId, promiseIn: 20 });
    await forwardTo(system, orderId, { days: 18 });
    await restock(system, orderId, 1);
    await untilPhase(system, orderId, 'ready_to_ship');
    await forwardTo(system, orderId, { days: 20, hour: 11 });
    await untilLaw(system, orderId, { silence: 'consents', deadlineAt: endOf(23) });
    await forwardTo(system, orderId, { days: 23, hour: 11 });
    await untilLaw(system, orderId, { silence: 'cancels', deadlineAt: endOf(23) });
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 13_800, captured: 0 });
    await forwardTo(system, orderId, { days: 24, hour: 1 });
    expect(await readEnded(system, orderId)).toMatchObject(byLaw);
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured: 0, refunded: 0 });
    expect(await shelfOf(system, orderId)).toMatchObject({ onHand: 1, allocated: 0 });
    expect(await untilMail(system, orderId, 'cancelled')).toContain('Nothing was charged');
    expect(await mailbox(system, orderId)).not.toContain('refunded');
  });

  it.each(['deposit', 'prepaid'] as const)('gives back all that was paid: %s', async (terms) => {
    const orderId = `all-${terms}`;
    const upfront = terms === 'deposit' ? 5_000 : 13_800;
    await checkoutUpfront(system, { orderId, terms, upfront, promiseIn: 10 });
    await lateOn(orderId);
    await pastTheEnd(orderId);
    expect(await readEnded(system, orderId)).toMatchObject({
      ...byLaw,
      payment: { captured: usd(upfront), refunded: usd(upfront) },
    });
    const memo = `$${(upfront / 100).toFixed(2)}`;
    expect(await untilMail(system, orderId, 'cancelled')).toContain(memo);
    expect(await untilMail(system, orderId, 'refunded')).toContain(memo);
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, refunded: upfront });
  });

  it('has the shop send what it holds, by the end of the seventh working day', async () => {
    const orderId = 'held';
    await checkoutHeld(system, { orderId, promiseIn: 10 });
    await lateOn(orderId);
    await pastTheEnd(orderId);
    const { attention } = await untilAttention(system, orderId, 'refund_wanted');
    expect(attention).toMatchObject([
      { code: 'refund_wanted', amount: usd(13_800), dueAt: endOfSeventh(inDays(41)) },
    ]);
    expect((await resolve(system, orderId, 'refund_wanted')).status).toBe(200);
    expect(await readEnded(system, orderId)).toMatchObject(byLaw);
    expect(await untilMail(system, orderId, 'refunded')).toContain('$138.00');
    expect(await moneyAt(system, orderId)).toMatchObject({ intents: 0 });
  });

  it('has a person send what the provider would not, by the same day', async () => {
    const orderId = 'refused';
    await checkoutUpfront(system, { orderId, terms: 'prepaid', upfront: 13_800, promiseIn: 10 });
    await lateOn(orderId);
    const [intent] = await intentsOf(system, orderId);
    await system.act({ act: 'dispute', paymentIntent: intent?.id });
    await pastTheEnd(orderId);
    const { attention } = await untilAttention(system, orderId, 'refund_failed');
    const item = attention.find(({ code }: { code: string }) => code === 'refund_failed');
    expect(item).toMatchObject({ dueAt: endOfSeventh(inDays(41)) });
    await system.act({ act: 'close-dispute', paymentIntent: intent?.id, won: true });
    expect((await resolve(system, orderId, 'refund_failed')).status).toBe(200);
    await readEnded(system, orderId);
    expect(await moneyAt(system, orderId)).toMatchObject({ refunded: 13_800 });
  });

  /** Each unit carries half of the shipping. */
  it.each([
    { terms: 'on-shipment', captured: 13_350, refunded: 0 },
    { terms: 'prepaid', captured: 26_700, refunded: 13_350 },
  ])('ends only what has not left: $terms', async ({ terms, captured, refunded }) => {
    const orderId = `part-${terms}`;
    const wish: Wish = { orderId, promiseIn: 10, quantity: 2, fulfilment: 'ship-available' };
    await (terms === 'prepaid'
      ? checkoutUpfront(system, { ...wish, terms: 'prepaid', upfront: 26_700 })
      : checkout(system, wish));
    await restock(system, orderId, 1);
    await untilPhase(system, orderId, 'ready_to_ship');
    expect((await ship(system, orderId)).status).toBe(201);
    await lateOn(orderId);
    await pastTheEnd(orderId);
    expect(await readEnded(system, orderId)).toMatchObject({
      ...{ phase: 'shipped', attention: [], cancellation: { by: 'law' } },
      lines: [{ quantity: 2, shipped: 1, cancelled: 1 }],
    });
    await untilMail(system, orderId, 'cancelled');
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured, refunded });
  });

  it('says nothing of money if it cost none', async () => {
    const orderId = 'free';
    await checkoutFree(system, { orderId, promiseIn: 10 });
    await lateOn(orderId);
    await pastTheEnd(orderId);
    expect(await readEnded(system, orderId)).toMatchObject(byLaw);
    const memo = await untilMail(system, orderId, 'cancelled');
    expect(memo).not.toMatch(/charged|refund|\$/);
    expect(await moneyAt(system, orderId)).toMatchObject({ intents: 0 });
  });
});

describe('the books after all that', () => {
  /** As if nothing had happened for an hour: whatever moves is not compared. */
  const calmDown = async (): Promise<void> => {
    const { sql } = system.db;
    await sql`update orders set created_at = created_at - interval '1 hour'`;
    await sql`update views set updated_at = updated_at - interval '1 hour'`;
    await sql`
      update payment_attempts set created_at = created_at - interval '1 hour',
        settled_at = settled_at - interval '1 hour'`;
  };

  const compare = async (): Promise<Answer['body']> => {
    const answer = await system.call('POST', '/v1/reconciliation', {});
    expect(answer.status).toBeLessThan(300);
    const endsAt = Date.now() + patienceMs;
    for (;;) {
      const { body } = await system.call('GET', '/v1/reconciliation');
      if (body.run || Date.now() > endsAt) return body;
      await new Promise((done) => setTimeout(done, 50));
    }
  };

  it('agree with the provider’s', async () => {
    await calmDown();
    const { run, data } = await compare();
    expect(run.orders).toBeGreaterThanOrEqual(6);
    expect(data).toEqual([]);
  });
});
