import { createHash } from 'node:crypto';
import type { Handler } from 'hono';
import { style } from './style.ts';

const version = createHash('sha256').update(style).digest('base64url').slice(0, 16);

const path = '/desk/desk.css';

/** Where pages find their style: another style has another address, so it is kept for long. */
export const stylesheetAt = (base: string): string => `${base}${path}?v=${version}`;

/** The one stylesheet, so that no page needs a style written into it. */
export const stylesheet: { path: string; send: Handler } = {
  path,
  send: (c) => {
    const isThis = c.req.query('v') === version;
    return c.body(style, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': isThis ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
    });
  },
};
