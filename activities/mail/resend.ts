import { type ErrorResponse, Resend } from 'resend';
import { mailKeyLifeMs } from '../../workflows/domain/payment/attempt.ts';
import { hourMs, minuteMs } from '../../workflows/domain/time.ts';
import type { Limits, Mail, MailAnswer, MailProvider } from './provider.ts';

/**
 * Sends through Resend, which keeps an idempotency key for 24 hours. No fault of Resend or of the
 * network is thrown. A call that takes longer than `timeoutMs` is `unknown`. Errors:
 * https://resend.com/docs/api-reference/errors
 */
export const createResendMail = ({
  apiKey,
  baseUrl = 'https://api.resend.com',
  timeoutMs = 15_000,
}: {
  apiKey: string;
  baseUrl?: string;
  timeoutMs?: number;
}): MailProvider => {
  const resend = new Resend(apiKey, { baseUrl: baseUrl.replace(/\/+$/, '') });
  return {
    name: 'resend',
    keyLifeMs: mailKeyLifeMs,
    send: async (mail, { idempotencyKey, heed }) => {
      const signal = AbortSignal.timeout(timeoutMs);
      const { data, error, headers } = await resend.emails.send(toResend(mail), {
        idempotencyKey,
        signal,
      });
      const limits = limitsOf(headers ?? {}, error);
      if (limits) heed?.(limits);
      if (error) return answerTo(error, headers ?? {});
      return data?.id ? { outcome: 'accepted', providerId: data.id } : { outcome: 'unknown' };
    },
  };
};

/** A `Reply-To` is kept among the headers of a mail; at Resend it is a field of its own. */
const toResend = ({ from, to, subject, html, text, headers, tags }: Mail) => {
  const { 'Reply-To': replyTo, ...others } = headers;
  return {
    ...{ from, to, subject, html, text },
    ...(replyTo !== undefined && { replyTo }),
    headers: others,
    tags: tags.map(({ name, value }) => ({ name: taggable(name), value: taggable(value) })),
  };
};

/** Resend refuses a whole mail for a tag with a dot or a colon, which an order id may contain. */
const taggable = (value: string): string => value.replace(/[^A-Za-z0-9_-]/g, '_');

const answerTo = (error: ErrorResponse, headers: Record<string, string>): MailAnswer => {
  const { statusCode: status, name } = error;
  if (typeof status !== 'number' || status < 400 || status >= 500) return { outcome: 'unknown' };
  if (name === 'invalid_idempotent_request')
    return { outcome: 'refused', code: 'idempotency_mismatch' };
  if (name === 'daily_quota_exceeded' || name === 'monthly_quota_exceeded')
    return { outcome: 'later', retryAfterMs: quotaDelayMs };
  if (status === 429 || name === 'concurrent_idempotent_requests')
    return { outcome: 'later', retryAfterMs: retryAfterMs(headers) };
  if (mendable.includes(status)) return { outcome: 'later', retryAfterMs: mendingDelayMs };
  // The SDK's name for a body that is not Resend's, such as a proxy's. It tells nothing.
  if (!name || name === 'application_error') return { outcome: 'unknown' };
  return { outcome: 'refused', code: name };
};

/**
 * The operator's key, sending domain or base URL is wrong, and not the mail. It goes out once the
 * operator has mended that, so it is not given up.
 */
const mendable = [401, 403, 404, 405];
const mendingDelayMs = minuteMs;

const quotaDelayMs = hourMs;

const retryAfterMs = (headers: Record<string, string>): number => {
  const seconds = Number(headers['retry-after']);
  return Number.isFinite(seconds) && seconds >= 1 ? Math.min(seconds * 1000, hourMs) : 1000;
};

/**
 * How many calls a second Resend takes (https://resend.com/docs/api-reference/rate-limit); its window
 * is a second unless it says otherwise. Undefined for an answer that is not Resend's.
 */
const limitsOf = (
  headers: Record<string, string>,
  error: ErrorResponse | null,
): Limits | undefined => {
  const [, windowS = '1'] = /;\s*w=(\d+)/.exec(headers['ratelimit-policy'] ?? '') ?? [];
  const perSecond = Number.parseFloat(headers['ratelimit-limit'] ?? '') / Number(windowS);
  const isTold = Number.isFinite(perSecond) && perSecond > 0;
  const isBusy = error?.name === 'rate_limit_exceeded';
  if (!isTold && !isBusy) return undefined;
  return { ...(isTold && { perSecond }), ...(isBusy && { pauseMs: retryAfterMs(headers) }) };
};
