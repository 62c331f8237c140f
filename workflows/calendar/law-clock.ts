import type { LawClock, LawQuestion, Moment, MomentKind } from '../domain/backorder/law.ts';
import { policyOf } from '../domain/law/policy/jurisdiction.ts';
import { policies } from '../domain/law/policy/policies.ts';
import type { LawFacts } from '../domain/law/policy/policy.ts';
import { addDays, type CivilDate, type Instant } from '../domain/time.ts';
import { endOfDay } from './legal-days.ts';
import { dayAtShipTo, type ShipTo, zoneAtShipTo } from './ship-to-day.ts';
import { instantAt } from './zone.ts';

/** How a shop wants deadlines met. */
export type LawRules = {
  /** How many days before a deadline a person is asked. */
  leadDays: number;
  /** Units that are set aside ship so many days after a deadline that they miss. */
  lateShipDays: number;
  /** Notices go out by themselves on the last day; else only a person is asked. */
  mayTell: boolean;
};

export const usualLawRules: LawRules = { leadDays: 3, lateShipDays: 3, mayTell: true };

/** Where the days are counted. */
type Surroundings = Pick<LawRules, 'leadDays' | 'mayTell'> & {
  shipTo: ShipTo;
  now: Instant;
};

const momentHour = 10;

/** The days of the law for an order, at ship-to, as instants. */
export const lawClock = (
  question: number,
  { startedAt, promisedOn, ...asked }: LawQuestion,
  surroundings: Surroundings,
): LawClock => {
  const { shipTo, now } = surroundings;
  const policy = policies[policyOf(shipTo.country)];
  const startOn = startedAt === null ? null : dayAtShipTo(shipTo, startedAt);
  const facts = { ...asked, startOn };
  const { deadlineOn, silence, answerOn } = policy.standing(facts);
  const zone = zoneAtShipTo(shipTo);
  const endOf = (on: CivilDate | null) => (on === null ? null : endOfDay(on, zone));
  const deadlineAt = endOf(deadlineOn);
  const at = (on: CivilDate): Instant => instantAt({ on, hour: momentHour, timeZone: zone });
  const moments = policy.isEndedByLaw
    ? optionMoments(facts, { deadlineOn, deadlineAt, at, ...surroundings })
    : deliveryMoments(promisedOn, { startOn, at, ...surroundings });
  const today = dayAtShipTo(shipTo, now);
  /** What a notice must not come after. Where nothing ends by law, one is never too late. */
  const endsAt = policy.isEndedByLaw ? deadlineAt : null;
  return {
    ...{ question, policy: policy.name, startOn, deadlineOn, deadlineAt, silence },
    answerBy: endOf(answerOn),
    momentsOn: policy.isEndedByLaw ? deadlineOn : promisedOn,
    moments: moments.map((moment) => notPast(moment, { now, today, at, endsAt })),
  };
};

/** What an order brings that its first days depend on. */
type Placed = Pick<LawQuestion, 'startedAt' | 'statedOn' | 'hasCredit' | 'isEssential'>;

/** The same of an order to which nothing has happened yet. */
export const firstLawClock = (placed: Placed, surroundings: Surroundings): LawClock => {
  const nothing = { notices: [], furtherOn: null, grantedOn: null };
  return lawClock(0, { ...placed, ...nothing, promisedOn: placed.statedOn }, surroundings);
};

type Days = Surroundings & { at: (on: CivilDate) => Instant };

/** Two moments before each deadline that no notice reaches beyond yet. */
const optionMoments = (
  facts: LawFacts,
  days: Days & { deadlineOn: CivilDate | null; deadlineAt: Instant | null },
): Moment[] => {
  const { deadlineOn, deadlineAt, at, now, leadDays, mayTell, shipTo } = days;
  const policy = policies[policyOf(shipTo.country)];
  if (deadlineOn === null || policy.isSettled(facts) || deadlineAt === null || deadlineAt <= now) {
    return [];
  }
  const isLater = facts.notices.some(({ kind }) => kind !== 'informs');
  const first: MomentKind = isLater && mayTell ? 'tell-unless-in-time' : 'warn';
  return [
    { does: first, at: at(addDays(deadlineOn, -leadDays)) },
    ...(mayTell ? [{ does: 'tell' as const, at: at(deadlineOn) }] : []),
  ];
};

/** On the day after a date that has passed, the customer is told what comes instead. */
const deliveryMoments = (
  promisedOn: CivilDate | null,
  { startOn, at, mayTell }: Days & { startOn: CivilDate | null },
): Moment[] =>
  promisedOn === null || startOn === null || !mayTell
    ? []
    : [{ does: 'tell', at: at(addDays(promisedOn, 1)) }];

/** A moment that has passed is at the next 10:00 before the order ends; if there is none, now. */
const notPast = (
  moment: Moment,
  {
    now,
    today,
    at,
    endsAt,
  }: Pick<Days, 'now' | 'at'> & { today: CivilDate; endsAt: Instant | null },
): Moment => {
  if (moment.at >= now) return moment;
  const next = at(today) > now ? at(today) : at(addDays(today, 1));
  return { ...moment, at: endsAt === null || next < endsAt ? next : now };
};
