import type { Attention, Backorder, Intent } from './backorder.ts';
import { type Phase, phaseOf } from './ledger.ts';
import { nextSentMail } from './mail-lane.ts';
import type { MessageKind } from './message-kind.ts';
import type { Outcome, Plan } from './plan.ts';
import type { CivilDate, Instant } from './time.ts';

/** What others see of a backorder; amounts in minor units of its currency. */
export type View = {
  phase: Phase;
  promiseId: string | null;
  promisedOn: CivilDate | null;
  payment: {
    state: PaymentState;
    authorized: number;
    captured: number;
    refunded: number;
    holdUntil: Instant | null;
    /** What keeps the payment from becoming ready, and what follows by when. */
    problem?: PaymentProblem | null;
    card?: { expiresOn: CivilDate } | null;
  };
  next: { kind: MessageKind | 'lease-end'; at: Instant } | null;
  nextWakeAt: Instant | null;
  attention: Attention[];
  hold: boolean;
  outcome: Outcome | null;
};

export type PaymentProblem = {
  reason: 'declined' | 'authentication' | 'expired' | 'removed';
  amount: number;
  intentId: string | null;
  /** The lease's end: until then units are set aside. */
  keptUntil: Instant | null;
  /** The end of the grace: the order is cancelled then. */
  cancelledAt: Instant | null;
  /** When the same card is tried again by itself. */
  retryAt: Instant | null;
};

export type PaymentState =
  | 'vaulted'
  | 'authorizing'
  | 'action_required'
  | 'authorized'
  | 'captured'
  | 'failed'
  | 'released'
  | 'refunded';

/** The backorder as its projection shows it. */
export const viewOf = (state: Backorder, plan: Plan, at: Instant): View => {
  const held = state.intents.filter((intent) => intent.state === 'held');
  return {
    phase: phaseOf(state.stock),
    promiseId: state.promise?.promiseId ?? null,
    promisedOn: state.promise?.on ?? null,
    payment: {
      state: paymentState(state),
      authorized: held.reduce((sum, { amount }) => sum + amount, 0),
      captured: state.intents.reduce((sum, { captured }) => sum + captured, 0),
      refunded: state.intents.reduce((sum, { refunded }) => sum + refunded, 0),
      holdUntil: held.flatMap(({ holdUntil }) => holdUntil ?? []).sort()[0] ?? null,
    },
    next: nextEvent(state, at),
    nextWakeAt: plan.wakeAt ?? null,
    attention: state.attention,
    hold: state.onHold,
    outcome: plan.done ?? null,
  };
};

/** Of the newest intent. While an attempt follows a declined one, it still reads `failed`. */
export const paymentState = ({ intents }: Backorder): PaymentState => {
  const newest = intents.at(-1);
  if (newest === undefined) return 'vaulted';
  if (newest.state === 'authorizing' && intents.at(-2)?.state === 'declined') return 'failed';
  if (newest.refunded > 0 && newest.refunded === newest.captured) return 'refunded';
  return paymentStates[newest.state];
};

const paymentStates: Record<Intent['state'], PaymentState> = {
  authorizing: 'authorizing',
  action_required: 'action_required',
  held: 'authorized',
  declined: 'failed',
  refused: 'failed',
  captured: 'captured',
  voided: 'released',
};

const nextEvent = (state: Backorder, at: Instant): View['next'] => {
  const mail = nextSentMail(state, at);
  const [lease] = state.stock.leases
    .filter((each) => each.state === 'leased')
    .sort((a, b) => (a.endsAt < b.endsAt ? -1 : 1));
  if (lease && (!mail || lease.endsAt < mail.at)) return { kind: 'lease-end', at: lease.endsAt };
  return mail ? { kind: mail.kind, at: mail.at } : null;
};
