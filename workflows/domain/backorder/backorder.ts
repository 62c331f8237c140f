import { chargeStep } from '../currency.ts';
import { splitByWeight } from '../money.ts';
import type { ProblemReason } from '../payment/dunning/rules.ts';
import type { CivilDate, Instant } from '../time.ts';
import { type Card, type CardOffer, newCard } from './card.ts';
import { type Intent, upfrontIntent } from './intent.ts';
import type { MessageKind } from './message-kind.ts';
import type { Snapshot, Units } from './snapshot.ts';

/** Everything `plan` reads of one backorder. Plain JSON; only `evolve` makes a new one. */
export type Backorder = {
  v: 1;
  orderId: string;
  /** Facts applied so far: a later projection has a higher revision. */
  revision: number;
  placedAt: Instant;
  currency: string;
  lines: Line[];
  stock: Snapshot;
  /** Stock acts that were accepted and are not yet in the ledger, oldest first. */
  acts: StockAct[];
  /** A snapshot shows the first of them already, while its own answer is still to come. */
  isActShown: boolean;
  shipmentIds: string[];
  cancelIds: string[];
  promise: Promised | null;
  promiseIds: string[];
  /** An operator's hold: no relationship mail and no shipping. */
  onHold: boolean;
  intents: Intent[];
  card: Card;
  offer: CardOffer | null;
  offerIds: string[];
  /** Minor units that a person gave back or wrote off: they are not asked for again. */
  forgiven: number;
  /** When the first lease ended without its payment, since the card last changed. */
  graceFrom: Instant | null;
  mail: MailState;
  attention: Attention[];
  /** Effects that did not come through yet, by key, and when they are tried again. */
  delays: Record<string, Delay>;
};

/** `value` is what the customer pays for the whole line, its share of shipping included. */
export type Line = { lineId: string; quantity: number; value: number };

export type Promised = { promiseId: string; on: CivilDate | null; statedAt: Instant };

export type StockAct =
  | {
      type: 'cancel';
      actId: string;
      /** `system`: the payment did not come within the grace. */
      by: 'customer' | 'shop' | 'system';
      lines: { lineId: string; quantity: number }[] | null;
    }
  | { type: 'ship'; actId: string; lines: { lineId: string; quantity: number }[] };

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
  units?: Units[];
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
  stage?: 'due' | 'passed-over' | 'last-call' | 'shipped';
  /** When the same card is tried again, and when the order is cancelled without its payment. */
  retryAt?: Instant;
  cancelledAt?: Instant;
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
  promisedOn?: CivilDate | null;
};

export type AttentionCode =
  | 'unpaid'
  | 'payment_failed'
  | 'payment_refused'
  | 'shipped_unpaid'
  | 'refund_failed'
  | 'refunded_elsewhere'
  | 'disputed'
  | 'fraud_warning'
  | 'money_differs'
  | 'unexpected_shipment'
  | 'shipped_after_cancel'
  | 'shipment_short'
  | 'mail_failed'
  | 'mail_unknown'
  | 'dead_end'
  | 'orphaned'
  | 'parked'
  | 'news_late'
  | 'filling_late'
  | 'lease_late';

/** `dueAt`: the law's own deadline, where there is one. */
export type Attention = { code: AttentionCode; at: Instant; dueAt?: Instant };

export type Delay = { until: Instant; tries: number };

/** What a backorder starts from. No personal data and no free text. */
export type Opening = {
  orderId: string;
  placedAt: Instant;
  currency: string;
  shipping: number;
  lines: { lineId: string; quantity: number; total: number }[];
  promise: Promised | null;
  stock: Snapshot;
  /** The method to charge, if anything is left to be charged, and what was paid at checkout. */
  payment: { methodId: string | null; upfront: { amount: number } | null };
  /** Brought from another system, which has already confirmed it to the customer. */
  imported: boolean;
};

/** The first state of a backorder: shipping is shared over the lines by their totals. */
export const open = (opening: Opening): Backorder => {
  const shipping = splitByWeight(
    opening.shipping,
    opening.lines.map((line) => line.total),
    chargeStep(opening.currency),
  );
  return {
    v: 1,
    orderId: opening.orderId,
    revision: 1,
    placedAt: opening.placedAt,
    currency: opening.currency,
    lines: opening.lines.map(({ lineId, quantity, total }, index) => ({
      lineId,
      quantity,
      value: total + (shipping[index] ?? 0),
    })),
    stock: opening.stock,
    acts: [],
    isActShown: false,
    shipmentIds: [],
    cancelIds: [],
    promise: opening.promise,
    promiseIds: opening.promise ? [opening.promise.promiseId] : [],
    onHold: false,
    intents: opening.payment.upfront ? [upfrontIntent(opening.payment.upfront.amount)] : [],
    card: newCard(opening.payment.methodId),
    offer: null,
    offerIds: [],
    forgiven: 0,
    graceFrom: null,
    mail: {
      timetable: null,
      planNumber: 1,
      owed: opening.imported
        ? []
        : [{ key: 'confirmation', kind: 'confirmation', dueAt: opening.placedAt, about: {} }],
      confirmedAt: null,
      lastRelationshipAt: null,
      lastExcitementAt: null,
    },
    attention: [],
    delays: {},
  };
};
