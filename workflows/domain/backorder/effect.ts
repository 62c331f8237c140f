import type { CivilDate, Instant } from '../time.ts';
import type { StockAct } from './backorder.ts';
import type { About } from './mail.ts';
import type { MessageKind } from './message-kind.ts';

/** Something to do outside. One at a time in each lane; the same key means the same doing. */
export type Effect = StockEffect | MoneyEffect | CardEffect | MailEffect;

export type Lane = Effect['lane'];

export type StockEffect = { lane: 'stock'; key: string } & (
  | { type: 'apply'; act: StockAct }
  | { type: 'firm'; leaseId: string }
  /** `bar`: the order keeps its place, but is not filled again before its payment changes. */
  | { type: 'release'; leaseId: string; bar: 'payment' | null }
  /** The order takes part in the queue again, at the place it always had. */
  | { type: 'rejoin' }
);

export type MoneyEffect = { lane: 'money'; key: string; intentId: string } & (
  | { type: 'authorize'; leaseId: string; amount: number; methodId: string | null }
  | { type: 'capture'; amount: number }
  | { type: 'void' }
  /** `upTo`: what all refunds of the intent come to with this one. */
  | { type: 'refund'; amount: number; upTo: number }
  /** Reads at the provider. `look` counts the reasons known when it begins. */
  | { type: 'look'; look: number }
);

/** What is asked of the provider about the card itself; the same lane as money. */
export type CardEffect = { lane: 'money'; key: string } & (
  | { type: 'card'; methodId: string; look: number }
  | { type: 'offer'; offerId: string }
  /** `methodId`: the card that pays now. */
  | { type: 'offered'; offerId: string; look: number; methodId: string | null }
);

export type MailEffect = {
  lane: 'mail';
  key: string;
} /** `next` is answered along with it once the mail is out, so that one trip does for both. */ & (
  | { type: 'send'; message: OutgoingMail; next: TimetableQuestion | null }
  | { type: 'skip'; messages: SkippedMail[] }
  | ({ type: 'timetable' } & TimetableQuestion)
);

/** What the timetable depends on, besides the customer's zone. */
export type TimetableQuestion = {
  planNumber: number;
  placedAt: Instant;
  promiseOn: CivilDate | null;
  confirmedAt: Instant | null;
  lastRelationshipAt: Instant | null;
  lastExcitementAt: Instant | null;
};

export type OutgoingMail = {
  key: string;
  kind: MessageKind;
  dueAt: Instant;
  about: About;
  /** The promise as it stands, so that every mail shows the same date. */
  promiseOn: CivilDate | null;
  money: MoneyStatement;
};

/** What a mail may say of the order's money, in minor units. */
export type MoneyStatement = {
  /** Captured and not given back. */
  captured: number;
  /** All that went back: by us, by somebody's hand, or past us by the customer's bank. */
  givenBack: number;
  /** What of it the bank took back by disputes that were lost. */
  chargedBack: number;
  voided: number;
  /** To be sent back, and not sent yet. */
  owed: number;
  /** When money last went back. Order time; null when none has. */
  refundedAt: Instant | null;
  /** A payment that was named at checkout took money that does not count for the order. */
  isUnmatched?: boolean;
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
