import { createMiddleware } from 'hono/factory';

/**
 * Nothing that is answered behind a key is kept by a browser or a proxy, or taken for anything but
 * what it says it is. Said before the answer is made: looking at its headers afterwards makes the
 * server build it twice.
 */
export const keepPrivate = createMiddleware(async (c, next) => {
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Cache-Control', 'no-store');
  await next();
});
