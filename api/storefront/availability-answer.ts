import { createHash } from 'node:crypto';
import type { Tagged } from '../deps.ts';

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

/** The same of an answer in the words of a language. */
export const answerWith = ({ body, etag, language }: Tagged, ifNoneMatch: string | undefined) =>
  answerBytes(
    { body, etag, type: 'application/json', headers: { 'Content-Language': language } },
    ifNoneMatch,
  );

/** Compares weakly, as RFC 9110 section 13.1.2 wants of If-None-Match. */
const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '')
    .split(',')
    .map((each) => each.trim().replace(/^W\//, ''))
    .some((each) => each === '*' || each === etag);

/** A tag that two answers share only if they are the same bytes. */
export const etagOf = (body: string | Uint8Array): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
