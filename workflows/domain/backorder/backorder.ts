import { leastCharge } from '../currency.ts';
import type { CivilDate, Instant } from '../time.ts';
import type { Attention } from './attention.ts';
import { type Card, type CardOffer, newCard } from './card.ts';
import type { EffectName } from './effect.ts';
import { type Intent, upfrontIntent } from './intent.ts';
import type { MailState } from './mail.ts';
import { priceLines } from './price-lines.ts';
import type { Snapshot } from './snapshot.ts';
import type { StockAct } from './stock-act.ts';

/** All that `plan` reads of one backorder. Plain JSON. Only `evolve` makes a new one. */
export type Backorder = {
  v: 1;
  orderId: string;
  /** Its run was lost and begins anew: we read all that the provider has before we ask for more. */
  isRevived: boolean;
  /** Counts the facts applied, so that a newer view has a higher revision. */
  revision: number;
  placedAt: Instant;
  currency: string;
  lines: Line[];
  stock: Snapshot;
  /** Stock acts that we have accepted and the ledger does not hold yet, oldest first. */
  acts: StockAct[];
  /** A snapshot shows the first act already, though the answer to that act is still to come. */
  isActShown: boolean;
  /** Ids of recent requests, so that the same request again changes nothing. */
  shipmentIds: string[];
  cancelIds: string[];
  promise: Promised | null;
  /** Recent promises, oldest first. */
  promises: { promiseId: string; statedAt: Instant }[];
  /** An operator suspended the order: no relationship mail goes out, and nothing ships. */
  isSuspended: boolean;
  intents: Intent[];
  /** Counts the intents we have made, forgotten ones included. */
  intentsMade: number;
  /** Minor units of voided holds on intents that were forgotten. */
  voidedBefore: number;
  card: Card;
  offer: CardOffer | null;
  offerIds: string[];
  /** Minor units we do not ask for again: waived, or gone back past us. */
  waived: number;
  /** The least sum that can be charged, in minor units. The provider may have told us more. */
  leastCharge: number;
  /** When the first lease ended unpaid, counted since the card last changed. */
  graceFrom: Instant | null;
  /** When the system cancelled what was left, because the payment did not come. */
  lapsedAt: Instant | null;
  mail: MailState;
  attention: Attention[];
  /** Effects that have not come through yet, and when we try each again. */
  delays: Delay[];
};

/** `value`: minor units the customer pays for the whole line, its share of shipping included. */
export type Line = { lineId: string; quantity: number; value: number };

export type Promised = { promiseId: string; on: CivilDate | null; statedAt: Instant };

export type Delay = EffectName & { until: Instant; tries: number };

/** What a backorder starts from. It holds no personal data and no free text. */
export type Opening = {
  orderId: string;
  placedAt: Instant;
  currency: string;
  shipping: number;
  lines: { lineId: string; quantity: number; total: number }[];
  promise: Promised | null;
  stock: Snapshot;
  /** The method to charge, null if nothing is left to charge, and the sum paid at checkout. */
  payment: { methodId: string | null; upfront: { amount: number } | null };
  /** The order comes from another system, which has confirmed it to the customer already. */
  isImported: boolean;
};

/**
 * The first state of a backorder. Splits shipping over the lines by their totals, to the minor
 * unit. Owes the customer a confirmation, unless the order was imported.
 */
export const open = (opening: Opening): Backorder => {
  const lines = priceLines(opening);
  return {
    v: 1,
    orderId: opening.orderId,
    isRevived: false,
    revision: 1,
    placedAt: opening.placedAt,
    currency: opening.currency,
    lines,
    stock: opening.stock,
    acts: [],
    isActShown: false,
    shipmentIds: [],
    cancelIds: [],
    promise: opening.promise,
    promises: opening.promise ? [opening.promise] : [],
    isSuspended: false,
    intents: opening.payment.upfront ? [upfrontIntent(opening.payment.upfront.amount)] : [],
    card: newCard(opening.payment.methodId),
    intentsMade: 0,
    voidedBefore: 0,
    offer: null,
    offerIds: [],
    waived: 0,
    leastCharge: leastCharge(opening.currency),
    graceFrom: null,
    lapsedAt: null,
    mail: {
      timetable: null,
      planNumber: 1,
      owed: opening.isImported
        ? []
        : [
            {
              key: 'confirmation',
              kind: 'confirmation',
              dueAt: opening.placedAt,
              about: {},
              isBegun: false,
            },
          ],
      unstated: 0,
      confirmedAt: null,
      lastRelationshipAt: null,
      lastExcitementAt: null,
    },
    attention: [],
    delays: [],
  };
};
