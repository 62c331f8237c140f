import type { CivilDate, Instant } from '../time.ts';
import type { AttentionCode } from './attention.ts';
import type { Until } from './law.ts';
import type { Part } from './snapshot.ts';

/**
 * What others may ask of a backorder. Free text (reasons, carriers, notes) stays in PostgreSQL
 * under the request's id.
 */
export type Request =
  | CancelBackorder
  | ReportShipment
  | ChangePromise
  | AnswerNotice
  | WithdrawContract
  | SetFurtherPeriod
  | ChangeCustomer
  | SuspendBackorder
  | ResumeBackorder
  | ResolveAttention
  | ChangePaymentMethod
  | OfferCard
  | AcceptMandate
  | LookAtPayment;

/** Whose word a cancellation may be. */
export const cancellers = ['customer', 'shop'] as const;

/** Without `lines`: everything that has not shipped. */
export type CancelBackorder = {
  type: 'CancelBackorder';
  cancelId: string;
  by: (typeof cancellers)[number];
  lines: Part[] | null;
  /** When the customer said so, in order time, as it was kept; else it counts as it arrives. */
  receivedAt?: Instant;
};

/** A request that is the customer's own word: it is kept before the backorder is asked. */
export type CustomerWord = CancelBackorder | AnswerNotice | WithdrawContract | SetFurtherPeriod;

/** `lines: null` reports every firm unit. */
export type ReportShipment = { type: 'ReportShipment'; shipmentId: string; lines: Part[] | null };

export type ChangePromise = {
  type: 'ChangePromise';
  promiseId: string;
  on: CivilDate | null;
  statedAt: Instant;
  /** Supply has changed the date: we tell the customer, if any unit still waits for it. */
  isSupply: boolean;
};

/** How a customer's word reached the shop: `page`, `phone`, `email` … A code, no free text. */
type Said = { wordId: string; channel: string; receivedAt?: Instant };

/**
 * The customer's answer to the newest notice: to wait until a date, by default the notice's own, or
 * to cancel.
 */
export type AnswerNotice = Said & { type: 'AnswerNotice'; accept: boolean; until: Until | null };

/** The customer withdraws from the contract, as the law of the European Union lets them. */
export type WithdrawContract = Said & { type: 'WithdrawContract' };

/** After a missed date the customer sets the last one. */
export type SetFurtherPeriod = Said & { type: 'SetFurtherPeriod'; until: CivilDate };

/**
 * The address or the time zone has changed, so we plan anew what was planned in local time.
 * `hasNewAddress`: mail goes elsewhere now.
 */
export type ChangeCustomer = { type: 'ChangeCustomer'; hasNewAddress?: boolean };

export type SuspendBackorder = { type: 'SuspendBackorder' };

export type ResumeBackorder = { type: 'ResumeBackorder' };

/** `raisedAt`: only the item that was raised then is meant. Without it, the one that is open. */
export type ResolveAttention = {
  type: 'ResolveAttention';
  code: AttentionCode;
  raisedAt?: Instant;
};

/** Another card pays from now on, or we try the same one again. */
export type ChangePaymentMethod = { type: 'ChangePaymentMethod'; methodId: string };

/** The customer wants to give another card: we ask the provider for a form. */
export type OfferCard = { type: 'OfferCard'; offerId: string };

/** The customer accepts the mandate that their page showed them. What it says stays in PostgreSQL. */
export type AcceptMandate = { type: 'AcceptMandate' };

/** The customer has done something at the provider: we look at what came of it. */
export type LookAtPayment = { type: 'LookAtPayment' };

/** An expected no. The caller sees its code. */
export type RefusalCode =
  | 'already_shipped'
  | 'nothing_to_cancel'
  | 'not_ready_to_ship'
  | 'cancelled'
  | 'on_hold'
  | 'nothing_to_resolve'
  | 'nothing_to_release'
  | 'nothing_to_pay'
  | 'nothing_to_answer'
  | 'nothing_to_withdraw'
  | 'until_too_early';

/** Why not, as people read it; a sentence without its dot. */
export const refusalWords: Record<RefusalCode, string> = {
  already_shipped: 'everything has shipped',
  nothing_to_cancel: 'no open unit is left to cancel',
  not_ready_to_ship: 'the units were not set aside and paid for',
  cancelled: 'the order is cancelled',
  on_hold: 'the shop holds the order',
  nothing_to_resolve: 'it does not wait for a person any more',
  nothing_to_release: 'the order is not on hold',
  nothing_to_pay: 'there is nothing to pay by card',
  nothing_to_answer: 'no notice waits for an answer',
  nothing_to_withdraw: 'there is no contract to withdraw from',
  until_too_early: 'the answer ends before the new date',
};

/** The same of a code as it is stored; one that is unknown is said as it is. */
export const wordsOfRefusal = (code: string): string =>
  Object.hasOwn(refusalWords, code) ? refusalWords[code as RefusalCode] : code;
