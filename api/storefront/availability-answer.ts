import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Tagged } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';

/** What any website may read. */
const shared = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag',
  'X-Content-Type-Options': 'nosniff',
};

/** For what follows the stock: a page may be so many seconds behind it. */
export const whileFresh = 'public, max-age=5, stale-while-revalidate=30';

type Body = string | Uint8Array<ArrayBuffer>;

type Ready<Bytes extends Body> = {
  body: Bytes;
  etag: string;
  type: string;
  cacheControl?: string;
  headers?: Record<string, string>;
};

/** What is sent of bytes that caches may keep and any website may read. */
export const answerBytes = <Bytes extends Body>(
  { body, etag, type, cacheControl = whileFresh, headers: more = {} }: Ready<Bytes>,
  ifNoneMatch: string | undefined,
) => {
  const headers = { ...shared, ...more, 'Cache-Control': cacheControl, ETag: etag };
  return isKnown(ifNoneMatch, etag)
    ? { status: 304 as const, body: null, headers }
    : { status: 200 as const, body, headers: { ...headers, 'Content-Type': type } };
};

/** Sends bytes as `answerBytes` has them, for what the caller knows already. */
export const sendBytes = <Bytes extends Body>(c: Context<AppEnv>, ready: Ready<Bytes>) => {
  const sent = answerBytes(ready, c.req.header('If-None-Match'));
  return sent.status === 304
    ? c.body(sent.body, sent.status, sent.headers)
    : c.body(sent.body, sent.status, sent.headers);
};

const toReady = ({ body, etag, language }: Tagged): Ready<string> => ({
  ...{ body, etag, type: 'application/json' },
  headers: { 'Content-Language': language },
});

/** Made once of each answer: a popular one is sent thousands of times. */
const whole = new WeakMap<Tagged, ReturnType<typeof answerBytes<string>>>();

/** The same of an answer in the words of a language. */
export const answerWith = (tagged: Tagged, ifNoneMatch: string | undefined) => {
  if (ifNoneMatch !== undefined) return answerBytes(toReady(tagged), ifNoneMatch);
  const sent = whole.get(tagged) ?? answerBytes(toReady(tagged), undefined);
  whole.set(tagged, sent);
  return sent;
};

/** Compares weakly, as RFC 9110 section 13.1.2 wants of If-None-Match. */
const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '')
    .split(',')
    .map((each) => each.trim().replace(/^W\//, ''))
    .some((each) => each === '*' || each === etag);

/** A tag that two answers share only if they are the same bytes. */
export const etagOf = (body: string | Uint8Array): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
