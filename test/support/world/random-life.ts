import fc from 'fast-check';
import type { AttentionCode } from '../../../workflows/domain/backorder/attention.ts';
import type { Opening } from '../../../workflows/domain/backorder/backorder.ts';
import type { DeclineKind } from '../../../workflows/domain/backorder/card.ts';
import type { Part } from '../../../workflows/domain/backorder/snapshot.ts';

import type { PaymentHint } from '../../../workflows/domain/payment/hint.ts';
import { dayMs, hourMs, minuteMs } from '../../../workflows/domain/time.ts';
import {
  adasLamp,
  asked,
  bensMints,
  bensMugs,
  cleosRoom,
  free,
  heldByShop,
  totalOf,
} from '../cast.ts';
import type { Way } from './effects.ts';
import { underLaw } from './law.ts';
import type { CardAnswer } from './provider.ts';

/** Something that befalls a backorder from outside. Names repeat, so that requests come twice. */
export type Event =
  | { type: 'wait'; ms: number }
  | { type: 'arrive'; lineId: string; quantity: number; isTold: boolean }
  | { type: 'news'; index: number }
  | { type: 'cancel'; name: string; lines: Part[] | null }
  | { type: 'ship'; name: string; lines: Part[] | null; isPatient: boolean }
  | { type: 'promise'; name: string; on: string | null }
  | { type: 'resolve'; code: AttentionCode }
  | { type: 'byHand' | 'dropped' | 'disputed' | 'bounced'; intentId: string }
  | { type: 'returned'; intentId: string; amount: number }
  | { type: 'authenticated'; intentId: string; answer: 'approve' | DeclineKind; methodId: string }
  | { type: 'hint'; hint: PaymentHint }
  | { type: 'method'; methodId: string }
  | { type: 'removed' | 'replaced'; methodId: string }
  | { type: 'offer' | 'given'; offerId: string }
  | { type: 'looked' | 'agreed' }
  | { type: 'wishes' }
  | { type: 'answer'; name: string; accept: boolean; until: string | null }
  | { type: 'withdraw' | 'period'; name: string }
  | { type: 'undelivered' }
  | { type: 'outage'; ms: number }
  | { type: 'moves'; country: string }
  | { type: 'takeBack' | 'customer' | 'hold' | 'release' | 'restart' | 'revive' };

/** A backorder with everything that happens to it, and how the world outside behaves. */
export type Life = {
  opening: Opening;
  /** Where it goes to, as the beginning of its law. */
  country: string;
  events: Event[];
  ways: Way[];
  cards: CardAnswer[];
  tookMs: number[];
  early: boolean[];
  /** For how many hours relationship mail is held, one after the other; 0: it goes out. */
  mailHolds: number[];
  /** Whether each of them is said by a mail of another order. */
  mailMerges: boolean[];
  holdMs: number;
  failingRefunds: number;
  /** The least sum that the provider charges, if it is more than our table says. */
  least: number;
  /** Whether what the shop says was paid at checkout really was. */
  isPaid: boolean;
};

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');

const lineId = fc.constantFrom('1', '1', '2');

const lines = fc.uniqueArray(fc.record({ lineId, quantity: fc.constantFrom(1, 1, 1, 2, 3) }), {
  selector: (units) => units.lineId,
  minLength: 1,
  maxLength: 2,
});

const intentId = fc.constantFrom('i1', 'i2', 'i3', 'i4', 'upfront');

