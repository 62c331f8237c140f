import { type Context, Hono } from 'hono';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { isSameSite } from '../../../api/http/same-site.ts';
import { createMeanwhile, MeanwhileError } from '../../../plugins/client/client.ts';
import type { BigCommerceStandIn } from '../app.ts';
import { StoreRefusal } from '../shop/parts.ts';
import { dueOf, refundedOf } from '../shop/totals.ts';
import { connectStore, demoShopId } from './connect.ts';
import { renderPage } from './layout.tsx';
import { Staff } from './staff.tsx';
import { Storefront } from './storefront.tsx';

export type PageSettings = {
  /** Meanwhile's API, and with which key the store's staff connects it. */
  apiUrl: string;
  apiKey: string;
  /** Where Meanwhile reaches the stand-in. */
  base: string;
};

const purchase = z.object({
  sku: z.string(),
  quantity: z.coerce.number().int().min(1).max(50),
  payment: z.enum(['card', 'offline', 'declined', 'abandoned']),
  email: z.email(),
});
const change = z.object({
  line: z.coerce.number().int(),
  quantity: z.coerce.number().int().min(0).max(50),
});
const restocked = z.object({
  sku: z.string(),
  quantity: z.coerce.number().int().min(-1_000).max(1_000),
});
const connected = z.object({ terms: z.enum(['prepaid', 'ask']) });

/** The store's storefront and its staff's page, mounted beside its API. */
export const createStorePages = (standIn: BigCommerceStandIn, settings: PageSettings): Hono => {
  const { acts, store, access } = standIn;
  const { state } = store;
  const api = createMeanwhile({ baseUrl: settings.apiUrl, key: settings.apiKey });

  const show = (c: Context, title: string, children: ReactNode, problem?: string): Response => {
    const scripts = state.scripts.flatMap(({ body }) =>
      typeof body.src === 'string' ? [body.src] : [],
    );
    const page = { title, children, problem, said: c.req.query('said'), scripts };
    return c.html(renderPage(page), problem === undefined ? 200 : 422);
  };
  const staff = (c: Context, problem?: string) =>
    show(c, 'Staff', <Staff state={state} apiUrl={settings.apiUrl} />, problem);
  const storefront = (c: Context, problem?: string) =>
    show(c, 'Store', <Storefront products={state.products} />, problem);

  return new Hono()
    .use(async (c, next) => {
      const { origin } = new URL(c.req.url);
      if (c.req.method === 'POST' && !isSameSite(c, origin)) return c.text('Forbidden', 403);
      return next();
    })
    .onError((error, c) => {
      const problem = explain(error);
      return c.req.path.endsWith('/buy') ? storefront(c, problem) : staff(c, problem);
    })
    .get('/', (c) => storefront(c))
    .get('/admin', (c) => staff(c))
    .get('/stores/:hash/manage/orders/:id', (c) =>
      c.redirect(`/bigcommerce/admin#order-${Number(c.req.param('id'))}`),
    )
    .post('/buy', async (c) => {
      const { sku, quantity, payment, email } = purchase.parse(await c.req.parseBody());
      const { id } = acts.buy({ lines: [{ sku, quantity }], payment, buyer: { email } });
      return back(c, '', saidOf[payment].replace('#', String(id)));
    })
    .post('/connect', async (c) => {
      const { terms } = connected.parse(await c.req.parseBody());
      const products = state.products.filter(({ tracking }) => tracking === 'native');
      await connectStore(api, { access, base: settings.base, terms, products });
      return back(c, '/admin', `Connected as the shop ${demoShopId}.`);
    })
    .post('/restock', async (c) => {
      const { sku, quantity } = restocked.parse(await c.req.parseBody());
      const { name, onHand } = acts.restock(sku, quantity);
      return back(c, '/admin', `${name}: ${onHand} on hand.`);
    })
    .post('/orders/:id/:act', async (c) => {
      const id = Number(c.req.param('id'));
      const order = store.findOrder(id);
      if (!order) return c.notFound();
      const act = c.req.param('act');
      if (act === 'ship') acts.ship(id, { trackingCarrier: 'ups', trackingNumber: `1Z${id}` });
      else if (act === 'cancel') acts.setStatus(id, 5);
      else if (act === 'archive') acts.archive(id);
      else if (act === 'pay') acts.pay(id);
      else if (act === 'edit') {
        const { line, quantity } = change.parse(await c.req.parseBody());
        acts.edit(id, { lineId: line, quantity });
      } else if (act === 'refund') {
        const amount = dueOf(order) - refundedOf(order);
        const items = order.lines
          .filter((line) => line.quantity > line.refunded)
          .map((line) => ({
            item_type: 'PRODUCT',
            item_id: line.id,
            quantity: line.quantity - line.refunded,
          }));
        acts.refund(id, { amount, items, providerId: 'testgateway', isOffline: false });
      } else return c.notFound();
      return back(c, '/admin', `Order ${id} ${doneOf[act]}.`);
    });
};

const saidOf = {
  card: 'Thank you. Order # is placed and paid.',
  offline: 'Thank you. Order # is placed; you pay when it ships.',
  declined: 'The card was declined, and order # is none.',
  abandoned: 'Order # was left at the last step.',
};

const doneOf: Record<string, string> = {
  ...{ ship: 'is shipped', cancel: 'is cancelled', archive: 'is archived' },
  ...{ pay: 'is paid', edit: 'is changed', refund: 'is given back' },
};

/** Back by a GET, so that a reload repeats nothing. */
const back = (c: Context, page: string, said: string): Response =>
  c.redirect(`/bigcommerce${page}?${new URLSearchParams({ said })}`, 303);

/** What nobody foresaw is thrown again. */
const explain = (error: unknown): string => {
  if (error instanceof StoreRefusal) return error.message;
  if (error instanceof MeanwhileError) return `${error.problem.title}: ${error.problem.detail}`;
  if (error instanceof z.ZodError) return error.issues.map(({ message }) => message).join('; ');
  throw error;
};
