import type { CivilDate, Instant } from '../time.ts';
import type { AttentionCode } from './attention.ts';
import type { CardSeen, DeclineKind } from './card.ts';
import type { EffectName } from './effect.ts';
import type { ScheduledMail } from './mail.ts';
import type { MessageKind } from './message-kind.ts';
import type { RefusalCode } from './request.ts';
import type { Part, Snapshot } from './snapshot.ts';
import type { StockAct } from './stock-act.ts';

/** What has happened to a backorder. `at` is order time. */
export type Fact = { at: Instant } & (
  | { type: 'StockChanged'; snapshot: Snapshot }
  | { type: 'CancellationAccepted'; act: Extract<StockAct, { type: 'cancel' }> }
  | { type: 'ShipmentAccepted'; act: Extract<StockAct, { type: 'ship' }> }
  | { type: 'ShipmentRefused'; shipmentId: string; code: RefusalCode }
  | { type: 'StockActApplied'; actId: string; snapshot: Snapshot; lines: Part[]; short: boolean }
  | {
      type: 'PromiseChanged';
      promiseId: string;
      on: CivilDate | null;
      statedAt: Instant;
      /** Supply has changed, and the customer is to be told. */
      isSupply: boolean;
    }
  | { type: 'CustomerChanged' }
  | { type: 'BackorderSuspended' }
  | { type: 'BackorderResumed' }
  | { type: 'AttentionResolved'; code: AttentionCode }
  | MoneyFact
  | CardFact
  | MailFact
  | { type: 'EffectDelayed'; effect: EffectName; until: Instant }
  | { type: 'EffectFailed'; effect: EffectName; code: string }
);

export type MoneyFact =
  | {
      type: 'AuthorizationStarted';
      intentId: string;
      leaseId: string;
      amount: number;
      methodId: string | null;
    }
  | { type: 'AuthorizationApproved'; intentId: string; holdUntil: Instant }
  | { type: 'AuthenticationRequired'; intentId: string }
  | { type: 'AuthorizationDeclined'; intentId: string; kind: DeclineKind }
  | { type: 'AuthorizationRefused'; intentId: string; code: string }
  | { type: 'CaptureStarted'; intentId: string; amount: number }
  /** `captured`: the whole sum captured on the intent so far; what was left of it is released. */
  | { type: 'PaymentCaptured'; intentId: string; captured: number }
  /** Nothing is held on the intent any more: cancelled, expired, or it never came to be. */
  | { type: 'HoldVoided'; intentId: string }
  /** `upTo`: what all refunds of the intent come to with this one. */
  | { type: 'RefundStarted'; intentId: string; upTo: number }
  /** `refundedByUs`: the whole sum that we refunded on the intent so far. */
  | { type: 'PaymentRefunded'; intentId: string; refundedByUs: number; amount: number }
  | { type: 'RefundFailed'; intentId: string }
  /** Something may have happened at the provider. */
  | { type: 'IntentHinted'; intentId: string }
  | ({ type: 'IntentSeen'; intentId: string; look: number } & IntentSeen)
  /** The same look, once what it means for the intent itself is known: what was paid, or went back. */
  | ({ type: 'SumsSeen'; intentId: string } & SeenReturns);

/**
 * An intent as the provider shows it, sums in minor units. `pending`: not decided yet, or not there.
 * `isProven`: it is in the order's currency, of its customer, and pays for no other order.
 */
export type IntentSeen = {
  status: 'held' | 'action_required' | 'declined' | 'captured' | 'voided' | 'pending';
  amount: number;
  captured: number;
  refunded: number;
  holdUntil: Instant | null;
  decline: DeclineKind | null;
  /** The method that it was tried with last. */
  methodId: string | null;
  isProven: boolean;
  isDisputed: boolean;
  isWarned: boolean;
  /** What banks took back by disputes that were lost; `refunded` does not count it. */
  chargedBack: number;
};

/** With all that went back: what was refunded, by whomever, and what a bank took back. */
export type SeenReturns = IntentSeen & { givenBack: number };

export type CardFact =
  | { type: 'PaymentMethodChanged'; methodId: string }
  | { type: 'CardHinted' }
  | ({ type: 'CardSeen'; look: number } & CardSeen)
  | { type: 'CardOfferWanted'; offerId: string }
  | { type: 'CardOffered'; offerId: string }
  | { type: 'OfferHinted' }
  /** `methodId`: a card that came of the forms and that is not the one that pays already. */
  | { type: 'OfferSeen'; offerId: string; look: number; methodId: string | null };

export type MailFact =
  /** A service mail is sent for the first time. `isCharged`: one of a shipment states its cost. */
  | { type: 'MailBegun'; key: string; isCharged: boolean }
  | { type: 'TimetableMade'; planNumber: number; entries: ScheduledMail[] }
  | { type: 'MessageDecided'; key: string; kind: MessageKind; decision: MailDecision };

export type MailDecision = 'sent' | 'skipped' | 'failed' | 'unknown';
