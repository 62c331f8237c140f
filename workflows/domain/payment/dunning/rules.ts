import type { ProblemKind, ProblemReason, Trouble } from '../../backorder/card.ts';
import { addMs, dayMs, hourMs, type Instant, later } from '../../time.ts';

type Rule = {
  /** Hours after the first no at which the same card is asked again by itself. */
  retryAfterHours: readonly number[];
  reason: ProblemReason;
};

/**
 * What follows a no, by its kind. Visa allows 15 attempts in 30 days after a decline that may pass,
 * Mastercard 10 in 24 hours, and neither allows any after one that is final; we make 4 in a lease.
 * https://docs.stripe.com/declines/card, https://docs.stripe.com/payments/authorization-retries
 */
export const dunning: Readonly<Record<ProblemKind, Rule>> = {
  soft: { retryAfterHours: [4, 24, 44], reason: 'declined' },
  hard: { retryAfterHours: [], reason: 'declined' },
  fraud: { retryAfterHours: [], reason: 'declined' },
  expired: { retryAfterHours: [], reason: 'expired' },
  removed: { retryAfterHours: [], reason: 'removed' },
  authentication: { retryAfterHours: [], reason: 'authentication' },
};

/** How long units stay firm whose hold has died and could not be renewed. */
const firmDays = 3;

/** How long an order keeps its place after its first lease ended without its payment. */
const graceDays = 14;

/** How long before the end of the grace the customer is told a last time. */
export const lastCallDays = 3;

/** The trouble after another no. A worse kind takes the place of one that might have passed. */
export const worsen = (trouble: Trouble | null, kind: ProblemKind, at: Instant): Trouble => ({
  kind,
  firstAt: trouble?.firstAt ?? at,
  lastAt: at,
  tries: (trouble?.tries ?? 0) + 1,
  told: trouble?.told ?? [],
});

/** When the same card may be asked again; null when only the customer can help. */
export const retryAt = ({ kind, firstAt, lastAt, tries }: Trouble): Instant | null => {
  const { retryAfterHours } = dunning[kind];
  const hours = retryAfterHours[tries - 1];
  const [least] = retryAfterHours;
  if (hours === undefined || least === undefined) return null;
  // Months may lie between two leases: even then the card is never asked twice in a row.
  return later(addMs(firstAt, hours * hourMs), addMs(lastAt, least * hourMs));
};

/** When units whose hold has died are given up, if the trouble goes on. */
export const firmUntil = ({ firstAt }: Trouble, holdUntil: Instant | null): Instant => {
  const settled = addMs(firstAt, firmDays * dayMs);
  return later(settled, holdUntil ?? settled);
};

/** When an order that is passed over is cancelled. */
export const graceEnd = (graceFrom: Instant): Instant => addMs(graceFrom, graceDays * dayMs);
