import type { MiddlewareHandler } from 'hono';

/** For pages whose address is a secret: told to nobody, kept nowhere, listed nowhere. */
export const secrecy: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Referrer-Policy', 'no-referrer');
  c.header('Cache-Control', 'no-store');
  c.header('X-Robots-Tag', 'noindex, nofollow');
};
