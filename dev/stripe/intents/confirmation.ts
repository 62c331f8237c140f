import { cardOf, isExpired, markSetUp } from '../cards/cards-in-use.ts';
import { declineError } from '../cards/declines.ts';
import { attach, getPaymentMethod } from '../cards/payment-methods.ts';
import { mustAuthenticate } from '../cards/test-card.ts';
import { type ApiError, ApiFailure, invalid, refused } from '../http/errors.ts';
import type { Intent } from '../records/payment-intent.ts';
import type { PaymentMethod } from '../records/payment-method.ts';
import type { Store } from '../store.ts';
import { afterCapture } from './capture-sequel.ts';
import { createCharge } from './charges.ts';
import { putIntent, requireStatus } from './intent.ts';

export type Confirmation = {
  offSession: boolean;
  /** Fail instead of asking the customer (`error_on_requires_action`). */
  errorOnAction: boolean;
  returnUrl: string | null;
  publicUrl: string;
  /** The decline code that the fault plan asks for. */
  decline: string | undefined;
  nowMs: number;
};

/**
 * Tries to charge or hold. Off-session a card that wants its customer is declined with
 * `authentication_required`; on-session the intent waits for them. A decline throws a 402 and
 * leaves the intent in `requires_payment_method`, free to be confirmed again.
 */
export const confirmIntent = (store: Store, intent: Intent, how: Confirmation): Intent => {
  const waiting = ['requires_payment_method', 'requires_confirmation', 'requires_action'] as const;
  requireStatus(intent, 'confirm', ...waiting);
  const method = getMethodOf(store, intent, how.nowMs);
  const confirmed = { ...intent, payment_method: method.id };
  if (how.decline !== undefined)
    return decline(store, confirmed, { method, code: how.decline, nowMs: how.nowMs });
  const { card, setUp } = cardOf(store, method);
  if (!mustAuthenticate(card, { setUp, offSession: how.offSession }))
    return chargeIntent(store, confirmed, { method, nowMs: how.nowMs });
  if (how.offSession || how.errorOnAction)
    return decline(store, confirmed, { method, code: 'authentication_required', nowMs: how.nowMs });
  return putIntent(store, {
    ...confirmed,
    status: 'requires_action',
    next_action: authenticateAt(how, intent),
  });
};

/** Charges or holds after what the bank asked of the customer has been done. */
export const chargeIntent = (
  store: Store,
  intent: Intent,
  { method, nowMs }: { method: PaymentMethod; nowMs: number },
): Intent => {
  const { card } = cardOf(store, method);
  if (card.decline !== undefined)
    return decline(store, intent, { method, code: card.decline, nowMs });
  if (isExpired(method, nowMs))
    return decline(store, intent, { method, code: 'expired_card', nowMs });
  const charge = createCharge(store, { intent, method, nowMs });
  if (intent.customer !== null && intent.setup_future_usage !== null)
    attach(store, { id: method.id, customer: intent.customer, nowMs });
  if (intent.setup_future_usage === 'off_session') markSetUp(store, method.id);
  const charged = putIntent(store, {
    ...intent,
    status: charge.captured ? 'succeeded' : 'requires_capture',
    amount_capturable: charge.captured ? 0 : charge.amount,
    amount_received: charge.amount_captured,
    latest_charge: charge.id,
    last_payment_error: null,
    next_action: null,
  });
  if (charge.captured) afterCapture(store, charge, nowMs);
  return charged;
};

/** Records the failure on the intent, which loses its method, and throws it. */
export const failIntent = (
  store: Store,
  intent: Intent,
  { method, error, charge }: { method: PaymentMethod; error: ApiError; charge?: string },
): never => {
  const whole: ApiError = { ...error, ...(charge ? { charge } : {}), payment_method: method };
  const failed = putIntent(store, {
    ...intent,
    status: 'requires_payment_method',
    payment_method: null,
    latest_charge: charge ?? intent.latest_charge,
    last_payment_error: whole,
    next_action: null,
  });
  throw new ApiFailure(402, { ...whole, payment_intent: failed });
};

const decline = (
  store: Store,
  intent: Intent,
  { method, code, nowMs }: { method: PaymentMethod; code: string; nowMs: number },
): never => {
  const error = declineError(code);
  const charge = createCharge(store, { intent, method, error, nowMs });
  return failIntent(store, intent, { method, error, charge: charge.id });
};

/** The method to charge; it must belong to the intent's customer, or to nobody. */
const getMethodOf = (store: Store, intent: Intent, nowMs: number): PaymentMethod => {
  if (intent.payment_method === null)
    throw refused(
      "You cannot confirm this PaymentIntent because it's missing a payment method. Provide one " +
        'with payment_method.',
      { code: 'payment_intent_unexpected_state', payment_intent: intent },
    );
  const param = 'payment_method';
  const method = getPaymentMethod(store, { id: intent.payment_method, nowMs, param });
  if (method.customer !== null && method.customer !== intent.customer)
    throw invalid(
      `The PaymentMethod ${method.id} belongs to a customer. Include that customer on the PaymentIntent.`,
      { param },
    );
  return method;
};

const authenticateAt = ({ publicUrl, returnUrl }: Confirmation, { id, client_secret }: Intent) => ({
  type: 'redirect_to_url' as const,
  redirect_to_url: {
    url: `${publicUrl}/authenticate/${id}?client_secret=${client_secret}`,
    return_url: returnUrl,
  },
});
