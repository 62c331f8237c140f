import { createMiddleware } from 'hono/factory';

/**
 * Nothing that is answered behind a key is kept by a browser or a proxy, or taken for anything but
 * what it says it is. An answer that says itself how long it may be kept is public.
 */
export const keepPrivate = createMiddleware(async (c, next) => {
  await next();
  c.header('X-Content-Type-Options', 'nosniff');
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
});
