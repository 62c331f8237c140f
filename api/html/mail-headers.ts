import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../http/env.ts';

/**
 * What a mail may do in a browser: show its pictures, also those of a demo on this machine, and
 * open links in windows of their own. It is framed by our page, and nobody else's.
 */
const mailPolicy = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src https: data: http://localhost:* http://127.0.0.1:*',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Stands before the headers of our own pages, so that a mail gets its own. */
export const mailHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  if (c.res.status === 200) c.header('Content-Security-Policy', mailPolicy);
};
