import type { Opening } from '../../workflows/domain/backorder/backorder.ts';
import type { LawClock } from '../../workflows/domain/backorder/law.ts';
import type { SaidInLaw } from '../../workflows/domain/backorder/mail.ts';
import type { LawView } from '../../workflows/domain/law/view.ts';
import { addMs, dayMs, type Instant } from '../../workflows/domain/time.ts';

/** The morning on which everything in the tests begins. */
export const dayZero: Instant = '2026-11-23T10:00:00.000Z';

/** The same hour, so many days later. */
export const day = (days: number): Instant => addMs(dayZero, days * dayMs);

/** Ada waits for one brass lamp. The people are for tests that need a name and an address. */
export const ada = {
  email: 'ada@example.org',
  name: 'Ada',
  locale: 'en-US',
  timeZone: 'America/New_York',
  country: 'US',
} as const;

/** Ben waits for three mugs at an odd price. */
export const ben = {
  email: 'ben@example.org',
  name: 'Ben',
  locale: 'en-GB',
  timeZone: 'Europe/London',
  country: 'GB',
} as const;

/** Cleo waits for two rugs and a chair, and has them sent as they come. */
export const cleo = {
  email: 'cleo@example.org',
  name: 'Cleo',
  locale: 'de-DE',
  timeZone: 'Europe/Berlin',
  country: 'DE',
} as const;

/** No day of the law: for tests of what it does not touch. */
export const freeClock: LawClock = {
  question: 0,
  policy: 'us',
  startOn: null,
  deadlineOn: null,
  deadlineAt: null,
  silence: 'none',
  answerBy: null,
  moments: [],
  momentsOn: null,
};

/** What others see of it. */
export const freeLaw: LawView = {
  policy: 'us',
  deadlineOn: null,
  deadlineAt: null,
  silence: 'none',
  notice: null,
  mayAnswer: false,
  mayWithdraw: false,
  maySetPeriod: false,
  isEssential: false,
  furtherOn: null,
  withdrawnAt: null,
};

type Wanted = { quantity: number; total: number };

const opening = (orderId: string, wanted: readonly Wanted[], rest: Partial<Opening>): Opening => {
  const lines = wanted.map((line, index) => ({ lineId: `${index + 1}`, ...line }));
  return {
    orderId,
    placedAt: dayZero,
    currency: 'USD',
    shipping: 0,
    lines,
    promise: null,
    stock: {
      ledgerRevision: 1,
      lines: lines.map(({ lineId, quantity }) => ({
        lineId,
        waiting: quantity,
        kept: 0,
        shipped: 0,
        cancelled: 0,
      })),
      leases: [],
      revocations: 0,
      barred: null,
    },
    payment: { methodId: 'pm_1', upfront: null },
    joinMs: 0,
    isImported: false,
    law: { hasCredit: false, isEssential: false, clock: freeClock, silentOn: null },
    ...rest,
  };
};

/** One brass lamp for 129.00 and 9.00 shipping, promised in 53 days. */
export const adasLamp: Opening = opening('1001', [{ quantity: 1, total: 12_900 }], {
  shipping: 900,
  promise: { promiseId: 'p1', on: '2027-01-15', statedAt: dayZero },
});

/** Three mugs for 1.00 in all, so that no third of it is whole; no date. */
export const bensMugs: Opening = opening('1002', [{ quantity: 3, total: 100 }], {
  currency: 'GBP',
});

/** Three mints for 0.40 in all: no part of them is as much as a card can be charged. */
export const bensMints: Opening = opening('1004', [{ quantity: 3, total: 40 }], {
  currency: 'GBP',
});

/** Line 1: two rugs for 200.00. Line 2: a chair for 70.00. 5.00 shipping. */
export const cleosRoom: Opening = opening(
  '1003',
  [
    { quantity: 2, total: 20_000 },
    { quantity: 1, total: 7_000 },
  ],
  {
    currency: 'EUR',
    shipping: 500,
    promise: { promiseId: 'p1', on: '2027-02-26', statedAt: dayZero },
  },
);

/** The same order, whose shop has no card: it is barred until its customer gives one and agrees. */
export const asked = (order: Opening, days = 7): Opening => ({
  ...order,
  stock: { ...order.stock, barred: 'payment' },
  payment: { methodId: null, upfront: null, ask: { from: dayZero, days } },
});

/** The same order, paid as a whole to the shop, which holds the money. */
export const heldByShop = (order: Opening): Opening => ({
  ...order,
  payment: { methodId: null, upfront: { amount: totalOf(order), heldBy: 'shop' } },
});

/** The same order as a gift. */
export const free = (order: Opening): Opening => ({
  ...order,
  shipping: 0,
  lines: order.lines.map((line) => ({ ...line, total: 0 })),
  payment: { methodId: null, upfront: null },
});

/** What the customer pays for the whole order, in minor units. */
export const totalOf = ({ lines, shipping }: Opening): number =>
  lines.reduce((sum, { total }) => sum + total, shipping);

/** What an American notice of a delay within 30 days says in law. */
export const lateInLaw: SaidInLaw = {
  ...{ policy: 'us', kind: 'first_within_30', silence: 'consents' },
  ...{ before: '2027-01-15', newOn: '2027-02-01', answerOn: '2027-02-01' },
  ...{ deadlineOn: '2027-02-01', isEssential: false, isPeriodOver: false },
};
