import type { Context } from 'hono';
import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import { newId } from '../ids.ts';
import { failed, respond } from './answer.ts';
import { invalid } from './errors.ts';
import type { Form } from './form.ts';

/** Browsers on any origin may call, as at Stripe; what they may do is a matter of the key. */
export const browserAccess = cors({
  origin: '*',
  allowMethods: ['GET', 'POST', 'DELETE'],
  allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'Stripe-Version'],
  exposeHeaders: ['Request-Id', 'Idempotent-Replayed', 'Original-Request'],
  maxAge: 300,
});

/** Lets any test mode secret key in, and a publishable one to what Stripe.js calls. */
export const requireKey = createMiddleware(async (c, next) => {
  const key = keyOf(c);
  if (/^sk_test_\w+$/.test(key)) return next();
  const publishable = isPublishable(c);
  if (publishable && isForBrowsers(c)) return next();
  const message = publishable
    ? 'This API call cannot be made with a publishable API key. Please use a secret API key.'
    : key === ''
      ? 'You did not provide an API key. Provide it as a Bearer token or as the user name of Basic auth.'
      : `Invalid API Key provided: ${key.slice(0, 8)}***. Only sk_test_ and pk_test_ keys are known here.`;
  const code = publishable ? { code: 'secret_key_required' } : {};
  const error = { type: 'invalid_request_error' as const, ...code, message };
  return respond(c, failed(401, error), { requestId: newId('req') });
});

export const isPublishable = (c: Context): boolean => /^pk_test_\w+$/.test(keyOf(c));

/**
 * Throws a 400 unless the client secret that was sent is the object's. Without the secret key it
 * must be sent.
 */
export const requireClientSecret = (
  { publishable, form }: { publishable: boolean; form: Form },
  { object, client_secret }: { object: string; client_secret: string },
): void => {
  if (form.client_secret === undefined && !publishable) return;
  if (form.client_secret === client_secret) return;
  const noun = object === 'setup_intent' ? 'SetupIntent' : 'PaymentIntent';
  throw invalid(
    `The client_secret provided does not match the client_secret associated with the ${noun}.`,
    { code: `${object}_invalid_parameter`, param: 'client_secret' },
  );
};

/** The answer without what Stripe tells only the holder of a secret key. */
export const forBrowser = (body: object): object =>
  JSON.parse(JSON.stringify(body, (name, value) => (secretFields.has(name) ? undefined : value)));

const secretFields = new Set([
  'amount_capturable',
  'amount_received',
  'customer',
  'latest_charge',
  'metadata',
]);

const isForBrowsers = (c: Context): boolean => {
  const { pathname } = new URL(c.req.url);
  const pattern = c.req.method === 'GET' ? /_intents\/[^/]+$/ : /_intents\/[^/]+\/confirm$/;
  return pattern.test(pathname);
};

const keyOf = (c: Context): string => {
  const [scheme = '', credentials = ''] = (c.req.header('Authorization') ?? '').split(' ');
  return scheme.toLowerCase() === 'basic' ? basicUser(credentials) : credentials;
};

const basicUser = (credentials: string): string =>
  Buffer.from(credentials, 'base64').toString().split(':')[0] ?? '';
