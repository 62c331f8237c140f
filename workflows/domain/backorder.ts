import type { Snapshot, Units } from './ledger.ts';
import type { MessageKind } from './message-kind.ts';
import { splitByWeight } from './money.ts';
import type { CivilDate, Instant } from './time.ts';

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
      by: 'customer' | 'shop';
      lines: { lineId: string; quantity: number }[] | null;
    }
  | { type: 'ship'; actId: string; lines: { lineId: string; quantity: number }[] };

/** One payment intent at the provider; amounts in minor units of the order's currency. */
export type Intent = {
  intentId: string;
  /** The lease whose units it pays for; `shipped` when the goods have left already. */
  leaseId: string;
  amount: number;
  state:
    | 'authorizing'
    | 'action_required'
    | 'held'
    | 'declined'
    | 'captured'
    | 'voided'
    | 'refused';
  /** The provider's own end of the hold, in order time. */
  holdUntil: Instant | null;
  /** From when on a newer hold is wanted in its place. */
  renewAt: Instant | null;
  captured: number;
  refunded: number;
  /** The sum of a capture that was begun and has no answer: it may have happened already. */
  capturing: number | null;
  /** What all its refunds come to with one that was begun and has no answer. */
  refundingUpTo: number | null;
};

export type MailState = {
  /** Relationship mail still to come, earliest first; null until it is planned (again). */
  timetable: ScheduledMail[] | null;
  /** Counts the plans asked for, so that the answer to an outdated question is ignored. */
  planNumber: number;
  /** Service mail that is owed, in the order in which it became due. */
  owed: OwedMail[];
  confirmedAt: Instant | null;
  lastRelationshipAt: Instant | null;
  lastExcitementAt: Instant | null;
};

export type ScheduledMail = { key: string; kind: MessageKind; at: Instant; until: Instant };

export type OwedMail = { key: string; kind: MessageKind; dueAt: Instant; about: About };

/** What a service mail is about, such as ids that its sender looks up. Never free text. */
export type About = {
  leaseId?: string;
  intentId?: string;
  units?: Units[];
  actId?: string;
  /** Minor units that could not be held, that went back, or that the shipped units cost. */
  amount?: number;
  /** Until when the units are kept for a payment. */
  payBy?: Instant;
  reason?: 'declined' | 'authentication' | 'expired' | 'removed';
  /** How far a payment problem has come: the lease runs, it has ended, or the grace ends soon. */
  stage?: 'due' | 'passed-over' | 'last-call';
  /** When the order is cancelled, if the payment is still not ready then. */
  cancelledAt?: Instant;
  /** When the same card is tried again without the customer. */
  retryAt?: Instant;
  /** The last day on which the card is valid. */
  expiresOn?: CivilDate;
  /** Whether a payment that was in trouble is ready now; else another card is noted. */
  isHeld?: boolean;
  /** Why the system cancelled. */
  cause?: 'payment';
  /** The promise that supply has changed, and the date that the customer knew before. */
  promiseId?: string;
  promisedOn?: CivilDate | null;
};

export type AttentionCode =
  | 'payment_failed'
  | 'payment_refused'
  | 'shipped_unpaid'
  | 'refund_failed'
  | 'disputed'
  | 'fraud_warning'
  | 'refunded_elsewhere'
  | 'unpaid'
  | 'card_removed'
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

export type Attention = { code: AttentionCode; at: Instant };

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
  /** Brought from another system, which has already confirmed it to the customer. */
  imported: boolean;
  payment?: { methodId: string | null; upfront: { amount: number } | null };
};

/** The first state of a backorder: shipping is shared over the lines by their totals. */
export const open = (opening: Opening): Backorder => {
  const shipping = splitByWeight(
    opening.shipping,
    opening.lines.map((line) => line.total),
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
    intents: [],
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
