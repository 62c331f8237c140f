import { z } from 'zod';
import { minuteMs } from '../../../workflows/domain/time.ts';
import type { IntentView, PaymentAnswer } from '../provider.ts';
import { findIntentView } from './intents.ts';

const patienceMs = 1000;

/**
 * Makes an answer of a call to the SDK. A result that `view` does not recognise is `unknown`: it
 * came with a 2xx, so something may have happened. An error is `ok` when `find` sees a value in it.
 */
export const answerOf = async <T>(
  call: Promise<unknown>,
  view: (result: unknown) => T | undefined,
  find: (error: unknown) => T | undefined = () => undefined,
): Promise<PaymentAnswer<T>> => {
  try {
    const value = view(await call);
    return value === undefined ? { outcome: 'unknown', replayed: false } : ok(value);
  } catch (error) {
    const value = find(error);
    return value === undefined ? answerOfError(error) : ok(value);
  }
};

export const ok = <T>(value: T): PaymentAnswer<T> => ({ outcome: 'ok', value });

/**
 * The intent that a card error carries, when the bank said no to it or asks for the customer. A
 * card error that leaves the intent as it was (a capture that fails) has none.
 */
export const findDeclined = (error: unknown): IntentView | undefined => {
  const parsed = cardErrorSchema.safeParse(error);
  const intent = parsed.success ? findIntentView(parsed.data.payment_intent) : undefined;
  return intent?.status === 'declined' || intent?.status === 'action_required' ? intent : undefined;
};

/** An error of the SDK, as far as it is read. Only one that Stripe answered has a status. */
const errorSchema = z.object({
  type: z.string(),
  rawType: z.string().nullish(),
  statusCode: z.int().nullish(),
  code: z.string().nullish(),
  decline_code: z.string().nullish(),
  headers: z.record(z.string(), z.string()).nullish(),
});

const cardErrorSchema = z.object({
  type: z.literal('StripeCardError'),
  payment_intent: z.unknown(),
});

/** Anything that is no error of the SDK is a bug and is thrown on. */
const answerOfError = (error: unknown): PaymentAnswer<never> => {
  const parsed = errorSchema.safeParse(error);
  if (!parsed.success || !parsed.data.type.startsWith('Stripe')) throw error;
  const { statusCode: status, code, decline_code, rawType, headers } = parsed.data;
  if (status == null || status >= 500 || status === 408 || status === 424)
    return { outcome: 'unknown', replayed: headers?.['idempotent-replayed'] === 'true' };
  // The key has been used with other parameters, so an earlier call has reached the provider.
  if (rawType === 'idempotency_error') return { outcome: 'unknown', replayed: true };
  if (status === 429 || status === 409)
    return { outcome: 'later', retryAfterMs: retryAfterMs(headers?.['retry-after']) };
  if (mendable.includes(status)) return { outcome: 'later', retryAfterMs: mendingDelayMs };
  if (code === 'payment_intent_unexpected_state')
    return { outcome: 'refused', code: 'unexpected_state' };
  return { outcome: 'refused', code: decline_code || code || `http_${status}` };
};

/** The operator's secret key or its permissions are wrong, and not the request. */
const mendable = [401, 403];
const mendingDelayMs = minuteMs;

/** `Retry-After` is a number of seconds or a date; without one, a second. */
const retryAfterMs = (header: string | undefined): number => {
  if (header === undefined) return patienceMs;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : patienceMs;
};
