import type { Backorder } from './backorder/backorder.ts';
import type { Effect, Lane } from './backorder/effect.ts';
import type { Fact, Outcome } from './backorder/fact.ts';
import { begin } from './begin.ts';
import { evolve } from './evolve.ts';
import { plan } from './plan.ts';
import { addMs, dayMs, type Instant } from './time.ts';

/**
 * An effect that the plan will want once another one has ended as expected. The activity of the
 * other one does it at once, which saves a workflow task and an activity. It is no promise: where
 * it is not done, the plan starts it as ever.
 */
export type FollowUp = { expected: Outcome; effect: Effect };

/**
 * What follows an effect that starts now, one after the other, as long as each ends as expected.
 * `idle`: the lanes in which nothing else goes on.
 */
export const followUpsOf = (
  state: Backorder,
  effect: Effect,
  { at, idle }: { at: Instant; idle: readonly Lane[] },
): FollowUp[] => {
  const expected = expectedOf(state, effect, at);
  if (expected === undefined) return [];
  const began = begin(state, effect, at).reduce(evolve, state);
  const next = evolve(began, { ...expected, at } as Fact);
  const follower = plan(next, at).start.find((each) => isFollower(effect, each));
  if (follower === undefined || !idle.includes(follower.lane)) return [];
  return [{ expected, effect: follower }, ...followUpsOf(next, follower, { at, idle })];
};

/** What may follow. Each of these is safe to repeat: its ledger or its row tells that it is done. */
const isFollower = (effect: Effect, next: Effect): boolean => {
  switch (effect.type) {
    case 'authorizePayment':
      return next.type === 'makeUnitsFirm' && next.leaseId === effect.leaseId;
    case 'makeUnitsFirm':
      return next.type === 'sendMail' && next.message.kind === 'ready-to-ship';
    case 'capturePayment':
      return next.type === 'sendMail' && next.message.kind === 'shipped';
    default:
      return next.type === 'lookAtCard';
  }
};

/** How the effect ends in most cases; undefined if nothing may follow it. */
const expectedOf = (state: Backorder, effect: Effect, at: Instant): Outcome | undefined => {
  switch (effect.type) {
    case 'authorizePayment':
      return {
        type: 'AuthorizationApproved',
        intentId: effect.intentId,
        holdUntil: addMs(at, 7 * dayMs),
      };
    case 'makeUnitsFirm':
      return { type: 'StockChanged', snapshot: withFirm(state, effect.leaseId) };
    case 'capturePayment':
      return { type: 'PaymentCaptured', intentId: effect.intentId, captured: effect.amount };
    case 'sendMail': {
      const { key, kind } = effect.message;
      return kind === 'confirmation'
        ? { type: 'MessageDecided', key, kind, decision: 'sent' }
        : undefined;
    }
    default:
      return undefined;
  }
};

const withFirm = ({ stock }: Backorder, leaseId: string): Backorder['stock'] => ({
  ...stock,
  ledgerRevision: stock.ledgerRevision + 1,
  leases: stock.leases.map((lease) =>
    lease.leaseId === leaseId ? { ...lease, state: 'firm' } : lease,
  ),
});

/** Whether what was expected is among the outcomes, whatever its exact times and revision are. */
export const isAsExpected = (expected: Outcome, outcomes: readonly Outcome[]): boolean =>
  outcomes.some((outcome) => essenceOf(outcome) === essenceOf(expected));

const exact: ReadonlySet<string> = new Set(['holdUntil', 'endsAt', 'ledgerRevision']);

/** PostgreSQL gives an object back with its keys in another order. */
const essenceOf = (outcome: Outcome): string =>
  JSON.stringify(outcome, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([key]) => !exact.has(key))
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : value,
  );
