import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type ApiError, ApiFailure, errorOfStatus } from './errors.ts';

/** What one request ends with; `stored`: it is kept under the idempotency key. */
export type Answer = { status: number; body: object; stored: boolean };

/** Runs the work; a failure of any kind becomes the answer that tells it. */
export const answerOf = (work: () => object): Answer => {
  try {
    return { status: 200, body: work(), stored: true };
  } catch (error) {
    if (error instanceof ApiFailure) return failed(error.status, error.error, error);
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return failed(500, { type: 'api_error', message }, { stored: false });
  }
};

/** An answer that is an error object. */
export const failed = (
  status: number,
  error: ApiError = errorOfStatus(status),
  { stored }: { stored: boolean } = { stored: true },
): Answer => ({ status, body: { error }, stored });

/** Sends it with Stripe's headers; `original` is the request whose answer this is. */
export const respond = (
  c: Context,
  { status, body }: Pick<Answer, 'status' | 'body'>,
  { requestId, original }: { requestId: string; original?: string },
): Response => {
  c.header('Request-Id', requestId);
  const version = c.req.header('Stripe-Version');
  if (version !== undefined) c.header('Stripe-Version', version);
  const key = c.req.header('Idempotency-Key');
  if (key !== undefined) c.header('Idempotency-Key', key);
  if (original !== undefined) c.header('Original-Request', original);
  if (original !== undefined && original !== requestId) c.header('Idempotent-Replayed', 'true');
  if (status === 429) c.header('Retry-After', '1');
  return c.json(body, status as ContentfulStatusCode);
};
