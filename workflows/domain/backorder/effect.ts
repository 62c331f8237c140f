import type { CivilDate, Instant } from '../time.ts';
import type { OutgoingMail } from './mail.ts';
import type { MessageKind } from './message-kind.ts';
import type { StockAct } from './stock-act.ts';

/** Something to do outside. Its type is the name of the activity that does it. */
export type Effect = StockEffect | MoneyEffect | CardEffect | MailEffect;

/** Each lane does one effect at a time, and none waits for another. */
export type Lane = Effect['lane'];

/**
 * What tells one effect from another: an effect of the same name is the same doing. `subject`: the
 * id of what it is done to. `turn`: tells later doings of the same kind apart, such as looks.
 */
export type EffectName = { type: Effect['type']; subject: string; turn: string };

type Named = { subject: string; turn: string };

export type StockEffect = { lane: 'stock' } & Named &
  (
    | { type: 'applyStockAct'; act: StockAct }
    | { type: 'makeUnitsFirm'; leaseId: string }
    /** `bar`: the order keeps its place, but is not filled again before its payment changes. */
    | { type: 'endLease'; leaseId: string; bar: 'payment' | null }
    /** The order takes part in the queue again, at the place it always had. */
    | { type: 'rejoinQueue' }
  );

export type MoneyEffect = { lane: 'money'; intentId: string } & Named &
  (
    | { type: 'authorizePayment'; leaseId: string; amount: number; methodId: string | null }
    | { type: 'capturePayment'; amount: number }
    | { type: 'voidHold' }
    /** `upTo`: what all refunds of the intent come to with this one. */
    | { type: 'refundPayment'; amount: number; upTo: number }
    /** Reads at the provider. `look` counts the reasons known when it begins. */
    | { type: 'lookAtIntent'; look: number }
  );

/** What is asked of the provider about the card itself; the same lane as money. */
export type CardEffect = { lane: 'money' } & Named &
  (
    | { type: 'lookAtCard'; methodId: string; look: number }
    | { type: 'offerCard'; offerId: string }
    /** `methodId`: the card that pays now. */
    | { type: 'lookAtOffers'; offerId: string; look: number; methodId: string | null }
  );

export type MailEffect = { lane: 'mail' } & Named &
  (
    | { type: 'sendMail'; message: OutgoingMail; next: TimetableQuestion | null }
    | { type: 'recordSkippedMail'; messages: SkippedMail[] }
    | ({ type: 'planMail' } & TimetableQuestion)
  );

/** What the timetable depends on, besides the customer's zone. */
export type TimetableQuestion = {
  planNumber: number;
  placedAt: Instant;
  promise: { on: CivilDate | null };
  confirmedAt: Instant | null;
  lastRelationshipAt: Instant | null;
  lastExcitementAt: Instant | null;
};

export type SkippedMail = { key: string; kind: MessageKind; dueAt: Instant; reason: SkipReason };

export type SkipReason =
  | 'payment_failed'
  | 'payment_disputed'
  | 'payment_recovered'
  | 'too_late'
  | 'no_longer_waiting'
  | 'order_ended'
  | 'already_shipped'
  | 'taken_back'
  | 'came_back'
  | 'superseded';
