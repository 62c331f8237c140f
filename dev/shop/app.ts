import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { BackorderAnswer } from '../../api/backorder/backorder-schema.ts';
import { isSameSite } from '../../api/http/same-site.ts';
import { createActs } from './acts.ts';
import { createApi } from './api.ts';
import { seedCatalog } from './catalog.ts';
import { createCheckout, readForm } from './checkout.ts';
import { type ShopLinks, shopPage } from './page.tsx';
import { asProblem, type Problem } from './problem.ts';
import { createTill } from './stripe.ts';

export type ShopSettings = ShopLinks & {
  /** Where the shop's server reaches the API, and with which key. */
  apiUrl: string;
  apiKey: string;
  /** Another address of Stripe's API; without one it is Stripe itself. */
  stripeBase?: string | undefined;
  stripeKey: string;
};

/**
 * A storefront in one page, to try Meanwhile with and to learn its API from. Every button is a
 * plain form. Mounted at `/shop`.
 */
export const createShop = (settings: ShopSettings): Hono => {
  const api = createApi({ url: settings.apiUrl, key: settings.apiKey });
  const till = createTill({ base: settings.stripeBase, key: settings.stripeKey });
  const checkout = createCheckout({ api, till });
  const acts = createActs(api);
  let isSeeded = false;

  const listOrders = async (): Promise<BackorderAnswer[]> => {
    if (!isSeeded) await seedCatalog(api);
    isSeeded = true;
    return (await api.get<{ data: BackorderAnswer[] }>('/v1/backorders?limit=25')).data;
  };

  /** The whole page; whatever went wrong stands on top, and without an API there are no orders. */
  const show = async (c: Context, problem?: Problem): Promise<Response> => {
    const listed = await listOrders().catch(asProblem);
    const found = Array.isArray(listed) ? { orders: listed } : { orders: [], problem: listed };
    const shown = problem ?? found.problem;
    const said = c.req.query('said');
    const html = shopPage({ links: settings, orders: found.orders, problem: shown, said });
    return c.html(html, (shown?.status ?? 200) as ContentfulStatusCode);
  };

  const act = (run: (orderId: string, form: Record<string, unknown>) => Promise<string>) => {
    return async (c: Context<object, '/orders/:orderId'>) => {
      const orderId = c.req.param('orderId');
      return back(c, orderId, await run(orderId, await c.req.parseBody()));
    };
  };

  return new Hono()
    .use(keepToItself)
    .onError((error, c) => show(c, asProblem(error)))
    .get('/', (c) => show(c))
    .post('/orders', async (c) => {
      const order = readForm(await c.req.parseBody());
      await checkout(order);
      return back(c, order.orderId, `Thank you. Order ${order.orderId} is placed.`);
    })
    .post(
      '/orders/:orderId/later',
      act((id, { days }) => acts.later(id, Number(days))),
    )
    .post('/orders/:orderId/restock', act(acts.restock))
    .post('/orders/:orderId/ship', act(acts.ship))
    .post('/orders/:orderId/cancel', act(acts.cancel))
    .post('/orders/:orderId/refunded', act(acts.refunded));
};

/** Back to the page by a GET, so that a reload repeats nothing. */
const back = (c: Context, orderId: string, said: string): Response =>
  c.redirect(`/shop?${new URLSearchParams({ said })}#order-${encodeURIComponent(orderId)}`, 303);

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The shop's server holds an API key, so it heeds no form that another site has sent. */
const keepToItself = async (
  c: Context,
  next: () => Promise<void>,
): Promise<Response | undefined> => {
  const { origin } = new URL(c.req.url);
  if (c.req.method === 'POST' && !isSameSite(c, origin)) return c.text('Forbidden', 403);
  await next();
  c.header('Content-Security-Policy', policy);
  c.header('Cache-Control', 'no-store');
};
