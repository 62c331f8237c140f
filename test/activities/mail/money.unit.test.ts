import { describe, expect, it } from 'vitest';
import {
  maximumOf,
  moneyOfCancelled,
  paidBy,
  problemOf,
  upfrontOf,
} from '../../../activities/mail/money.ts';
import type { MailFacts } from '../../../db/mail/facts.ts';
import type { MoneyStatement, OutgoingOf } from '../../../workflows/domain/backorder/mail.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const at = '2026-12-01T15:00:00.000Z';

const line = {
  lineId: '1',
  sku: 'LAMP',
  title: 'Lamp',
  url: null,
  imageUrl: null,
  highlights: [],
  related: [],
  quantity: 1,
  total: 12_900,
  ...{ waiting: 0, allocated: 0, shipped: 0, cancelled: 1 },
};

const facts: MailFacts = {
  orderId: '1001',
  number: '1001',
  placedAt: '2026-11-23T15:00:00.000Z',
  email: 'ada@example.org',
  name: null,
  locale: 'en-US',
  timeZone: 'America/New_York',
  currency: 'USD',
  shipping: 900,
  mandate: null,
  paidUpfront: null,
  heldBy: null,
  linkVersion: 1,
  erasedAt: null,
  ...{ country: 'US', region: 'NY', postalCode: null, marketingConsent: false, isAsked: false },
  excitementGroup: null,
  lines: [line],
};

const noMoney: MoneyStatement = {
  ...{ captured: 0, givenBack: 0, chargedBack: 0, voided: 0, owed: 0, refundedAt: null },
  isUnmatched: false,
};

const common = { key: 'k', dueAt: at, promise: { on: null } };

/** What went back for the cancelled units, and what they had been paid. */
type Sums = { amount: number; paid: number; refundBy: string };

const cancelled = (sums: Partial<Sums>, money: Partial<MoneyStatement> = {}) => ({
  ...common,
  kind: 'cancelled' as const,
  about: { cancelId: 'c1', cause: null, amount: 0, paid: 0, refundBy: null, ...sums },
  money: { ...noMoney, ...money },
});

describe('the money of a cancelled order', () => {
  const settle = (
    money: Partial<MoneyStatement>,
    change: Partial<MailFacts> = {},
    sums: Partial<Sums> = {},
  ) => moneyOfCancelled({ facts: { ...facts, ...change }, message: cancelled(sums, money), at });

  it('was never charged, or released', () => {
    expect(settle({})).toEqual({ kind: 'never_charged' });
    expect(settle({ voided: 13_800 })).toEqual({ kind: 'released', amount: usd(13_800) });
  });

  it('is sent back by the shop that holds it, each part by itself', () => {
    const held = { heldBy: 'shop' as const, paidUpfront: 13_800 };
    expect(settle({ owed: 13_800 }, held, { amount: 5_000, paid: 5_000 })).toEqual({
      kind: 'shop_refunds',
      amount: usd(5_000),
      by: null,
    });
    expect(settle({ owed: 13_800 }, {}, { amount: 5_000, paid: 5_000 }).kind).toBe('refunding');
    const refundedAt = '2026-12-01T16:00:00.000Z';
    const sent = settle({ refundedAt }, held, { amount: 5_000, paid: 5_000 });
    expect(sent).toMatchObject({ kind: 'refunded', on: '2026-12-01' });
  });

  it('was sent back on the day it was, as the customer counts days', () => {
    const refundedAt = '2026-12-01T03:00:00.000Z';
    const money = { captured: 0, givenBack: 13_800 };
    const about = { amount: 13_800, paid: 13_800 };
    const sent = { kind: 'refunded', amount: usd(13_800), isRest: false, released: null };
    expect(settle({ ...money, refundedAt }, {}, about)).toEqual({ ...sent, on: '2026-11-30' });
    expect(settle(money, {}, about)).toEqual({ ...sent, on: '2026-12-01' });
  });

  it('was given back by the customer’s bank', () => {
    const back = { kind: 'charged_back', amount: usd(13_800) };
    expect(settle({ chargedBack: 13_800, givenBack: 13_800 })).toEqual(back);
    const ours = { chargedBack: 13_600, givenBack: 13_800 };
    expect(settle(ours, {}, { amount: 200, paid: 200 })).toMatchObject({ amount: usd(200) });
  });

  it('may not be told of when a payment was taken that does not count', () => {
    expect(settle({ isUnmatched: true })).toEqual({ kind: 'unmatched' });
    const sent = settle({ isUnmatched: true, givenBack: 200 }, {}, { amount: 200, paid: 200 });
    expect(sent).toMatchObject({ kind: 'refunded' });
  });

  it('is still to be sent, as far as it has not gone back', () => {
    const money = { captured: 10_000, givenBack: 3_800, owed: 10_000 };
    expect(settle(money)).toEqual({ kind: 'refunding', amount: usd(10_000), by: null });
  });

  it.each([
    ['the end of a day at ship-to', '2026-12-10T05:00:00.000Z', '2026-12-09'],
    ['an hour of a day, of which it is the day before', '2026-12-10T15:00:00.000Z', '2026-12-09'],
    ['an instant that has come', at, null],
  ])('is to be sent by a day, if it has to be by %s', (_, refundBy, by) => {
    expect(settle({ owed: 10_000 }, {}, { refundBy })).toMatchObject({ kind: 'refunding', by });
    const held = { heldBy: 'shop' as const, paidUpfront: 13_800 };
    const asked = settle({ owed: 10_000 }, held, { amount: 1, paid: 1, refundBy });
    expect(asked).toMatchObject({ kind: 'shop_refunds', by });
  });

  it('in part is that of its own units', () => {
    const left = { ...facts, lines: [{ ...line, waiting: 1, cancelled: 0 }] };
    const message = cancelled(
      { amount: 4_600, paid: 4_600 },
      { captured: 9_200, givenBack: 4_600 },
    );
    expect(moneyOfCancelled({ facts: left, message, at })).toMatchObject({
      kind: 'refunded',
      amount: usd(4_600),
    });
  });

  it('is not owed where it paid for what has shipped or is still to ship', () => {
    for (const lines of [
      [{ ...line, shipped: 1, cancelled: 0 }],
      [{ ...line, waiting: 1, cancelled: 0 }],
    ])
      expect(settle({ captured: 13_800 }, { lines })).toEqual({ kind: 'never_charged' });
  });
});

