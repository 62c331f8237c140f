import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Resend's error object, as it stands in the body of every answer that is not a success. */
export type ResendError = { statusCode: ContentfulStatusCode; name: string; message: string };

/** Names, statuses and texts after https://resend.com/docs/api-reference/errors. */
const known = {
  invalid_idempotency_key: [400, 'The key must be between 1-256 chars.'],
  missing_api_key: [401, 'Missing API key in the authorization header.'],
  invalid_api_key: [403, 'API key is invalid.'],
  not_found: [404, 'The requested endpoint does not exist.'],
  method_not_allowed: [405, 'Method is not allowed for the requested path.'],
  invalid_idempotent_request: [409, 'Same idempotency key used with a different request payload.'],
  concurrent_idempotent_requests: [
    409,
    'Same idempotency key used while original request is still in progress.',
  ],
  missing_required_field: [422, 'The request body is missing one or more required fields.'],
  validation_error: [422, 'We found an error with one or more fields in the request.'],
  rate_limit_exceeded: [
    429,
    'Too many requests. Please limit the number of requests per second. Or contact support to increase rate limit.',
  ],
  internal_server_error: [500, 'An unexpected error occurred.'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>;

export type ResendErrorName = keyof typeof known;

/** The error of that name, with a message of its own if one is given. */
export const resendError = (name: ResendErrorName, message?: string): ResendError => {
  const [statusCode, usual] = known[name];
  return { statusCode, name, message: message ?? usual };
};

/**
 * What a fault of that status answers with. Resend calls what it has no name for application_error.
 * Of the two conflicts it is the one that passes: the other is what a caller has done wrong.
 */
export const errorOfStatus = (status: number): ResendError => {
  if (status === 409) return resendError('concurrent_idempotent_requests');
  const name = (Object.keys(known) as ResendErrorName[]).find((it) => known[it][0] === status);
  if (name) return resendError(name);
  const statusCode = status as ContentfulStatusCode;
  return { statusCode, name: 'application_error', message: `The fault plan asked for ${status}.` };
};

/** Answers with the error; a 429 carries Resend's rate-limit headers. */
export const refuse = (c: Context, error: ResendError): Response =>
  c.json(error, error.statusCode, error.statusCode === 429 ? rateLimitHeaders : {});

/** Seconds; the window of the standard limit is one second. */
const rateLimitHeaders = {
  'ratelimit-limit': '5',
  'ratelimit-remaining': '0',
  'ratelimit-reset': '1',
  'retry-after': '1',
};