const methodId = fc.constantFrom('pm_1', 'pm_2', 'pm_3');

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('wait' as const),
      ms: fc.constantFrom(
        1,
        500,
        3000,
        3000,
        3 * minuteMs,
        hourMs,
        dayMs,
        3 * dayMs,
        8 * dayMs,
        20 * dayMs,
      ),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('arrive' as const),
      lineId,
      quantity: fc.constantFrom(1, 1, 2, 3),
      isTold: fc.constantFrom(true, true, false),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      type: fc.constant('ship' as const),
      name,
      lines: fc.option(lines, { freq: 2 }),
      isPatient: fc.constantFrom(true, true, false),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('cancel' as const),
      name,
      lines: fc.option(lines, { freq: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('news' as const), index: fc.nat(30) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('promise' as const),
      name,
      on: fc.constantFrom(null, '2026-12-01', '2027-03-01'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('resolve' as const),
      code: fc.constantFrom<AttentionCode>(
        'dead_end',
        'refund_failed',
        'refund_wanted',
        'payment_failed',
        'payment_refused',
        'disputed',
        'refunded_elsewhere',
        'unpaid',
        'notice_due',
        'deadline_missed',
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom('byHand', 'dropped', 'dropped', 'disputed', 'bounced'),
      intentId,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('authenticated' as const),
      intentId,
      answer: fc.constantFrom('approve', 'approve', 'soft', 'hard'),
      methodId,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('returned' as const),
      intentId,
      amount: fc.constantFrom(1, 20, 5_000),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('hint' as const),
      hint: fc.oneof(
        fc.record({ about: fc.constant('intent' as const), intentId }),
        fc.record({ about: fc.constantFrom('card' as const, 'offer' as const) }),
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constantFrom('method' as const), methodId }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constantFrom('removed', 'replaced'), methodId }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom('offer', 'given'),
      offerId: fc.constantFrom('o1', 'o2'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constantFrom('looked', 'looked', 'agreed') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('answer' as const),
      name,
      accept: fc.constantFrom(true, true, false),
      until: fc.constantFrom(null, null, 'open', '2026-12-20', '2027-06-01'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('withdraw', 'period'), name }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('undelivered' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('outage' as const),
      ms: fc.constantFrom(minuteMs, hourMs, 2 * dayMs, 33 * dayMs),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('moves' as const),
      country: fc.constantFrom('US', 'DE', 'GB', 'BR'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom(
        'takeBack',
        'wishes',
        'customer',
        'hold',
        'release',
        'restart',
        'revive',
      ),
    }),
  },
);

const mostly = <T>(usual: T, ...others: T[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));

const orders = fc.constantFrom(adasLamp, bensMugs, bensMugs, bensMints, cleosRoom);

/** The same order with a deposit of that part of it, or paid as a whole. */
const paid = (order: Opening, part: number): Opening => ({
  ...order,
  payment: {
    methodId: part < 1 ? 'pm_1' : null,
    upfront: { amount: Math.floor(totalOf(order) * part) },
  },
});

const opening = fc.oneof(
  { weight: 3, arbitrary: orders },
  fc.tuple(orders, fc.constantFrom(0.2, 0.5, 1)).map(([order, part]) => paid(order, part)),
  orders.map((order) => asked(order)),
  orders.map(heldByShop),
  orders.map(free),
);

export const anyLife: fc.Arbitrary<Life> = fc
  .record({
    country: fc.constantFrom('US', 'US', 'DE', 'GB', 'BR'),
    opening: fc
      .tuple(opening, fc.constantFrom(0, 5_000))
      .map(([order, joinMs]) => ({ ...order, joinMs })),
    isPaid: mostly(true, false),
    events: fc.array(event, { minLength: 5, maxLength: 30, size: 'max' }),
    ways: fc.array(mostly<Way>('done', 'lost', 'unreached', 'dead_end'), { maxLength: 20 }),
    cards: fc.array(
      mostly<CardAnswer>('approve', 'soft', 'hard', 'expired', 'authentication', 'refuse'),
      {
        maxLength: 5,
      },
    ),
    tookMs: fc.array(fc.constantFrom(1, 400, 2000, 4 * minuteMs), { minLength: 1, maxLength: 5 }),
    early: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
    mailHolds: fc.array(fc.constantFrom(0, 0, 1, 14, 40), { maxLength: 6 }),
    mailMerges: fc.array(fc.constantFrom(false, false, true), { maxLength: 4 }),
    holdMs: fc.constantFrom(6 * hourMs, 2 * dayMs, 7 * dayMs),
    failingRefunds: fc.constantFrom(0, 1),
    least: mostly(0, 36, 60, 7_000),
  })
  .map((life) => ({ ...life, opening: underLaw(life.opening, life.country) }));
