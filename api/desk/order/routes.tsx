import type { Hono } from 'hono';
import { findKeptOrder, nameOperators } from '../../../db/desk/order/order.ts';
import { type StoryKind, storyKinds } from '../../../workflows/domain/desk/story-kind.ts';
import { allow } from '../access/allow.ts';
import { notFound } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { showPage } from '../parts/layout.tsx';
import { mountCancel } from './acts/cancel.tsx';
import { mountCustomer } from './acts/customer.tsx';
import { mountPlace } from './acts/place.tsx';
import { mountPromise } from './acts/promise.tsx';
import { mountShip } from './acts/ship.tsx';
import { mountStanding } from './acts/standing.tsx';
import { mountWordsOfCustomer } from './acts/words-of-customer.tsx';
import { mountEvidence } from './evidence.ts';
import { mountMessages } from './message.tsx';
import { findOrder } from './order.ts';
import { OrderPage } from './page.tsx';
import { type OrderView, type Reading, readView } from './view.ts';

/** One order: its story, and all that can be done to it. */
export const mountOrder = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk/orders/:orderId', allow(deps, 'read'), async (c) => {
    const order = await findOrder(c);
    const kept = await findKeptOrder(deps.reads.sql, order.orderId);
    if (!kept) throw notFound();
    const reading = readingIn(new URLSearchParams(c.req.query()));
    const view = await readView(deps, deskOf(c), { order, kept, reading });
    const names = await nameOperators(deps.reads.sql, namedIn(view));
    const title = `Order ${order.orderId}`;
    return showPage(c, { title, at: 'orders', children: <OrderPage view={view} names={names} /> });
  });
  for (const mount of [
    mountCancel,
    mountShip,
    mountPromise,
    mountWordsOfCustomer,
    mountCustomer,
    mountStanding,
    mountPlace,
    mountEvidence,
    mountMessages,
  ]) {
    mount(app, deps);
  }
};

/** Where the address says that the reader is. What it says of nothing that there is counts not. */
const readingIn = (query: URLSearchParams): Reading => {
  const after = query.get('after') ?? '';
  return {
    kind: storyKinds.find((kind): kind is StoryKind => kind === query.get('kind')) ?? null,
    after: /^\d{1,15}$/.test(after) ? Number(after) : null,
    mailsAfter: query.get('mails'),
  };
};

/** Everybody whom the page names as the one who asked. */
const namedIn = ({ story, promises }: OrderView): string[] => [
  ...story.entries.flatMap(({ detail }) => (typeof detail.by === 'string' ? [detail.by] : [])),
  ...promises.flatMap(({ by }) => by ?? []),
];
