import { missing, refused } from '../http/errors.ts';
import { newId, randomText } from '../ids.ts';
import type { Intent } from '../records/payment-intent.ts';
import type { Store } from '../store.ts';
import { refundCharge } from './charges.ts';

type Terms = Pick<
  Intent,
  | 'amount'
  | 'capture_method'
  | 'currency'
  | 'customer'
  | 'description'
  | 'metadata'
  | 'payment_method'
  | 'receipt_email'
  | 'setup_future_usage'
>;

/** An intent that nobody has confirmed yet; not stored. */
export const newIntent = (terms: Terms, nowMs: number): Intent => {
  const id = newId('pi');
  return {
    id,
    object: 'payment_intent',
    ...terms,
    amount_capturable: 0,
    amount_received: 0,
    canceled_at: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: 'automatic',
    created: Math.floor(nowMs / 1000),
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    next_action: null,
    payment_method_types: ['card'],
    shipping: null,
    status: terms.payment_method === null ? 'requires_payment_method' : 'requires_confirmation',
  };
};

/** The intent as of now, or a failure: 404, or 400 with the parameter that named it. */
export const getIntent = (
  store: Store,
  { id, nowMs, param }: { id: string; nowMs: number; param?: string },
): Intent => {
  const intent = store.find('payment_intent', id);
  if (!intent) throw missing('payment_intent', id, param);
  return expire(store, intent, nowMs);
};

/** Cancels a hold that nobody captured in time, as Stripe does by itself. */
export const expire = (store: Store, intent: Intent, nowMs: number): Intent => {
  if (intent.status !== 'requires_capture' || intent.latest_charge === null) return intent;
  const before = store.find('charge', intent.latest_charge)?.payment_method_details.card
    .capture_before;
  return before === undefined || nowMs < before * 1000
    ? intent
    : releaseIntent(store, intent, { reason: 'automatic', nowMs });
};

/** Ends the intent and gives back its hold, if there is one. */
export const releaseIntent = (
  store: Store,
  intent: Intent,
  { reason, nowMs }: { reason: string | null; nowMs: number },
): Intent => {
  const charge = store.find('charge', intent.latest_charge ?? '');
  if (intent.status === 'requires_capture' && charge) refundCharge(store, charge, charge.amount);
  return putIntent(store, {
    ...intent,
    status: 'canceled',
    amount_capturable: 0,
    canceled_at: Math.floor(nowMs / 1000),
    cancellation_reason: reason,
    next_action: null,
  });
};

export const putIntent = (store: Store, intent: Intent): Intent => {
  store.put('payment_intent', intent);
  return intent;
};

/** Throws the 400 that an act gets which the intent's state does not allow. */
export const requireStatus = (
  intent: Intent,
  act: string,
  ...allowed: Intent['status'][]
): void => {
  if (allowed.includes(intent.status)) return;
  throw refused(
    `You cannot ${act} this PaymentIntent because it has a status of ${intent.status}. ` +
      `Only a PaymentIntent with one of the following statuses may be used: ${allowed.join(', ')}.`,
    { code: 'payment_intent_unexpected_state', payment_intent: intent },
  );
};
