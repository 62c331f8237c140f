import { leastCharge } from '../currency.ts';
import type { CivilDate, Instant } from '../time.ts';
import { type Ask, askFrom, wantedMails } from './ask.ts';
import type { Attention } from './attention.ts';
import { type Card, type CardOffer, newCard } from './card.ts';
import type { EffectName } from './effect.ts';
import { heldByShop, type Intent, upfrontIntent } from './intent.ts';
import type { LawClock, LawState } from './law.ts';
import type { MailState, OwedMail } from './mail.ts';
import { openLaw } from './open-law.ts';
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
  /** Absent unless card and consent are still to come from the customer's page. */
  ask?: Ask;
  offer: CardOffer | null;
  offerIds: string[];
  /** Minor units we do not ask for again: waived, or gone back past us. */
  waived: number;
  /** The least sum that can be charged, in minor units. The provider may have told us more. */
  leastCharge: number;
  /** How long a new lease waits for others to join it, in milliseconds. */
  joinMs: number;
  /** A shipment was reported then, so that no lease opened before waits for others. */
  joinedAt: Instant | null;
  /** When the first lease ended unpaid, counted since the card last changed. */
  graceFrom: Instant | null;
  /** When the system cancelled what was left, because the payment did not come. */
  lapsedAt: Instant | null;
  mail: MailState;
  law: LawState;
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
  payment: {
    /** The method to charge; null if nothing is left to charge, or the card is still to come. */
    methodId: string | null;
    /** The sum paid at checkout. The provider knows nothing of what the shop holds itself. */
    upfront: { amount: number; heldBy?: 'shop' } | null;
    /** For how many days, from then on, we ask the customer for card and consent. */
    ask?: { from: Instant; days: number };
  };
  /** How long a lease waits for others, in milliseconds; 0 if only one lease can come. */
  joinMs: number;
  /** The order comes from another system, which has confirmed it to the customer already. */
  isImported: boolean;
  law: {
    hasCredit: boolean;
    isEssential: boolean;
    /** The days of the law as they stand at the beginning. */
    clock: LawClock;
    /** The promised day that an import brings and that is over: nothing is said of it by itself. */
    silentOn: CivilDate | null;
  };
};

/**
 * The first state of a backorder. Splits shipping over the lines by their totals, to the minor
 * unit. Owes the customer a confirmation, unless the order was imported, and what asks for a card.
 */
export const open = (opening: Opening): Backorder => {
  const lines = priceLines(opening);
  const { ask } = opening.payment;
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
    intents: paidUpfront(opening),
    card: newCard(opening.payment.methodId),
    ...(ask && { ask: askFrom(ask) }),
    intentsMade: 0,
    voidedBefore: 0,
    offer: null,
    offerIds: [],
    waived: 0,
    leastCharge: leastCharge(opening.currency),
    joinMs: opening.joinMs,
    joinedAt: null,
    graceFrom: null,
    lapsedAt: null,
    mail: {
      timetable: null,
      planNumber: 1,
      owed: [...confirmations(opening), ...(ask ? wantedMails(askFrom(ask), ask) : [])],
      held: [],
      reconsideredAt: null,
      unstated: 0,
      confirmedAt: null,
      lastRelationshipAt: null,
      lastExcitementAt: null,
    },
    law: openLaw(opening),
    attention: [],
    delays: [],
  };
};

const paidUpfront = ({ payment: { upfront } }: Opening): Intent[] => {
  if (upfront === null) return [];
  const { amount } = upfront;
  return [upfront.heldBy === 'shop' ? heldByShop(amount) : upfrontIntent(amount)];
};

const confirmations = ({ isImported, placedAt: dueAt }: Opening): OwedMail[] =>
  isImported
    ? []
    : [{ key: 'confirmation', kind: 'confirmation', dueAt, about: {}, isBegun: false }];
