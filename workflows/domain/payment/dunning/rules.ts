import type { ProblemKind, ProblemReason, Trouble } from '../../backorder/card.ts';
import { addMs, dayMs, hourMs, type Instant, later } from '../../time.ts';

type Rule = {
  /** Hours after the first no at which we try the same card again. */
  retryAfterHours: readonly number[];
  reason: ProblemReason;
};

/**
 * What follows each kind of no. After a soft decline Visa allows 15 attempts in 30 days and
 * Mastercard 10 in 24 hours; after a final one neither allows any. We make 4 in a lease.
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

/** How long before the end of the grace we remind the customer for the last time. */
export const lastCallDays = 3;

/** The trouble after another no. Its kind is the newest; the first time and the tries go on. */
export const worsen = (trouble: Trouble | null, kind: ProblemKind, at: Instant): Trouble => ({
  kind,
  firstAt: trouble?.firstAt ?? at,
  lastAt: at,
  tries: (trouble?.tries ?? 0) + 1,
  told: trouble?.told ?? [],
});

/** When we may try the same card again; null when only the customer can help. */
export const retryAt = ({ kind, firstAt, lastAt, tries }: Trouble): Instant | null => {
  const { retryAfterHours } = dunning[kind];
  const hours = retryAfterHours[tries - 1];
  const [least] = retryAfterHours;
  if (hours === undefined || least === undefined) return null;
  // Two leases may lie months apart. Even then we leave time between two tries.
  return later(addMs(firstAt, hours * hourMs), addMs(lastAt, least * hourMs));
};

/** When units whose hold has died go to others if the trouble goes on. Not before the hold ends. */
export const firmUntil = ({ firstAt }: Trouble, holdUntil: Instant | null): Instant => {
  const patienceEndsAt = addMs(firstAt, firmDays * dayMs);
  return later(patienceEndsAt, holdUntil ?? patienceEndsAt);
};

/** When a barred order is cancelled. */
export const graceEnd = (graceFrom: Instant): Instant => addMs(graceFrom, graceDays * dayMs);
