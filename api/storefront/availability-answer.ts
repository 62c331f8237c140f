import type { Tagged } from '../deps.ts';

const cacheControl = 'public, max-age=5, stale-while-revalidate=30';

/** What is sent of an answer that caches may keep and any website may read. */
export const answerWith = ({ body, etag }: Tagged, ifNoneMatch: string | undefined) => {
  const headers = {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag',
    'Cache-Control': cacheControl,
    ETag: etag,
    'X-Content-Type-Options': 'nosniff',
  };
  return isKnown(ifNoneMatch, etag)
    ? { status: 304 as const, body: null, headers }
    : { status: 200 as const, body, headers: { ...headers, 'Content-Type': 'application/json' } };
};

/** Compares weakly, as RFC 9110 section 13.1.2 wants of If-None-Match. */
const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '')
    .split(',')
    .map((each) => each.trim().replace(/^W\//, ''))
    .some((each) => each === '*' || each === etag);
