import { readFileSync } from 'node:fs';
import { Hono } from 'hono';

const script = readFileSync(new URL('browser/stripe.js', import.meta.url), 'utf8');

/** `/stripe.js`: stands in for https://js.stripe.com, and talks to the API it was loaded beside. */
export const stripeJsRoute = (): Hono =>
  new Hono().get('/stripe.js', (c) =>
    c.body(script, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-store',
    }),
  );
