import type { CivilDate, Instant } from '../time.ts';
import type { AttentionCode } from './attention.ts';
import type { CardSeen, DeclineKind } from './card.ts';
import type { EffectName } from './effect.ts';
import type { LawClock, MomentKind, NoticeAnswer } from './law.ts';
import type { HeldMail, ScheduledMail } from './mail.ts';
import type { MessageKind } from './message-kind.ts';
import type { RefusalCode } from './request.ts';
import type { Part, Snapshot } from './snapshot.ts';
import type { StockAct } from './stock-act.ts';

/** Something that has happened to a backorder. `at` is order time. */
export type Fact = { at: Instant } & (
  | { type: 'StockChanged'; snapshot: Snapshot }
  | { type: 'CancellationAccepted'; act: Extract<StockAct, { type: 'cancel' }> }
  | { type: 'ShipmentAccepted'; act: Extract<StockAct, { type: 'ship' }> }
  | { type: 'ShipmentRefused'; shipmentId: string; code: RefusalCode }
  | {
      type: 'StockActApplied';
      actId: string;
      snapshot: Snapshot;
      lines: Part[];
      short: boolean;
      /** By when the law wants sent what a cancellation gives back. */
      refundBy?: Instant;
    }
  | {
      type: 'PromiseChanged';
      promiseId: string;
      on: CivilDate | null;
      statedAt: Instant;
      /** Supply has changed the date, so we have to tell the customer. */
      isSupply: boolean;
    }
  /** A shipment was reported, so that no lease waits for others any longer. */
  | { type: 'ShipmentAwaited' }
  | { type: 'CustomerChanged'; hasNewAddress: boolean }
  | { type: 'BackorderSuspended' }
  | { type: 'BackorderResumed' }
  | { type: 'AttentionResolved'; code: AttentionCode }
  | MoneyFact
  | CardFact
  | MailFact
  | LawFact
  | { type: 'EffectDelayed'; effect: EffectName; until: Instant }
  | { type: 'EffectFailed'; effect: EffectName; code: string }
);

/** What an effect has brought about. The workflow adds the time. */
export type Outcome = WithoutTime<Fact>;

type WithoutTime<T> = T extends unknown ? Omit<T, 'at'> : never;

export type MoneyFact =
  /** The provider was read after the run was lost: all intents that may matter, oldest first. */
  { type: 'IntentsFound'; intents: FoundIntent[] } | IntentFact;

/** An authorisation of ours, as it was asked for; in minor units. */
export type FoundIntent = { intentId: string; amount: number; methodId: string | null };

export type IntentFact =
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
  /** `captured`: all that was captured on the intent so far. The rest of its hold is void. */
  | { type: 'PaymentCaptured'; intentId: string; captured: number }
  /** The provider captures no sum as small as `amount`, in minor units. */
  | { type: 'CaptureTooSmall'; intentId: string; amount: number }
  /** The intent holds nothing any more: it was cancelled, it expired, or it never came to be. */
  | { type: 'HoldVoided'; intentId: string }
  /** `upTo`: the sum of all our refunds of the intent, this one included. */
  | { type: 'RefundStarted'; intentId: string; upTo: number }
  /** `refundedByUs`: all that we have refunded on the intent so far. */
  | { type: 'PaymentRefunded'; intentId: string; refundedByUs: number; amount: number }
  | { type: 'RefundFailed'; intentId: string }
  /** Something may have happened to the intent at the provider. */
  | { type: 'IntentHinted'; intentId: string }
  | ({ type: 'IntentSeen'; intentId: string; look: number } & IntentSeen)
  /** The same look, after the facts it means for the intent: what was paid, and what went back. */
  | ({ type: 'SumsSeen'; intentId: string } & SeenReturns);

/**
 * An intent as the provider shows it; sums in minor units. `pending`: undecided, or not there.
 * `isProven`: it is in the order's currency, belongs to its customer, and pays for no other order.
 */
export type IntentSeen = {
  status: 'held' | 'action_required' | 'declined' | 'captured' | 'voided' | 'pending';
  amount: number;
  captured: number;
  refunded: number;
  holdUntil: Instant | null;
  decline: DeclineKind | null;
  /** The payment method last tried on it. */
  methodId: string | null;
  isProven: boolean;
  isDisputed: boolean;
  isWarned: boolean;
  /** The sum that banks took back in disputes we lost. `refunded` does not include it. */
  chargedBack: number;
};

/** `givenBack`: all refunds, whoever made them, and all that banks took back. */
export type SeenReturns = IntentSeen & { givenBack: number };

export type CardFact =
  | { type: 'PaymentMethodChanged'; methodId: string }
  /** The customer has accepted the mandate on their page. */
  | { type: 'MandateAccepted' }
  | { type: 'CardHinted' }
  | ({ type: 'CardSeen'; look: number } & CardSeen)
  | { type: 'CardOfferWanted'; offerId: string }
  | { type: 'CardOffered'; offerId: string }
  | { type: 'OfferHinted' }
  /** `methodId`: a card that the customer has entered on a form, if it does not pay already. */
  | { type: 'OfferSeen'; offerId: string; look: number; methodId: string | null };

export type MailFact =
  /** The first sending of a service mail begins. `isCharged`: false if it leaves out a charge. */
  | { type: 'MailBegun'; key: string; isCharged: boolean }
  | { type: 'TimetableMade'; planNumber: number; entries: ScheduledMail[] }
  | { type: 'MessageDecided'; key: string; kind: MessageKind; decision: MailDecision }
  /** A service mail that its provider had accepted came back. */
  | { type: 'MailUndelivered'; key: string }
  /** It is decided again at `until`. `askedAt`: when that was asked, in order time. */
  | ({ type: 'MessageHeld'; askedAt: Instant } & HeldMail)
  /** What the customer wants to hear has changed, so held mail is decided again now. */
  | { type: 'MailReconsidered' };

export type LawFact =
  | { type: 'LawPlanned'; clock: LawClock }
  /** A deadline comes near: a person is asked. */
  | { type: 'DeadlineWarned'; on: CivilDate; deadlineAt: Instant | null }
  /** `isLate`: we were away when it passed, so nothing follows from it by itself. */
  | { type: 'DeadlinePassed'; deadlineAt: Instant; isLate: boolean }
  /** What a deadline that cannot be met wants said is stated, or a person is asked. */
  | { type: 'DelayForeseen'; on: CivilDate; does: MomentKind; isInTime: boolean }
  /** Nothing that the customer said before the deadline is still on its way. */
  | { type: 'CustomerHeard'; deadlineAt: Instant }
  | ({ type: 'NoticeAnswered'; wordId: string } & Omit<NoticeAnswer, 'at'> & {
        receivedAt: Instant;
      })
  /** `shipped`: whether the carrier has something of the order already. */
  | {
      type: 'ContractWithdrawn';
      wordId: string;
      channel: string;
      receivedAt: Instant;
      shipped: 'nothing' | 'some' | 'all';
    }
  | {
      type: 'FurtherPeriodSet';
      wordId: string;
      until: CivilDate;
      channel: string;
      receivedAt: Instant;
    }
  /** What the customer said, and what left, crossed: a person looks at it. */
  | { type: 'WordCrossed'; wordId: string };

export type MailDecision = 'sent' | 'skipped' | 'merged' | 'failed' | 'unknown';
