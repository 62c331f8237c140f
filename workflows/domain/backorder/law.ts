import type { CivilDate, Instant } from '../time.ts';

/** Whose law a promise is under: of the country that the order goes to. */
export const policyNames = ['us', 'eu', 'uk', 'strict'] as const;

export type PolicyName = (typeof policyNames)[number];

/** What a customer's silence until the deadline does. */
export const silences = ['none', 'consents', 'cancels'] as const;

export type Silence = (typeof silences)[number];

export const noticeKinds = [
  'first_within_30',
  'first_beyond_30',
  'first_undated',
  'later',
  'informs',
] as const;

export type NoticeKind = (typeof noticeKinds)[number];

/** Until when a customer lets us have the order; `open`: until they cancel. */
export type Until = CivilDate | 'open';

/** What a notice of a delay says in law. Days at ship-to, each to its end. */
export type NoticeTerms = {
  kind: NoticeKind;
  /** The date that it names; null when it can name none. */
  newOn: CivilDate | null;
  silence: Silence;
  /** The last day to answer; null where silence does nothing. */
  answerOn: CivilDate | null;
  /** The last day on which the goods may leave (EU, UK: arrive) as long as nobody answers. */
  deadlineOn: CivilDate | null;
};

/** A customer's answer to a notice. `at`: when they said so, in order time. */
export type NoticeAnswer = { accept: boolean; until: Until | null; channel: string; at: Instant };

/** A notice that the customer got in time: what they were told is what counts. */
export type Notice = NoticeTerms & {
  /** Of its mail. */
  key: string;
  promiseId: string;
  /** The last day of the promise before it, as far as there was one. */
  before: CivilDate | null;
  sentAt: Instant;
  answer: NoticeAnswer | null;
  /** A person has given a date after all that it said was over, and its silence no longer counts. */
  isPast: boolean;
};

/** What the days of the law are worked out from. Ids, dates and codes alone. */
export type LawQuestion = {
  /** When the clock started; null as long as it has not, or has to start again. */
  startedAt: Instant | null;
  /** The date told at checkout; null when none was. */
  statedOn: CivilDate | null;
  /** The shop's own credit: 50 days instead of 30. */
  hasCredit: boolean;
  /** The date is of the essence: once it is missed, no further period is owed to us. */
  isEssential: boolean;
  /** Valid ones, oldest first. */
  notices: Notice[];
  /** The end of the further period that the customer set after a missed date. */
  furtherOn: CivilDate | null;
  /** The date that a person gave after the deadline had passed unheard. */
  grantedOn: CivilDate | null;
  /** The newest date decided to be told. */
  promisedOn: CivilDate | null;
};

/** What the law has us do as a deadline comes near, and what it is for. */
export const momentKinds = ['warn', 'tell', 'tell-unless-in-time'] as const;

export type MomentKind = (typeof momentKinds)[number];

/**
 * `warn` asks a person; `tell` sends a notice by itself; `tell-unless-in-time` warns instead if units
 * are set aside or supply is dated in time.
 */
export type Moment = { does: MomentKind; at: Instant };

/** The days of the law at ship-to, as instants. */
export type LawClock = {
  /** Of the question that it answers. */
  question: number;
  policy: PolicyName;
  startOn: CivilDate | null;
  deadlineOn: CivilDate | null;
  /** The end of that day; null when there is no deadline. */
  deadlineAt: Instant | null;
  silence: Silence;
  /** The end of the last day to answer the newest notice. */
  answerBy: Instant | null;
  /** Still to come, earliest first, and the day that they come before or after. */
  moments: Moment[];
  momentsOn: CivilDate | null;
};

/** All that a backorder knows of the law. */
export type LawState = Omit<LawQuestion, 'promisedOn'> & {
  /** The promise told at checkout, or that stood when the clock started; null when none did. */
  statedId: string | null;
  /** Counts what has changed the question. */
  question: number;
  clock: LawClock;
  /** What was done of the clock's moments, for that deadline. */
  done: { on: CivilDate | null; does: MomentKind[] };
  /** The notice that is on its way. */
  sending: Omit<Notice, 'sentAt' | 'answer' | 'isPast'> | null;
  /** The deadline that has passed. `isLate`: nobody was there in time, so a person decides. */
  passed: { deadlineAt: Instant; isLate: boolean; isHeard: boolean } | null;
  /** The notice that came back: nobody gets it again at that address. */
  returned: { promiseId: string; key: string } | null;
  /** When mail last began to go to another address. */
  addressedAt: Instant | null;
  /** Keys of notices sent anew to another address count from 2. */
  copies: number;
  /** Ids of recent answers, withdrawals and periods. */
  wordIds: string[];
  withdrawnAt: Instant | null;
  /** When a shipment was last accepted. */
  shippedAt: Instant | null;
  /** By when what the last cancellation gives back must be sent. */
  refundBy: Instant | null;
};
