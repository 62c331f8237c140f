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
  | LookAtPayment;

/** Whose word a cancellation may be. */
export const cancellers = ['customer', 'shop'] as const;

/** Without `lines`: everything that has not shipped. */
export type CancelBackorder = {
  type: 'CancelBackorder';
  cancelId: string;
  by: (typeof cancellers)[number];
  lines: Part[] | null;
};

/** Without `lines`: every firm unit. */
export type ReportShipment = { type: 'ReportShipment'; shipmentId: string; lines: Part[] | null };

export type ChangePromise = {
  type: 'ChangePromise';
  promiseId: string;
  on: CivilDate | null;
  statedAt: Instant;
  /** Supply has changed: the customer is told, if anything still waits for it. */
  isSupply: boolean;
};

/** The address or the time zone is another one: what was planned in local time is planned anew. */
export type ChangeCustomer = { type: 'ChangeCustomer' };

export type SuspendBackorder = { type: 'SuspendBackorder' };

export type ResumeBackorder = { type: 'ResumeBackorder' };

export type ResolveAttention = { type: 'ResolveAttention'; code: AttentionCode };

/** Another card pays from now on, or the same one is asked again. */
export type ChangePaymentMethod = { type: 'ChangePaymentMethod'; methodId: string };

/** The customer wants to give another card: the provider is asked for a form. */
export type OfferCard = { type: 'OfferCard'; offerId: string };

/** The customer has done something at the provider: what came of it is looked up. */
export type LookAtPayment = { type: 'LookAtPayment' };

/** An expected no. Its code is shown to the caller. */
export type RefusalCode =
  | 'already_shipped'
  | 'nothing_to_cancel'
  | 'not_ready_to_ship'
  | 'cancelled'
  | 'on_hold'
  | 'nothing_to_resolve'
  | 'nothing_to_release';
