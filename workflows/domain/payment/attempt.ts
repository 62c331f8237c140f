import { addMs, hourMs, type Instant, minuteMs } from '../time.ts';

/**
 * Stripe keeps an idempotency key for at least 24 hours. We leave an hour for clocks that differ.
 * https://docs.stripe.com/api/idempotent_requests
 */
const paymentKeyLifeMs = 23 * hourMs;

/**
 * Resend keeps an idempotency key for 24 hours.
 * https://resend.com/docs/dashboard/emails/idempotency-keys
 */
export const mailKeyLifeMs = 23 * hourMs;

/** A call that was cut off may still reach the provider within this time. */
const safetyDelayMs = 2 * minuteMs;

/** A call to the provider, written down before it was made. Wall time. */
export type Attempted = {
  firstCalledAt: Instant | null;
  lastCalledAt: Instant | null;
  /** The provider has stored a failure under the key and only ever repeats it. */
  isSpent: boolean;
};

/** Whether to call with the same key and parameters, or to look at what became of earlier calls. */
export const nextStep = (attempt: Attempted, now: Instant): 'call' | 'look' => {
  const { firstCalledAt, isSpent } = attempt;
  if (firstCalledAt === null) return 'call';
  return isSpent || addMs(firstCalledAt, paymentKeyLifeMs) <= now ? 'look' : 'call';
};

/** Whether an attempt that we cannot find at the provider can no longer appear there. */
export const isProvablyAbsent = ({ lastCalledAt }: Attempted, now: Instant): boolean =>
  lastCalledAt === null || addMs(lastCalledAt, safetyDelayMs) <= now;
