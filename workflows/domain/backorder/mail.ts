import type { CivilDate, Instant } from '../time.ts';
import type { ProblemReason } from './card.ts';
import type { NoticeTerms, PolicyName, Until } from './law.ts';
import type { HoldReason } from './mail-reason.ts';
import type { MessageKind } from './message-kind.ts';
import type { Part } from './snapshot.ts';
import type { CancelCause } from './stock-act.ts';

export type MailState = {
  /** Relationship mail still to come, earliest first; null while it has to be planned (again). */
  timetable: ScheduledMail[] | null;
  /** Counts the plans we asked for, so that we ignore the answer to an outdated question. */
  planNumber: number;
  /** Service mail that we owe, in the order in which we came to owe it. */
  owed: OwedMail[];
  /** Mail of either list whose time had come, and that waits. */
  held: HeldMail[];
  /** When the customer last changed what they want to hear, as far as we were told. */
  reconsideredAt: Instant | null;
  /** Minor units charged for shipments whose mail left out the charge. */
  unstated: number;
  confirmedAt: Instant | null;
  lastRelationshipAt: Instant | null;
  lastExcitementAt: Instant | null;
  /** Keys of recent service mail that came back; absent before the first. */
  undelivered?: string[];
};

export type ScheduledMail = { key: string; kind: MessageKind; at: Instant; until: Instant };

/** A mail that was due at `dueAt`, and is decided again at `until`. */
export type HeldMail = {
  key: string;
  kind: MessageKind;
  dueAt: Instant;
  until: Instant;
  reason: HoldReason;
};

type Nothing = Record<never, never>;

/** What a notice says in law, and what it is measured against. */
export type SaidInLaw = NoticeTerms & {
  policy: PolicyName;
  /** The last day of the promise that cannot be kept, as the customer knows it. */
  before: CivilDate | null;
  /** EU, UK: whether the customer need not set a further period before they end the contract. */
  isEssential: boolean;
  /** The further period that the customer set is over. */
  isPeriodOver: boolean;
};

/** What an order that is asked for card and consent still lacks. */
export type CardWants = 'both' | 'card' | 'consent';

/** What each service mail is about: ids that its sender looks up, sums and days. No free text. */
export type AboutOf = {
  confirmation: Nothing;
  'delay-notice': {
    /** Units that were set aside and wait again. */
    units: Part[];
    /**
     * The promise that stood when it was owed. The next promise supersedes the notice. Null as long
     * as it is about units alone.
     */
    promiseId: string | null;
    /** The date that the customer knew before; null when it is not the date that has changed. */
    change: { before: CivilDate | null; isSupply: boolean } | null;
    /** The further period that the customer set is over. */
    isPeriodOver?: true;
  };
  /** The customer lets us have the order until then, or set the last date themselves. */
  'delay-answer': { answer: 'accepted' | 'period'; until: Until; at: Instant };
  /** The customer withdrew then; `shipped`: what the carrier had already. */
  withdrawal: { at: Instant; shipped: 'nothing' | 'some' | 'all' };
  /** We ask for card and consent; without both of them the order ends at `endsAt`. */
  'card-wanted': { endsAt: Instant; isReminder: boolean };
  /** The last day of a card that expires before the promise. */
  'card-expiring': { expiresOn: CivilDate };
  'payment-problem': {
    /** A lease id, or one of the names that `dunning/tell` gives: `card`, `shipped` or `grace`. */
    subject: string;
    /** We want the payment; the units went to others; the grace ends soon; goods left unpaid. */
    stage: 'due' | 'barred' | 'last-call' | 'shipped';
    reason: ProblemReason;
    /** Minor units still to be held or charged. */
    amount: number;
    /** The intent that the customer can confirm. */
    intentId: string | null;
    /** Without the payment the units go to others at `payBy`, and the order ends at `cancelsAt`. */
    payBy: Instant | null;
    cancelsAt: Instant | null;
    /** When we try the same card again. */
    retryAt: Instant | null;
  };
  /**
   * The payment is held; goods that left unpaid are charged; what is too little to be charged is
   * waived; we have noted another card; or the first, with the customer's consent.
   */
  'payment-recovered':
    | { outcome: 'held'; amount: number }
    | { outcome: 'charged'; amount: number }
    | { outcome: 'waived'; amount: number }
    | { outcome: 'noted' }
    | { outcome: 'agreed' };
  'ready-to-ship': { leaseId: string; units: Part[] };
  shipped: {
    shipmentId: string;
    /** Minor units charged for the shipped units; null when a later mail states them. */
    charge: number | null;
    /** The payment at checkout covers the units, so that they cost nothing more. */
    isCovered: boolean;
    /** Minor units that are not charged for what left, because they are too little for it. */
    waived: number;
  };
  cancelled: {
    cancelId: string;
    /** Minor units: the value of the cancelled units, and of all that was left after them. */
    worth: number;
    left: number;
    /** Why the system cancelled; null when the customer or the shop did. */
    cause: CancelCause | null;
  };
  refunded: {
    intentId: string;
    amount: number;
    /** All of what was paid, a part of it, or what was left of it after earlier refunds. */
    share: 'all' | 'part' | 'rest';
    /** Who gave it back: we, the shop that held it, somebody by hand, or a bank after a dispute. */
    by: 'us' | 'shop' | 'hand' | 'bank';
    /**
     * The intent's `refundedByUs`, by hand or bank its `returnedElsewhere`, this sum included.
     */
    upTo: number;
  };
};

