import type { CivilDate, Instant } from '../time.ts';
import type { AttentionCode } from './attention.ts';
import type { Part } from './snapshot.ts';

/**
 * What others may ask of a backorder. Free text (reasons, carriers, notes) stays in PostgreSQL
 * under the request's id.
 */
export type Request =
  | CancelBackorder
  | ReportShipment
  | ChangePromise
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
export type CustomerWord = CancelBackorder;

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

/** The address or the time zone has changed, so we plan anew what was planned in local time. */
export type ChangeCustomer = { type: 'ChangeCustomer' };

export type SuspendBackorder = { type: 'SuspendBackorder' };

export type ResumeBackorder = { type: 'ResumeBackorder' };

export type ResolveAttention = { type: 'ResolveAttention'; code: AttentionCode };

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
  | 'nothing_to_pay';
