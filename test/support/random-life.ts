import fc from 'fast-check';
import type { AttentionCode, Opening } from '../../workflows/domain/backorder.ts';
import type { Units } from '../../workflows/domain/ledger.ts';
import { dayMs, hourMs, minuteMs } from '../../workflows/domain/time.ts';
import { adasLamp, bensMugs, cleosRoom } from './cast.ts';
import type { Way } from './world-effects.ts';
import type { CardAnswer } from './world-provider.ts';

/** Something that befalls a backorder from outside. Names repeat, so that requests come twice. */
export type Event =
  | { type: 'wait'; ms: number }
  | { type: 'arrive'; lineId: string; quantity: number; isTold: boolean }
  | { type: 'news'; index: number }
  | { type: 'cancel'; name: string; lines: Units[] | null }
  | { type: 'ship'; name: string; lines: Units[] | null; isPatient: boolean }
  | { type: 'promise'; name: string; on: string | null }
  | { type: 'resolve'; code: AttentionCode }
  | { type: 'byHand' | 'dropped'; intentId: string }
  | { type: 'takeBack' | 'customer' | 'hold' | 'release' | 'restart' };

/** A backorder with everything that happens to it, and how the world outside behaves. */
export type Life = {
  opening: Opening;
  events: Event[];
  ways: Way[];
  cards: CardAnswer[];
  tookMs: number[];
  early: boolean[];
  holdMs: number;
  failingRefunds: number;
};

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');

const lineId = fc.constantFrom('1', '1', '2');

const lines = fc.uniqueArray(fc.record({ lineId, quantity: fc.constantFrom(1, 1, 1, 2, 3) }), {
  selector: (units) => units.lineId,
  minLength: 1,
  maxLength: 2,
});

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('wait' as const),
      ms: fc.constantFrom(1, 500, 3000, 3000, 3 * minuteMs, hourMs, dayMs, 3 * dayMs, 8 * dayMs),
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
      code: fc.constantFrom<AttentionCode>('dead_end', 'refund_failed', 'payment_failed'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom('byHand', 'dropped', 'dropped'),
      intentId: fc.constantFrom('i1', 'i2', 'i3'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom('takeBack', 'customer', 'hold', 'release', 'restart'),
    }),
  },
);

const mostly = <T>(usual: T, ...others: T[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));

export const anyLife: fc.Arbitrary<Life> = fc.record({
  opening: fc.constantFrom(adasLamp, bensMugs, bensMugs, cleosRoom),
  events: fc.array(event, { minLength: 5, maxLength: 30, size: 'max' }),
  ways: fc.array(mostly<Way>('done', 'lost', 'unreached', 'dead_end'), { maxLength: 20 }),
  cards: fc.array(mostly<CardAnswer>('approve', 'decline', 'expired', 'authentication', 'refuse'), {
    maxLength: 5,
  }),
  tookMs: fc.array(fc.constantFrom(1, 400, 2000, 4 * minuteMs), { minLength: 1, maxLength: 5 }),
  early: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
  holdMs: fc.constantFrom(6 * hourMs, 2 * dayMs, 7 * dayMs),
  failingRefunds: fc.constantFrom(0, 1),
});
