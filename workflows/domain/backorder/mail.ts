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
  unstated?: number;
  confirmedAt: Instant | null;
  lastRelationshipAt: Instant | null;
  lastExcitementAt: Instant | null;
};

export type ScheduledMail = { key: string; kind: MessageKind; at: Instant; until: Instant };

export type OwedMail = {
  key: string;
  kind: MessageKind;
  dueAt: Instant;
  about: About;
  /** Its first sending has begun: what it says of its money stands. */
  isBegun?: boolean;
};

/** What a service mail is about, such as ids that its sender looks up. Never free text. */
export type About = {
  leaseId?: string;
  intentId?: string;
  units?: Part[];
  actId?: string;
  /** Minor units that could not be held, that went back, or that the shipped units cost. */
  amount?: number;
  /** What the cancelled units are worth, and all that was left once they were. */
  worth?: number;
  left?: number;
  /** What they had been paid, with what somebody gave back past us. */
  paid?: number;
  /** Whether a refund was all that was paid, a part of it, or what was left of it. */
  share?: 'all' | 'part' | 'rest';
  /** What had gone back on the intent with a refund: of our own, or by somebody's hand. */
  upTo?: number;
  isByHand?: boolean;
  /** The customer's own bank gave it back, after a dispute. */
  isByBank?: boolean;
  /** Until when the units are kept for a payment. */
  payBy?: Instant;
  reason?: ProblemReason;
  /** Where a payment problem stands: units are kept, have gone on, leave no more time, or left. */
  stage?: 'due' | 'barred' | 'last-call' | 'shipped';
  /** When the same card is tried again, and when the order is cancelled without its payment. */
  retryAt?: Instant;
  cancelsAt?: Instant;
  /** Whether a payment that recovered holds its amount, or the order waits for units again. */
  isHeld?: boolean;
  /** Whether it was charged, for goods that left without it. */
  isCharged?: boolean;
  /** The last day of a card that expires before the promise. */
  expiresOn?: CivilDate;
  /** The shipped units cost nothing more: what was paid at checkout covers them. */
  isCovered?: boolean;
  /** Why the system cancelled. */
  cause?: 'payment';
  /** The promise that supply has changed, and the date that the customer knew before. */
  promiseId?: string;
  before?: CivilDate | null;
};
