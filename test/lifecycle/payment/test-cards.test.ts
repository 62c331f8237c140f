import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  attentionOf,
  mailbox,
  moneyAt,
  untilAttention,
  untilMail,
} from '../../support/lives/aftermath.ts';
import {
  cancel,
  checkout,
  read,
  readyToShip,
  resolve,
  restock,
  ship,
  until,
  untilEnded,
  untilPhase,
} from '../../support/lives/story.ts';
import { checkoutUpfront } from '../../support/lives/terms.ts';
import { confirmAtBank, giveCard } from '../../support/page/cardholder.ts';
import { deliver } from '../../support/system/provider-events.ts';
import { type System, startSystem } from '../../support/system/system.ts';
import courses from '../../vectors/test-cards.json' with { type: 'json' };

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

/** The cards of which the vectors say so. */
const cards = (wanted: string): string[] =>
  Object.entries(courses).flatMap(([card, course]) => (course === wanted ? card : []));

const whole = 13_800;
/** Of two lamps the first to leave, with its half of the shipping; the other is worth as much. */
const half = 13_350;

describe.concurrent('a card that pays', () => {
  it.each(cards('pays'))('%s is held, and charged when the goods go', async (card) => {
    await readyToShip(system, { orderId: card, card });
    await untilMail(system, card, 'ready-to-ship');
    expect(await read(system, card)).toMatchObject({
      payment: { state: 'authorized', problem: null },
      attention: [],
    });
    expect(await moneyAt(system, card)).toMatchObject({ held: whole, captured: 0 });
    expect((await ship(system, card)).status).toBe(201);
    await untilEnded(system, card);
    expect(await moneyAt(system, card)).toEqual({
      ...{ held: 0, captured: whole, refunded: 0, intents: 1 },
    });
    expect(await mailbox(system, card)).toEqual(['confirmation', 'ready-to-ship', 'shipped']);
  });
});

describe.concurrent('a card that is declined', () => {
  it.each(cards('may-pass'))('%s is asked again by itself; another one pays', async (card) => {
    const { problem } = await declined(card);
    expect(problem).toMatchObject({ reason: 'declined' });
    expect(hoursUntil(problem.retryAt)).toBeCloseTo(4, 1);
    await paysWithAnother(card);
  });

  it.each(cards('final'))('%s is never asked again; another one pays', async (card) => {
    const { problem } = await declined(card);
    expect(problem).toMatchObject({ reason: 'declined', retryAt: null });
    await paysWithAnother(card);
  });

  it.each(cards('expired'))('%s is said to have expired; another one pays', async (card) => {
    const { problem } = await declined(card);
    expect(problem).toMatchObject({ reason: 'expired', retryAt: null });
    await paysWithAnother(card);
  });
});

describe.concurrent('a card whose bank asks for its customer', () => {
  it.each(cards('asks'))('%s pays once they have confirmed', async (card) => {
    await asked(card);
    await confirmAtBank(system, card, 'fail');
    expect((await read(system, card)).payment.state).toBe('action_required');
    await confirmAtBank(system, card, 'complete');
    await recovers(card, { intents: 1 });
    expect(await mailbox(system, card)).toEqual([...untilProblem, ...untilReady]);
  });

  it.each(cards('asks-then-declines'))('%s says no to them; another pays there', async (card) => {
    await asked(card);
    const { payment } = await read(system, card);
    await confirmAtBank(system, card, 'complete');
    await timelineSays(card, 'The provider shows the payment as declined');
    expect((await read(system, card)).payment).toEqual(payment);
    await confirmAtBank(system, card, 'complete', 'pm_card_visa');
    await recovers(card, { intents: 1 });
    expect(await mailbox(system, card)).toEqual([...untilProblem, ...untilReady]);
  });
});

describe.concurrent('a charge that somebody objects to', () => {
  const stops = async (card: string, type: string, code: string): Promise<void> => {
    await firstOfTwo(card);
    expect(await deliver(system, card, type)).toBeGreaterThan(0);
    await untilAttention(system, card, code);
    const refused = await ship(system, card, { shipmentId: 's2' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'on_hold' } });
    expect(await moneyAt(system, card)).toMatchObject({ held: half, captured: half });
    expect((await resolve(system, card, code)).status).toBe(200);
    expect((await ship(system, card, { shipmentId: 's3' })).status).toBe(201);
    await untilEnded(system, card);
    expect(await moneyAt(system, card)).toMatchObject({ held: 0, captured: 2 * half, refunded: 0 });
  };

  it.each(cards('disputed'))('%s stops the rest until a person has looked', (card) =>
    stops(card, 'charge.dispute.created', 'disputed'),
  );

  it.each(cards('reported'))('%s stops the rest until a person has looked', (card) =>
    stops(card, 'radar.early_fraud_warning.created', 'fraud_warning'),
  );
});

