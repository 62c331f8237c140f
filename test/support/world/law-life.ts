import fc from 'fast-check';
import type { Opening } from '../../../workflows/domain/backorder/backorder.ts';
import type { Part } from '../../../workflows/domain/backorder/snapshot.ts';
import { dayMs, hourMs } from '../../../workflows/domain/time.ts';
import { adasLamp, bensMugs, cleosRoom, heldByShop, totalOf } from '../cast.ts';
import { underLaw } from './law.ts';
import type { Event, Life } from './random-life.ts';

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');

/** Long enough for deadlines to pass. */
const wait = fc.record({
  type: fc.constant('wait' as const),
  ms: fc.constantFrom(hourMs, dayMs, 10 * dayMs, 25 * dayMs, 40 * dayMs),
});

const promise = fc.record({
  ...{ type: fc.constant('promise' as const), name },
  on: fc.constantFrom(null, '2026-12-28', '2027-01-20', '2027-02-10', '2027-03-20', '2027-05-01'),
});

const answer = fc.record({
  ...{ type: fc.constant('answer' as const), name },
  accept: fc.constantFrom(true, true, true, true, true, false),
  until: fc.constantFrom(null, null, 'open', '2027-03-20', '2027-06-01'),
});

const arrival = fc.record({
  ...{ type: fc.constant('arrive' as const), lineId: fc.constantFrom('1', '2') },
  ...{ quantity: fc.constantFrom(1, 2), isTold: fc.constant(true) },
});

const part: fc.Arbitrary<Part[]> = fc.constant([{ lineId: '1', quantity: 1 }]);

const shipment = fc.record({
  ...{ type: fc.constant('ship' as const), name },
  ...{ lines: fc.option(part), isPatient: fc.constant(true) },
});

const person: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    type: fc.constant('resolve' as const),
    code: fc.constantFrom('notice_due' as const, 'deadline_missed' as const),
  }),
  fc.record({
    ...{ type: fc.constant('cancel' as const), name },
    lines: fc.option(part, { freq: 3 }),
  }),
);

const customer: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ type: fc.constantFrom('withdraw' as const, 'period' as const), name }),
  fc.record({
    type: fc.constant('moves' as const),
    country: fc.constantFrom('US', 'DE', 'GB', 'BR'),
  }),
);

const trouble: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ type: fc.constant('undelivered' as const) }),
  fc.record({ type: fc.constant('outage' as const), ms: fc.constantFrom(hourMs, 33 * dayMs) }),
);

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 10, arbitrary: wait },
  { weight: 4, arbitrary: promise },
  { weight: 3, arbitrary: answer },
  { weight: 1, arbitrary: arrival },
  { weight: 1, arbitrary: shipment },
  { weight: 1, arbitrary: person },
  { weight: 1, arbitrary: customer },
  { weight: 1, arbitrary: trouble },
);

const paid = (order: Opening, part: number): Opening => ({
  ...order,
  payment: { methodId: 'pm_1', upfront: { amount: Math.floor(totalOf(order) * part) } },
});

const order = fc.constantFrom(adasLamp, bensMugs, cleosRoom);

const opening = fc.oneof(
  order,
  order.map((each) => paid(each, 1)),
  order.map((each) => paid(each, 0.5)),
  order.map(heldByShop),
);

/** A life in which nothing but the law befalls an order, mostly in the United States. */
export const anyLawfulLife: fc.Arbitrary<Life> = fc
  .record({
    country: fc.constantFrom('US', 'US', 'US', 'BR', 'DE', 'GB'),
    opening,
    events: fc.array(event, { minLength: 4, maxLength: 14, size: 'max' }),
  })
  .map(({ country, opening: order, events }) => ({
    ...{ country, events, opening: underLaw(order, country) },
    ...{ ways: [], cards: [], tookMs: [700], early: [false], mailHolds: [], mailMerges: [] },
    ...{ holdMs: 7 * dayMs, failingRefunds: 0, least: 0, isPaid: true },
  }));

/** Whether people and processes were there all the time. */
export const isUndisturbed = ({ events }: Life): boolean =>
  events.every(({ type }) => type !== 'outage');
