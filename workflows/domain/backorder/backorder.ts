import type { CivilDate, Instant } from '../time.ts';
import type { Attention } from './attention.ts';
import { type Card, type CardOffer, newCard } from './card.ts';
import type { EffectName } from './effect.ts';
import { type Intent, upfrontIntent } from './intent.ts';
import type { MailState } from './mail.ts';
import { priceLines } from './price-lines.ts';
import type { Snapshot } from './snapshot.ts';
import type { StockAct } from './stock-act.ts';

/** Everything `plan` reads of one backorder. Plain JSON; only `evolve` makes a new one. */
export type Backorder = {
  v: 1;
  orderId: string;
  /** Facts applied so far: a later view has a higher revision. */
  revision: number;
  placedAt: Instant;
  currency: string;
  lines: Line[];
  stock: Snapshot;
  /** Stock acts that were accepted and are not yet in the ledger, oldest first. */
  acts: StockAct[];
  /** A snapshot shows the first of them already, while its own answer is still to come. */
  isActShown: boolean;
  /** Ids of what was asked lately, so that a repetition changes nothing. */
  shipmentIds: string[];
  cancelIds: string[];
  promise: Promised | null;
  /** The promises of late, oldest first. */
  promises: { promiseId: string; statedAt: Instant }[];
  /** An operator's hold: no relationship mail and no shipping. */
  isSuspended: boolean;
  intents: Intent[];
  /** Intents of our own so far, and minor units of released holds, of those forgotten as well. */
  intentsMade: number;
  voidedBefore: number;
  card: Card;
  offer: CardOffer | null;
  offerIds: string[];
  /** Minor units that a person gave back or wrote off: they are not asked for again. */
  waived: number;
  /** When the first lease ended without its payment, since the card last changed. */
  graceFrom: Instant | null;
  mail: MailState;
  attention: Attention[];
  /** Effects that did not come through yet, and when they are tried again. */
  delays: Delay[];
};

/** `value` is what the customer pays for the whole line, its share of shipping included. */
export type Line = { lineId: string; quantity: number; value: number };

export type Promised = { promiseId: string; on: CivilDate | null; statedAt: Instant };

export type Delay = EffectName & { until: Instant; tries: number };

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
  isImported: boolean;
};

/** The first state of a backorder. */
export const open = (opening: Opening): Backorder => {
  const lines = priceLines(opening);
  return {
    v: 1,
    orderId: opening.orderId,
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
    graceFrom: null,
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
