import { firstLawClock, usualLawRules } from '../../../workflows/calendar/law-clock.ts';
import type { Opening } from '../../../workflows/domain/backorder/backorder.ts';
import type { Until } from '../../../workflows/domain/backorder/law.ts';
import { phaseOf } from '../../../workflows/domain/backorder/snapshot.ts';
import { addMs, type CivilDate, dayMs, type Instant } from '../../../workflows/domain/time.ts';
import type { World } from './effects.ts';
import { sentOf } from './views.ts';
import { ask, createWorld } from './world.ts';

/** The same order, going to that country, with its first days of the law. */
export const underLaw = (order: Opening, country: string): Opening => {
  const { placedAt, promise, payment } = order;
  const { hasCredit, isEssential } = order.law;
  const startedAt = payment.ask ? null : placedAt;
  const clock = firstLawClock(
    { hasCredit, isEssential, startedAt, statedOn: promise?.on ?? null },
    { ...usualLawRules, shipTo: { country, region: null, postalCode: null }, now: placedAt },
  );
  return { ...order, law: { ...order.law, clock } };
};

/** The world of an order that goes to that country. */
export const worldIn = (country: string, order: Opening): World =>
  createWorld(underLaw(order, country), { country });

/** What the delay notices said in law, oldest first. */
export const lawSaid = (world: World) =>
  sentOf(world, 'delay-notice').map(({ about }) => about.law);

export const codesOf = (world: World) => world.state.attention.map(({ code }) => code);

/** The end of that day in New York in winter. */
export const endInNewYork = (on: CivilDate): Instant => addMs(`${on}T05:00:00.000Z`, dayMs);

export const isEndedByLaw = (world: World): boolean =>
  phaseOf(world.state.stock) === 'cancelled' &&
  sentOf(world, 'cancelled').at(-1)?.about.cause === 'law';

/** The shop gives another date, or none. */
export const promise = (world: World, promiseId: string, on: CivilDate | null) =>
  ask(world, {
    ...{ type: 'ChangePromise', promiseId, on, statedAt: world.now, isSupply: false },
  });

export const answer = (
  world: World,
  said: { accept: boolean; until?: Until; name?: string; receivedAt?: string },
) => {
  const { accept, until = null, name = 'a', receivedAt } = said;
  return ask(world, {
    ...{ type: 'AnswerNotice', wordId: `answer/${name}`, channel: 'page', accept, until },
    ...(receivedAt !== undefined && { receivedAt }),
  });
};

/** The world of an order to the United States whose customer was told these dates, one by one. */
export const told = (order: Opening, dates: readonly (CivilDate | null)[]): World => {
  const world = worldIn('US', order);
  for (const [index, on] of dates.entries()) promise(world, `s${index}`, on);
  return world;
};