describe.concurrent('a card that money goes back to', () => {
  it.each(cards('refunds-late'))('%s is said to have it once it has', async (card) => {
    await checkoutUpfront(system, { orderId: card, card, terms: 'prepaid', upfront: whole });
    await untilMail(system, card, 'confirmation');
    expect((await cancel(system, card)).status).toBe(200);
    await untilEnded(system, card);
    expect(await mailbox(system, card)).toEqual(['confirmation', 'cancelled', 'refunded']);
    expect(await read(system, card)).toMatchObject({
      payment: { state: 'refunded', refunded: { amount: whole } },
      attention: [],
    });
  });

  it.each(cards('refund-fails'))(
    '%s does not keep it: a person is asked, and each try is told',
    async (card) => {
      const deal = { orderId: card, card, quantity: 2, terms: 'prepaid' as const };
      await checkoutUpfront(system, { ...deal, upfront: 2 * half });
      await untilMail(system, card, 'confirmation');
      expect((await cancel(system, card, { lines: [{ id: '1', quantity: 1 }] })).status).toBe(200);
      await untilMail(system, card, 'refunded');
      await until(system, card, () => deliver(system, card, 'refund.failed').then(Boolean));
      const { attention, payment } = await until(
        system,
        card,
        (order) => order.attention.length > 0,
      );
      expect(attention).toMatchObject([{ code: 'refund_failed', dueAt: expect.any(String) }]);
      expect(payment.refunded.amount).toBe(0);
      for (const times of [2, 3]) {
        expect((await resolve(system, card, 'refund_failed')).status).toBe(200);
        await until(system, card, async () => (await countOf(card, 'refunded')) === times);
        expect((await moneyAt(system, card)).refunded).toBe(times * half);
        await until(system, card, async () => {
          await deliver(system, card, 'refund.failed');
          return (await attentionOf(system, card)).includes('refund_failed');
        });
      }
    },
  );
});

const untilProblem = ['confirmation', 'payment-problem'];
const untilReady = ['payment-recovered', 'ready-to-ship'];

/** Units are set aside, and the card says no to them. */
const declined = async (card: string) => {
  await checkout(system, { orderId: card, card });
  await restock(system, card, 1);
  await untilMail(system, card, 'payment-problem');
  return needsPayment(card, 'failed');
};

/** Units are set aside, and the bank wants to hear from its customer. */
const asked = async (card: string): Promise<void> => {
  await checkout(system, { orderId: card, card });
  await restock(system, card, 1);
  await untilMail(system, card, 'payment-problem');
  const { problem } = await needsPayment(card, 'action_required');
  expect(problem).toMatchObject({ reason: 'authentication', retryAt: null });
};

const needsPayment = async (card: string, state: string) => {
  const order = await until(system, card, ({ payment }) => payment.state === state);
  const keptUntil = expect.any(String);
  expect(order).toMatchObject({
    phase: 'awaiting_payment',
    payment: { problem: { amount: { amount: whole }, keptUntil, cancelledAt: keptUntil } },
  });
  expect(await attentionOf(system, card)).toEqual(['payment_failed']);
  expect(await mailbox(system, card)).toEqual(untilProblem);
  expect(await moneyAt(system, card)).toMatchObject({ held: 0, captured: 0, intents: 1 });
  return order.payment;
};

const paysWithAnother = async (card: string): Promise<void> => {
  expect((await giveCard(system, card)).status).toBe(200);
  await recovers(card, { intents: 2 });
  expect(await mailbox(system, card)).toEqual([...untilProblem, ...untilReady]);
};

const recovers = async (card: string, { intents }: { intents: number }): Promise<void> => {
  await untilPhase(system, card, 'ready_to_ship');
  await untilMail(system, card, 'ready-to-ship');
  expect(await read(system, card)).toMatchObject({
    payment: { state: 'authorized', problem: null },
    attention: [],
  });
  expect(await moneyAt(system, card)).toEqual({ held: whole, captured: 0, refunded: 0, intents });
};

/** One of two lamps has left and is paid; the other is ready to leave. */
const firstOfTwo = async (card: string): Promise<void> => {
  const wish = { orderId: card, card, quantity: 2, fulfilment: 'ship-available' as const };
  await readyToShip(system, wish);
  const lines = [{ id: '1', quantity: 1 }];
  expect((await ship(system, card, { lines })).status).toBe(201);
  await until(system, card, async () => {
    const { held, captured } = await moneyAt(system, card);
    return held === half && captured === half;
  });
};

const countOf = async (card: string, kind: string): Promise<number> =>
  (await mailbox(system, card)).filter((each) => each === kind).length;

const timelineSays = async (card: string, summary: string): Promise<void> => {
  const { body } = await system.call('GET', `/v1/backorders/${card}/timeline?limit=100`);
  expect(body.data.map((entry: { summary: string }) => entry.summary)).toContain(summary);
};

const hoursUntil = (at: string): number => (Date.parse(at) - Date.now()) / 3_600_000;
