import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ReactNode } from 'react';
import { isSameSite } from '../../api/http/same-site.ts';
import { createMeanwhile } from '../../plugins/client/client.ts';
import type { ReceivedMail } from '../resend/store.ts';
import { createActs, sharedIn } from './acts.ts';
import { findProduct } from './catalog.ts';
import { createCheckout, readForm } from './checkout.ts';
import { CheckoutForm } from './checkout-form.tsx';
import { Item, Items } from './item-pages.tsx';
import { renderPage, type ShopLinks } from './layout.tsx';
import { findLife, type Life } from './life.ts';
import { LifePanel, orderPath } from './life-panel.tsx';
import { liveScript } from './live.ts';
import { OrderPage } from './order-page.tsx';
import { createPictures } from './pictures.ts';
import { asProblem, type Problem } from './problem.ts';
import { seedCatalog } from './seed.ts';
import { findShelf } from './shelf.ts';
import { createTill } from './stripe.ts';
import { listUpdates, Updates } from './updates-page.tsx';

export type ShopSettings = ShopLinks & {
  /** Where the shop's server reaches the API, and with which key. */
  apiUrl: string;
  apiKey: string;
  /** Another address of Stripe's API; without one it is Stripe itself. */
  stripeBase?: string | undefined;
  stripeKey: string;
  /** What is in the inbox, oldest first. Mail that goes elsewhere cannot be shown here. */
  listMails?: () => readonly ReceivedMail[];
};

type Shown = {
  title: string;
  content: (life: Life | undefined) => ReactNode | Promise<ReactNode>;
  /** It is a whole page although the API is away. */
  standsAlone?: boolean;
};

/**
 * A small shop, to try Meanwhile with and to learn its API from. Beside every page stands how one
 * customer fares. Every button is a plain form. Mounted at `/shop`.
 */
export const createShop = (settings: ShopSettings): Hono => {
  const api = createMeanwhile({ baseUrl: settings.apiUrl, key: settings.apiKey });
  const till = createTill({ base: settings.stripeBase, key: settings.stripeKey });
  const checkout = createCheckout({ api, till });
  const acts = createActs(api);
  const { inboxUrl, apiUrl, listMails = () => [] } = settings;
  const from = { api, apiUrl };
  let isSeeded = false;

  /** Whatever went wrong stands on top, and what needs the API is left out where there is none. */
  const show = async (c: Context, shown: Shown, first?: Problem): Promise<Response> => {
    const look = async () => {
      if (!isSeeded) await seedCatalog(api, { origin: new URL(inboxUrl).origin });
      isSeeded = true;
      const orderId = c.req.param('orderId') ?? c.req.query('order');
      return { life: await findLife({ api, listMails }, orderId) };
    };
    const seen = await settle(look);
    const isShown = shown.standsAlone || !('problem' in seen);
    const life = 'life' in seen ? seen.life : undefined;
    const built = isShown
      ? await settle(async () => ({ content: await shown.content(life) }))
      : { content: null };
    const problem =
      first ?? ('problem' in seen ? seen.problem : 'problem' in built ? built.problem : undefined);
    const html = renderPage({
      ...{ title: shown.title, links: settings, problem, said: c.req.query('said') },
      life: <LifePanel life={life} inboxUrl={inboxUrl} />,
      children: 'content' in built ? built.content : null,
    });
    const status = first?.status ?? (shown.standsAlone ? 200 : (problem?.status ?? 200));
    return c.html(html, status as ContentfulStatusCode);
  };

  const items: Shown = {
    title: 'Shop',
    content: () => <Items />,
    standsAlone: true,
  };

  const act = (run: (orderId: string, form: Record<string, unknown>) => Promise<string>) => {
    return async (c: Context<object, '/orders/:orderId'>) => {
      const orderId = c.req.param('orderId');
      return back(c, orderId, await run(orderId, await c.req.parseBody()));
    };
  };

  return new Hono()
    .route('/pictures', createPictures())
    .get('/live.js', (c) => c.body(liveScript, 200, { 'Content-Type': 'text/javascript' }))
    .use(keepToItself(new URL(settings.publicUrl).origin))
    .onError((error, c) => show(c, items, asProblem(error)))
    .get('/', (c) => show(c, items))
    .get('/items/:sku', (c) => {
      const product = findProduct(c.req.param('sku'));
      const quantity = countOf(c.req.query('quantity'));
      if (!product) return c.notFound();
      const content = async () => (
        <Item shelf={await findShelf(from, product)} quantity={quantity} />
      );
      return show(c, { title: product.title, content, standsAlone: true });
    })
    .get('/updates', (c) => {
      const content = async () => <Updates items={await listUpdates(api)} links={settings} />;
      return show(c, { title: 'Stock updates', content });
    })
    .get('/checkout', (c) => {
      const { sku, quantity } = c.req.query();
      const content = () => <CheckoutForm sku={sku} quantity={countOf(quantity)} />;
      return show(c, { title: 'Checkout', content });
    })
    .get('/orders/:orderId', (c) => {
      const chosen = c.req.query('mail');
      const content = (life: Life | undefined) =>
        life && <OrderPage life={life} chosen={chosen} inboxUrl={inboxUrl} />;
      return show(c, { title: `Order ${c.req.param('orderId')}`, content });
    })
    .post('/orders', async (c) => {
      const order = readForm(await c.req.parseBody());
      await checkout(order);
      return back(c, order.orderId, `Thank you. Order ${order.orderId} is placed.`);
    })
    .post(
      '/orders/:orderId/later',
      act((id, { days }) => acts.later(id, Number(days))),
    )
    .post(
      '/orders/:orderId/slip',
      act((id, form) => acts.slip(id, sharedIn(form))),
    )
    .post(
      '/orders/:orderId/restock',
      act((id, form) => acts.restock(id, sharedIn(form))),
    )
    .post('/orders/:orderId/ship', act(acts.ship))
    .post('/orders/:orderId/cancel', act(acts.cancel))
    .post('/orders/:orderId/refunded', act(acts.refunded));
};

const countOf = (text: string | undefined): number => {
  const count = Math.trunc(Number(text));
  return count >= 1 && count <= 100_000 ? count : 1;
};

/** Back to the order by a GET, so that a reload repeats nothing. */
const back = (c: Context, orderId: string, said: string): Response =>
  c.redirect(`${orderPath({ orderId })}?${new URLSearchParams({ said })}`, 303);

const settle = <T,>(run: () => Promise<T>): Promise<T | { problem: Problem }> =>
  run().catch((error: unknown) => ({ problem: asProblem(error) }));

/**
 * A mail in its frame may show pictures from anywhere. Scripts are the shop's own, and the one that
 * says when things ship, from the API that it asks.
 */
const policyFor = (api: string): string =>
  [
    ...["default-src 'none'", `script-src 'self' ${api}`, `connect-src 'self' ${api}`],
    ...["style-src 'unsafe-inline'", 'img-src * data:', "form-action 'self'", "base-uri 'none'"],
    "frame-ancestors 'none'",
  ].join('; ');

/** The shop's server holds an API key, so it heeds no form that another site has sent. */
const keepToItself =
  (apiOrigin: string) =>
  async (c: Context, next: () => Promise<void>): Promise<Response | undefined> => {
    const { origin } = new URL(c.req.url);
    if (c.req.method === 'POST' && !isSameSite(c, origin)) return c.text('Forbidden', 403);
    await next();
    c.header('Content-Security-Policy', policyFor(apiOrigin));
    c.header('Cache-Control', 'no-store');
  };
