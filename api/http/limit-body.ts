import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

type Limit = { maxSize: number; onError: (c: Context) => Response };

/**
 * Refuses bodies of more than `maxSize` bytes. A declared length is believed, because the server
 * reads no further. Other bodies go through the middleware of hono, which makes each a web stream.
 */
export const limitBody = ({ maxSize, onError }: Limit): MiddlewareHandler => {
  const measure = bodyLimit({ maxSize, onError });
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const declared = c.req.header('Content-Length');
    if (declared === undefined || c.req.header('Transfer-Encoding')) return measure(c, next);
    return Number(declared) > maxSize ? onError(c) : next();
  };
};
