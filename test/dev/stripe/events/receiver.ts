import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import Stripe from 'stripe';
import { findFreePort } from '../../../../dev/service/ports.ts';

export const webhookSecret = 'whsec_test';

/** A webhook that keeps what the SDK finds rightly signed; `answers` come first, then 200s. */
export const startReceiver = async () => {
  const events: Stripe.Event[] = [];
  const answers: number[] = [];
  const app = new Hono().post('/webhooks/stripe', async (c) => {
    const signature = c.req.header('stripe-signature') ?? '';
    const event = Stripe.webhooks.constructEvent(await c.req.text(), signature, webhookSecret);
    const status = answers.shift() ?? 200;
    if (status === 200) events.push(event);
    return c.body(null, status as 200);
  });
  const port = await findFreePort();
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' });
  return {
    webhook: { url: `http://127.0.0.1:${port}/webhooks/stripe`, secret: webhookSecret },
    events,
    answers,
    types: (): string[] => events.map(({ type }) => type),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
};
