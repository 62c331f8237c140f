import type { Context } from 'hono';

/**
 * Whether a page of ours sent the form, as far as the browser tells. The secret address of a
 * customer's page is the first guard; this adds to it. `Origin: null` tells nothing: browsers send
 * it for pages that keep their address to themselves.
 */
export const isSameSite = (c: Context, publicUrl: string): boolean => {
  const site = c.req.header('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = c.req.header('Origin');
  if (origin === undefined || origin === 'null') return true;
  return origin === new URL(publicUrl).origin || origin === new URL(c.req.url).origin;
};
