import type { Backorder } from './backorder.ts';
import { delayedUntil, never } from './delay.ts';
import type { Effect } from './effect.ts';
import { isTerminal, phaseOf } from './ledger.ts';
import { mailSteps, nextMail, nextSentMail } from './mail-lane.ts';
import { moneySteps, nextHoldChange } from './payment.ts';
import { stockSteps } from './stock-lane.ts';
import { earliest, type Instant } from './time.ts';
import { uncollected } from './value.ts';

export type Plan = {
  /** At most one effect a lane; a lane that is busy finishes first. */
  start: Effect[];
  /** When to plan again although nothing has happened. */
  wakeAt: Instant | undefined;
  /** What the backorder waits for, in words of the domain. */
  why: string;
  /** The end: the phase is terminal and nothing is owed any more. */
  done: Outcome | undefined;
};

export type Outcome = 'shipped' | 'cancelled';

/** What to start now, and when to wake next. */
export const plan = (state: Backorder, at: Instant): Plan => {
  const lanes: Effect[][] = [stockSteps(state, at), moneySteps(state, at), mailSteps(state, at)];
  const start = lanes.flatMap(
    (steps) => steps.find(({ key }) => delayedUntil(state, key, at) === undefined) ?? [],
  );
  const wakeAt = earliest(
    nextMail(state, at)?.at,
    nextHoldChange(state, at),
    ...state.stock.leases.filter(isLeased).map(({ endsAt }) => (endsAt > at ? endsAt : null)),
    ...lanes
      .flat()
      .map(({ key }) => delayedUntil(state, key, at))
      .filter((until) => until !== never),
  );
  return { start, wakeAt, why: reason(state, at), done: outcome(state, lanes) };
};

const isLeased = ({ state }: { state: string }): boolean => state === 'leased';

const outcome = (state: Backorder, lanes: Effect[][]): Outcome | undefined => {
  const phase = phaseOf(state.stock);
  if (!isTerminal(phase) || lanes.some((steps) => steps.length > 0)) return undefined;
  const owesMoney = uncollected(state) !== 0 || state.intents.some(isOpen);
  if (owesMoney || state.mail.owed.length > 0) return undefined;
  return phase === 'shipped' ? 'shipped' : 'cancelled';
};

const isOpen = ({ state }: Backorder['intents'][number]): boolean =>
  state === 'authorizing' || state === 'held' || state === 'action_required';

const reason = (state: Backorder, at: Instant): string => {
  const phase = phaseOf(state.stock);
  const mail = nextSentMail(state, at);
  const next = mail ? `; next mail: ${mail.kind} at ${mail.at}` : '';
  switch (phase) {
    case 'awaiting_stock':
      return `waits for stock${next}`;
    case 'awaiting_payment':
      return `units are set aside, payment is being made ready${next}`;
    case 'ready_to_ship':
      return `ready to ship, waits for the carrier${next}`;
    case 'shipped':
    case 'cancelled':
      return `${phase}, settles what is owed`;
  }
};
