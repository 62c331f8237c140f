import type { CivilDate, Instant } from '../time.ts';
import type { ProblemReason } from './card.ts';
import type { MessageKind } from './message-kind.ts';
import type { Part } from './snapshot.ts';

export type MailState = {
  /** Relationship mail still to come, earliest first; null until it is planned (again). */
  timetable: ScheduledMail[] | null;
  /** Counts the plans asked for, so that the answer to an outdated question is ignored. */
  planNumber: number;
  /** Service mail that is owed, in the order in which it became due. */
  owed: OwedMail[];
  /** Minor units that shipments cost whose mail went out without saying so. */
  unstated: number;
  confirmedAt: Instant | null;
  lastRelationshipAt: Instant | null;
  lastExcitementAt: Instant | null;
};

export type ScheduledMail = { key: string; kind: MessageKind; at: Instant; until: Instant };

type Nothing = Record<never, never>;

/** What each service mail is about: ids that its sender looks up, sums and days. No free text. */
export type AboutOf = {
  confirmation: Nothing;
  'delay-notice': {
    /** Units that were set aside and wait again. */
    units: Part[];
    /** The promise it was owed under: once another stands, the notice is superseded. */
    promiseId: string | null;
    /** The date that the customer knew before, where the date is what has changed. */
    change: { before: CivilDate | null } | null;
  };
  /** The last day of a card that expires before the promise. */
  'card-expiring': { expiresOn: CivilDate };
  'payment-problem': {
    /** Whose units it is about: a lease, or one of the names that `tell` gives. */
    subject: string;
    /** The units are kept, have gone on, leave no more time, or left without their payment. */
    stage: 'due' | 'barred' | 'last-call' | 'shipped';
    reason: ProblemReason;
    /** Minor units that could not be held. */
    amount: number;
    /** The intent that the customer can confirm. */
    intentId: string | null;
    /** Until when the units are kept, and when the order is cancelled without its payment. */
    payBy: Instant | null;
    cancelsAt: Instant | null;
    /** When the same card is tried again. */
    retryAt: Instant | null;
  };
  /** The payment is held, or goods that left without it are charged, or another card is noted. */
  'payment-recovered':
    | { outcome: 'held'; amount: number }
    | { outcome: 'charged'; amount: number }
    | { outcome: 'noted' };
  'ready-to-ship': { leaseId: string; units: Part[] };
  shipped: {
    shipmentId: string;
    /** Minor units that the shipped units cost; null when a later mail states it. */
    charge: number | null;
    /** They cost nothing more: what was paid at checkout covers them. */
    isCovered: boolean;
  };
  cancelled: {
    cancelId: string;
    /** Minor units that the cancelled units are worth, and all that was left once they were. */
    worth: number;
    left: number;
    /** Why the system cancelled; null when the customer or the shop did. */
    cause: 'payment' | null;
  };
  refunded: {
    intentId: string;
    amount: number;
    /** Whether it was all that was paid, a part of it, or what was left of it. */
    share: 'all' | 'part' | 'rest';
    /** Who gave it back: we, somebody by hand, or the customer's bank after a dispute. */
    by: 'us' | 'hand' | 'bank';
    /** What had gone back in that way on the intent with it. */
    upTo: number;
  };
};

export type ServiceKind = keyof AboutOf;

/** Mails of these kinds, each with what it is about. */
type Mails<Abouts> = { [K in keyof Abouts]: { kind: K; about: Abouts[K] } }[keyof Abouts];

type Owed = {
  key: string;
  dueAt: Instant;
  /** Its first sending has begun: what it says stands, and its customer may have been told. */
  isBegun: boolean;
};

/** A service mail that the customer is owed, until it is out or there is a reason to skip it. */
export type OwedMail = Owed & Mails<AboutOf>;

export type OwedOf<K extends ServiceKind> = Extract<OwedMail, { kind: K }>;

/** What is known only when the mail goes out takes the place of what it will be worked out from. */
type OutgoingAboutOf = Omit<AboutOf, 'cancelled'> & {
  cancelled: {
    cancelId: string;
    cause: 'payment' | null;
    /** Minor units that went back for it, and that had been paid for what was cancelled. */
    amount: number;
    paid: number;
  };
  excitement: Nothing;
  countdown: Nothing;
  'check-in': Nothing;
};

/** A mail that goes out, with the promise and the money as they stand, for all mails alike. */
export type OutgoingMail = {
  key: string;
  dueAt: Instant;
  promise: { on: CivilDate | null };
  money: MoneyStatement;
} & Mails<OutgoingAboutOf>;

export type OutgoingOf<K extends MessageKind> = Extract<OutgoingMail, { kind: K }>;

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
  isUnmatched: boolean;
};
