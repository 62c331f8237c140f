import type { MiddlewareHandler } from 'hono';
import { dropConnection, type FaultPlan, hangConnection } from '../../faults.ts';
import { refuseV3 } from './answers.ts';

const windowMs = 30_000;

/** Counts calls in windows of 30 seconds, says how many are left, and refuses those beyond. */
export const limitCalls = (perWindow: number, now = Date.now): MiddlewareHandler => {
  let endsAtMs = 0;
  let left = perWindow;
  return async (c, next) => {
    if (now() >= endsAtMs) {
      endsAtMs = now() + windowMs;
      left = perWindow;
    }
    left -= 1;
    if (left < 0) c.res = refuseV3(c, 429, 'Too many requests');
    else await next();
    if (c.res.headers.has('x-hono-already-sent')) return;
    c.header('X-Rate-Limit-Requests-Left', String(Math.max(0, left)));
    c.header('X-Rate-Limit-Requests-Quota', String(perWindow));
    c.header('X-Rate-Limit-Time-Reset-Ms', String(Math.max(0, endsAtMs - now())));
    c.header('X-Rate-Limit-Time-Window-Ms', String(windowMs));
  };
};

/** Plays what is planned. A path is matched without the store: `POST /v2/orders/1/shipments`. */
export const playFaults =
  (faults: FaultPlan): MiddlewareHandler =>
  async (c, next) => {
    const path = new URL(c.req.url).pathname.replace(/^.*?\/stores\/[^/]+/, '');
    const fault = faults.take({ method: c.req.method, path });
    if (fault?.kind === 'hang') return hangConnection(c);
    if (fault?.kind === 'drop-before') return dropConnection(c);
    if (fault?.kind === 'status') return refuseV3(c, fault.status as 500, 'As planned');
    await next();
    if (fault?.kind === 'drop-after') {
      c.res = undefined;
      c.res = dropConnection(c);
    }
    if (fault?.kind === 'status-after') {
      c.res = undefined;
      c.res = refuseV3(c, fault.status as 500, 'As planned');
    }
  };
