import { Hono } from 'hono';
import type { Instant } from '../../workflows/domain/time.ts';
import { type FaultPlan, faultsRoute } from '../faults.ts';
import { readBatch, readOne } from './body.ts';
import { refuse, resendError } from './errors.ts';
import type { MailWebhook } from './events/deliveries.ts';
import { createMailEvents } from './events/events.ts';
import { limitCalls, usualRate } from './rate.ts';
import { retrieve } from './retrieve.ts';
import { receive } from './send.ts';
import { createMailStore, type MailStore } from './store.ts';

/**
 * Speaks Resend's HTTP API as far as sending and reading back a mail needs, delivers into the
 * store, tells the webhook what became of each mail, and fails as its fault plan says. Without a
 * webhook nobody is told; with a folder, what is still to be told outlives the process. Serve it with @hono/node-server, under any prefix.
 */
export const createResendStandIn = ({
  faults,
  store = createMailStore(),
  now = () => new Date().toISOString(),
  perSecond = usualRate,
  ...delivery
}: {
  faults: FaultPlan;
  store?: MailStore;
  now?: () => Instant;
  perSecond?: number | undefined;
  webhook?: MailWebhook | undefined;
  folder?: string | undefined;
  signal?: AbortSignal | undefined;
}): Hono => {
  const app = new Hono();
  const { webhook } = delivery;
  const events = webhook && createMailEvents({ store, now, ...delivery, webhook });
  const announce = events?.announce ?? (() => {});
  const parts = { faults, store, now, announce, inFlight: new Set<string>() };

  app.route('/', faultsRoute(faults, { without: ['decline', 'customer'] }));
  if (events) app.route('/', events.routes);
  app.use('/emails/*', limitCalls(perSecond));
  app.use('/emails/*', async (c, next) => {
    const [, key] = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
    if (key === undefined) return refuse(c, resendError('missing_api_key'));
    if (!/^re_./.test(key)) return refuse(c, resendError('invalid_api_key'));
    return next();
  });
  app.post('/emails', (c) => receive(c, parts, { path: '/emails', read: readOne }));
  app.post('/emails/batch', (c) => receive(c, parts, { path: '/emails/batch', read: readBatch }));
  app.get('/emails/:id', (c) => retrieve(c, parts));
  app.all('/emails', (c) => refuse(c, resendError('method_not_allowed')));
  app.all('*', (c) => refuse(c, resendError('not_found')));
  app.onError((_, c) => refuse(c, resendError('internal_server_error')));
  return app;
};
