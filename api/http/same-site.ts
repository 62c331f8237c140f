import type { Context } from 'hono';

/**
 * Whether a form was sent by a page of ours, as far as the browser tells. Whoever can post to a
 * customer's page knows its secret address already, so this only adds to that. An `Origin: null`
 * tells nothing: it is what browsers send for pages that keep their address to themselves.
 */
export const isSameSite = (c: Context, publicUrl: string): boolean => {
  const site = c.req.header('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = c.req.header('Origin');
  if (origin === undefined || origin === 'null') return true;
  return origin === new URL(publicUrl).origin || origin === new URL(c.req.url).origin;
};
