import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { problem } from './problem.ts';

/** As much as a body has that is no file. */
export const maxBodyBytes = 256 * 1024;

/**
 * Refuses bodies of more than `maxSize` bytes. A declared length is believed, because the server
 * reads no further. Other bodies go through the middleware of hono, which makes each a web stream.
 */
export const limitBody = (maxSize: number): MiddlewareHandler => {
  const measure = bodyLimit({ maxSize, onError: refuse });
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const declared = c.req.header('Content-Length');
    if (declared === undefined || c.req.header('Transfer-Encoding')) return measure(c, next);
    return Number(declared) > maxSize ? refuse() : next();
  };
};

const refuse = (): never => {
  throw problem('payload_too_large');
};
