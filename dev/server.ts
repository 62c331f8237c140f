import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createBigCommerceStandIn } from './bigcommerce/app.ts';
import { createStorePages } from './bigcommerce/pages/routes.tsx';
import { openStore } from './bigcommerce/store.ts';
import { createFaultPlan } from './faults.ts';
import { createGallery } from './gallery/app.ts';
import { createResendStandIn } from './resend/app.ts';
import type { MailWebhook } from './resend/events/deliveries.ts';
import { createInbox, type Report } from './resend/inbox.ts';
import { createMailStore } from './resend/store.ts';
import { createShop, type ShopSettings } from './shop/app.tsx';
import { createBlueskyStandIn } from './social/bluesky.ts';
import { createMastodonStandIn } from './social/mastodon.ts';
import { createStripeStandIn } from './stripe/app.ts';
import type { Webhook } from './stripe/events/deliveries.ts';
import { openStripeStore } from './stripe/store.ts';

export type DevServerOptions = {
  /** Keeps the stand-ins' state. */
  home: string;
  /** Where a browser reaches this server. */
  publicUrl: string;
  /** Without it there is no shop. */
  shop?: ShopSettings;
  /** Takes Stripe's events; without it none are sent. */
  webhook?: Webhook | undefined;
  /** How Resend's events are sent, if at all, and how many calls a second it takes. */
  resend?: { webhook?: MailWebhook | undefined; perSecond?: number | undefined };
  /** When it is aborted, nothing is done any more that no request asks for. */
  signal?: AbortSignal;
};

/** All that stands in for the world outside: Stripe, Resend, the inbox, networks, two shops. */
export function createDevServer(options: DevServerOptions): Hono {
  const { home, publicUrl, shop, resend, ...stripe } = options;
  const { signal } = stripe;
  const folder = join(home, 'resend');
  const social = join(home, 'social');
  const mails = createMailStore({ folder });
  const payments = openStripeStore({ folder: join(home, 'stripe') });
  const faults = createFaultPlan();
  const standIn = createResendStandIn({ faults, store: mails, folder, signal, ...resend });
  const bigCommerce = createBigCommerceStandIn({
    ...{ faults: createFaultPlan(), signal },
    store: openStore({ folder: join(home, 'bigcommerce') }),
  });
  const report: Report = (events) =>
    standIn.request('/_events', { method: 'POST', body: JSON.stringify(events) });
  return new Hono()
    .get('/', (c) => c.redirect('/shop'))
    .route(
      '/stripe',
      createStripeStandIn({
        faults: createFaultPlan(),
        store: payments,
        publicUrl: `${publicUrl}/stripe`,
        ...stripe,
      }),
    )
    .route('/resend', standIn)
    .route(
      '/mastodon',
      createMastodonStandIn({
        ...{ faults: createFaultPlan(), folder: social },
        publicUrl: `${publicUrl}/mastodon`,
      }),
    )
    .route('/bluesky', createBlueskyStandIn({ faults: createFaultPlan(), folder: social }))
    .route('/shop', shop ? createShop({ ...shop, listMails: mails.listMails }) : new Hono())
    .route(
      '/bigcommerce',
      shop ? createStorePages(bigCommerce, pagesOf(shop, publicUrl)) : new Hono(),
    )
    .route('/bigcommerce', bigCommerce.app)
    .route('/gallery', createGallery())
    .route('/', createInbox(mails, { report }));
}

/** The API takes a store on this computer by its number, not by a name that might be another's. */
const pagesOf = ({ apiUrl, apiKey }: ShopSettings, publicUrl: string) => ({
  ...{ apiUrl, apiKey },
  base: `${publicUrl.replace('//localhost', '//127.0.0.1')}/bigcommerce`,
});

export type Served = { close(): Promise<void> };

/** Serves an app; closing also cuts connections that still wait for an answer. */
export function serveApp(
  app: Pick<Hono, 'fetch'>,
  port: number,
  hostname = '127.0.0.1',
): Promise<Served> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: app.fetch, port, hostname }, () =>
      resolve({ close }),
    );
    server.once('error', reject);

    async function close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    }
  });
}
