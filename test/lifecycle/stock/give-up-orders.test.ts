import { afterAll, beforeAll, expect, it } from 'vitest';
import { goOnWithLate } from '../../../db/stock/give-up/end.ts';
import { mailbox, moneyAt, untilAttention, untilMail } from '../../support/lives/aftermath.ts';
import {
  cancel,
  checkout,
  checkoutBody,
  forward,
  read,
  restock,
  ship,
  until,
  untilEnded,
  untilPhase,
  zoneAtNoon,
} from '../../support/lives/story.ts';
import { type Deal, upfrontBody } from '../../support/lives/terms.ts';
import { checkoutAsking, checkoutHeld } from '../../support/lives/terms-without-card.ts';
import { patienceMs } from '../../support/patience.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const reason = 'The maker has stopped making this lamp.';
const wish = { sku: 'LAMP', promiseIn: 30, timeZone: zoneAtNoon() };

const place = async (body: object): Promise<void> => {
  const answer = await system.call('POST', '/v1/backorders', body);
  expect(answer.body).toMatchObject({ orderId: expect.any(String) });
};

/** Another line beside the lamp, at the same price. */
const besides = <Line extends object>(line: Line, sku: string) => [line, { ...line, id: '2', sku }];

/** A lamp and something else, of which the storefront has taken `upfront`. */
const placeUpfront = async (deal: Deal, sku: string): Promise<void> => {
  const { payment, lines, ...body } = await upfrontBody(system, { ...deal, quantity: 2 });
  const [line] = lines.map((each) => ({ ...each, quantity: 1 }));
  if (line) await place({ ...body, payment, lines: besides(line, sku) });
};

const untilDone = async (giveUpId: string) => {
  const look = async () => (await system.call('GET', `/v1/skus/LAMP/give-up/${giveUpId}`)).body;
  await expect.poll(async () => (await look()).state, { timeout: patienceMs }).toBe('done');
  return look();
};

const mailsOf = async (orderId: string, kind: string): Promise<number> =>
  (await mailbox(system, orderId)).filter((each) => each === kind).length;

it(
  'takes the lamp alone out of each order, and does right by its money, whatever its state',
  async () => {
    // At the bank: its unit is set aside, and stays so for as long as the customer may answer.
    const atBank = { ...wish, orderId: 'bank', card: 'pm_card_authenticationRequired' };
    await checkout(system, atBank);
    await restock(system, 'LAMP', 1);
    await untilPhase(system, 'bank', 'awaiting_payment');

    const yen = { currency: 'JPY', unitPrice: 1_000, shipping: 300 };
    const prepaid = { terms: 'prepaid' as const, upfront: 2_300 };
    await placeUpfront({ ...wish, orderId: 'yen', ...yen, ...prepaid }, 'RUG');
    const deposit = { terms: 'deposit' as const, upfront: 5_000 };
    await placeUpfront({ ...wish, orderId: 'deposit', ...deposit }, 'RUG');
    const { lines, ...whole } = await checkoutBody(system, {
      ...{ ...wish, orderId: 'whole', quantity: 2 },
    });
    const [line] = lines.map((each) => ({ ...each, quantity: 1 }));
    await place({ ...whole, lines: line ? besides(line, 'VASE') : [] });
    await restock(system, 'VASE', 1);
    await checkoutHeld(system, { ...wish, orderId: 'shop-held' });
    await checkoutAsking(system, { ...wish, orderId: 'asking' });
    await checkout(system, { ...wish, orderId: 'on-hold' });
    await system.call('POST', '/v1/backorders/on-hold/hold', { reason: 'address check' });
    await checkout(system, { ...wish, orderId: 'cancelling' });
    for (const orderId of ['yen', 'deposit', 'whole', 'shop-held', 'on-hold', 'cancelling']) {
      await untilMail(system, orderId, 'confirmation');
    }
    await until(system, 'yen', ({ payment }) => payment.captured?.amount === 2_300);
    await until(system, 'deposit', ({ payment }) => payment.captured?.amount === 5_000);
    expect((await read(system, 'whole')).phase).toBe('awaiting_stock');

    const { body: preview } = await system.call('POST', '/v1/skus/LAMP/give-up/preview', {});
    expect(preview).toMatchObject({ orders: 7, units: 7, whole: 4, partial: 3 });
    expect(preview.stays).toEqual({ orders: 1, units: 1 });
    const inYen = preview.money.find(
      ({ refunded }: { refunded: { currency: string } }) => refunded.currency === 'JPY',
    );
    // Half of the shipping goes back with it.
    expect(inYen.refunded).toEqual({ amount: 1_150, currency: 'JPY' });

    // The customer cancels at the same moment: either comes first, and it happens once.
    await Promise.all([
      system.call('POST', '/v1/skus/LAMP/give-up', { giveUpId: 'g', reason }),
      cancel(system, 'cancelling'),
    ]);
    expect(await untilDone('g')).toMatchObject({ unanswered: 0 });

    expect(await untilMail(system, 'yen', 'cancelled')).toContain('¥1,150');
    expect(await moneyAt(system, 'yen')).toMatchObject({ captured: 2_300, refunded: 1_150 });
    expect(await untilMail(system, 'deposit', 'cancelled')).toContain(reason);
    expect(await moneyAt(system, 'deposit')).toMatchObject({ captured: 5_000, refunded: 0 });
    for (const orderId of ['yen', 'deposit']) {
      const { phase, lines: left } = await read(system, orderId);
      expect(phase).toBe('awaiting_stock');
      expect(left).toMatchObject([{ cancelled: 1 }, { cancelled: 0, waiting: 1 }]);
    }
    // Without the lamp it is whole.
    await untilPhase(system, 'whole', 'ready_to_ship');
    expect((await ship(system, 'whole')).status).toBe(201);
    await untilEnded(system, 'whole');
    expect(await moneyAt(system, 'whole')).toMatchObject({ captured: 13_350, held: 0 });

    await untilAttention(system, 'shop-held', 'refund_wanted');
    for (const orderId of ['shop-held', 'asking', 'on-hold', 'cancelling']) {
      await untilPhase(system, orderId, 'cancelled');
      await untilMail(system, orderId, 'cancelled');
    }
    for (const orderId of ['yen', 'deposit', 'whole', 'shop-held', 'asking', 'cancelling']) {
      expect(await mailsOf(orderId, 'cancelled'), orderId).toBe(1);
    }

    // Its time at the bank runs out: its lamp lies there for another card, as long as for anybody.
    expect((await read(system, 'bank')).phase).toBe('awaiting_payment');
    await forward(system, 'bank', 3);
    await untilPhase(system, 'bank', 'awaiting_stock');
    await goOnWithLate(system.db.sql);
    expect((await system.call('GET', '/v1/skus/LAMP/give-up/g')).body.state).toBe('done');
    expect(await mailsOf('bank', 'cancelled')).toBe(0);
    await forward(system, 'bank', 14);
    await untilPhase(system, 'bank', 'cancelled');
    expect(await untilMail(system, 'bank', 'cancelled')).not.toContain(reason);
    expect(await moneyAt(system, 'bank')).toMatchObject({ captured: 0, held: 0 });
  },
  4 * patienceMs,
);