export type ServiceKind = keyof AboutOf;

/** A union of these kinds, each with its own `about`. */
type Mails<Abouts> = { [K in keyof Abouts]: { kind: K; about: Abouts[K] } }[keyof Abouts];

type Owed = {
  key: string;
  dueAt: Instant;
  /** Its first sending has begun: its words stand, and the customer may have read them. */
  isBegun: boolean;
};

/** A service mail that we owe the customer, until it is sent, skipped or given up. */
export type OwedMail = Owed & Mails<AboutOf>;

export type OwedOf<K extends ServiceKind> = Extract<OwedMail, { kind: K }>;

/** Some mails state what is worked out only when they go out. */
type OutgoingAboutOf = Omit<
  AboutOf,
  'cancelled' | 'card-wanted' | 'confirmation' | 'delay-notice'
> & {
  /**
   * `law`: what the notice says in law; null when it is none, but news. `deadlineOn` in it is the
   * day that counts unless somebody answers.
   */
  'delay-notice': AboutOf['delay-notice'] & { law: SaidInLaw | null };
  /** `askedUntil`: when the order ends unless card and consent, which are to come, have come. */
  confirmation: { askedUntil?: Instant };
  'card-wanted': AboutOf['card-wanted'] & { wants: CardWants };
  cancelled: {
    cancelId: string;
    cause: CancelCause | null;
    /** Minor units given back for the cancellation, and paid for the cancelled units. */
    amount: number;
    paid: number;
    /** By when what is given back must be sent; null when no law says. */
    refundBy: Instant | null;
  };
  excitement: Nothing;
  countdown: Nothing;
  'check-in': Nothing;
  'status-link': Nothing;
  'address-confirm': { changeId: string };
  'address-changed': Nothing;
};

/** The kind of a mail and what it is about: all that it is written anew from. */
export type Said = Mails<OutgoingAboutOf>;

/** A mail as it goes out. Every kind carries the promise and the money as they stand. */
export type OutgoingMail = {
  key: string;
  dueAt: Instant;
  promise: { on: CivilDate | null };
  money: MoneyStatement;
} & Said;

export type OutgoingOf<K extends MessageKind> = Extract<OutgoingMail, { kind: K }>;

/** What a mail may say about the order's money, in minor units. */
export type MoneyStatement = {
  /** Captured and not given back. */
  captured: number;
  /** All that went back: by our refunds, by a person's hand, or past us by the customer's bank. */
  givenBack: number;
  /** The part of `givenBack` that the bank took back in disputes we lost. */
  chargedBack: number;
  voided: number;
  /** We still have to send it back. */
  owed: number;
  /** When money last went back, other than by a dispute. Order time; null when none has. */
  refundedAt: Instant | null;
  /** The shop named a payment at checkout that took money which does not count for the order. */
  isUnmatched: boolean;
};