describe('a payment in trouble', () => {
  it('is told with the last days on which the customer can act', () => {
    const about: OutgoingOf<'payment-problem'>['about'] = {
      ...{ subject: 'L1', intentId: null },
      stage: 'due',
      reason: 'removed',
      amount: 5_000,
      payBy: '2026-12-04T15:00:00.000Z',
      cancelsAt: '2026-12-18T15:00:00.000Z',
      retryAt: '2026-12-02T03:00:00.000Z',
    };
    expect(
      problemOf({
        facts,
        message: { ...common, kind: 'payment-problem', about, money: noMoney },
        at,
      }),
    ).toEqual({
      stage: 'due',
      reason: 'removed',
      amount: usd(5_000),
      payBy: '2026-12-03',
      placeUntil: '2026-12-17',
      retry: { on: '2026-12-01', isToday: true },
    });
  });
});

describe('the payment of what has shipped', () => {
  const paid = (isCovered: boolean, charge: number, paidUpfront: number | null) => {
    const about = { shipmentId: 's1', charge, isCovered, waived: 0 };
    const message = { ...common, kind: 'shipped' as const, about, money: noMoney };
    const lines = [{ ...line, shipped: 1, cancelled: 0 }];
    return paidBy({ facts: { ...facts, paidUpfront, lines }, message });
  };

  it('was paid with the order, is covered by its deposit, or is charged as it leaves', () => {
    expect(paid(true, 0, 13_800)).toBe('checkout');
    expect(paid(true, 0, 5_000)).toBe('deposit');
    expect(paid(false, 1_400, 5_000)).toBeNull();
    expect(paid(false, 0, null)).toBeNull();
  });
});

describe('what was paid with the order', () => {
  it('leaves the rest to be charged, or nothing', () => {
    const open = { ...facts, lines: [{ ...line, waiting: 1, cancelled: 0 }] };
    expect(upfrontOf(open)).toBeNull();
    expect(upfrontOf({ ...open, paidUpfront: 5_000 })).toEqual({
      paid: usd(5_000),
      left: usd(8_800),
    });
    expect(upfrontOf({ ...open, paidUpfront: 13_800 })?.left).toEqual(usd(0));
    expect(upfrontOf({ ...facts, paidUpfront: 5_000 })?.left).toEqual(usd(0));
  });

  it('is never more than what is left of the order, whatever was agreed', () => {
    const mandate = { maximum: usd(20_000) };
    const open = { ...facts, lines: [{ ...line, waiting: 1, cancelled: 0 }] };
    expect(maximumOf({ ...open, mandate })).toEqual(usd(13_800));
    expect(maximumOf({ ...open, mandate, paidUpfront: 5_000 })).toEqual(usd(8_800));
    expect(maximumOf({ ...open, mandate: { maximum: usd(9_000) } })).toEqual(usd(9_000));
    expect(maximumOf({ ...facts, mandate })).toEqual(usd(0));
  });
});
