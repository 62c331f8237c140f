import { declineError } from '../cards/declines.ts';
import { ApiFailure, invalid } from '../http/errors.ts';
import { mergeMetadata } from '../http/params.ts';
import type { Intent } from '../records/payment-intent.ts';
import type { Store } from '../store.ts';
import { afterCapture } from './capture-sequel.ts';
import { captureCharge, getCharge } from './charges.ts';
import { putIntent, releaseIntent, requireStatus } from './intent.ts';
import { requireLeast } from './least-charge.ts';

/**
 * Takes part or all of what is held; the rest is released, as on accounts without multicapture.
 * Throws a 400 on more than is held, too little, or nothing held, a 402 when the fault plan declines it.
 */
export const captureIntent = (
  store: Store,
  intent: Intent,
  {
    amount_to_capture,
    metadata,
    decline,
    nowMs,
  }: {
    amount_to_capture?: number | undefined;
    metadata?: '' | Record<string, string> | undefined;
    decline: string | undefined;
    nowMs: number;
  },
): Intent => {
  requireStatus(intent, 'capture', 'requires_capture');
  const amount = amount_to_capture ?? intent.amount_capturable;
  if (amount > intent.amount_capturable)
    throw invalid(
      `The amount_to_capture (${amount}) must be less than or equal to the amount_capturable ` +
        `(${intent.amount_capturable}).`,
      { code: 'amount_too_large', param: 'amount_to_capture' },
    );
  requireLeast({ amount, currency: intent.currency }, 'amount_to_capture');
  if (decline !== undefined)
    throw new ApiFailure(402, { ...declineError(decline), payment_intent: intent });
  const charge = captureCharge(store, getCharge(store, intent.latest_charge ?? ''), amount);
  const captured = putIntent(store, {
    ...intent,
    status: 'succeeded',
    amount_capturable: 0,
    amount_received: amount,
    metadata: mergeMetadata(intent.metadata, metadata),
  });
  afterCapture(store, charge, nowMs);
  return captured;
};

/** Ends an intent that has taken no money; a hold is released. Throws a 400 otherwise. */
export const cancelIntent = (
  store: Store,
  intent: Intent,
  { cancellation_reason, nowMs }: { cancellation_reason?: string | undefined; nowMs: number },
): Intent => {
  const open = ['requires_payment_method', 'requires_capture', 'requires_confirmation'] as const;
  requireStatus(intent, 'cancel', ...open, 'requires_action');
  return releaseIntent(store, intent, { reason: cancellation_reason ?? null, nowMs });
};
