import type { Context, Hono } from 'hono';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { listTroubles } from '../../../../db/connector/orders.ts';
import { findShop, type ShopRow } from '../../../../db/connector/shops.ts';
import { listShopStandings, type ShopStanding } from '../../../../db/desk/plumbing/standing.ts';
import { listShopDeliveries, type ShopDeliveryRow } from '../../../../db/desk/plumbing/webhooks.ts';
import { decodePosition, toPage } from '../../../http/cursor.ts';
import { allow } from '../../access/allow.ts';
import { mayDo } from '../../access/scopes.ts';
import { notFound } from '../../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../../env.ts';
import { Badge, Facts } from '../../parts/badge.tsx';
import { Select } from '../../parts/field.tsx';
import { Filter, Pager } from '../../parts/filter.tsx';
import { showPage } from '../../parts/layout.tsx';
import { OrderLink } from '../../parts/order-link.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { When } from '../../parts/when.tsx';
import { PlumbingNav } from '../nav.tsx';
import { State, Waiting, Wall } from '../standing.tsx';

export const shopsPath = '/desk/plumbing/shops';

export const shopPath = (id: string): string => `${shopsPath}/${encodeURIComponent(id)}`;

const limit = 50;

/** Shops on hosted platforms, and what each platform named. */
export const mountShops = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  const zone = deps.config.shopTimeZone;
  const { sql } = deps.reads;
  app.get(shopsPath, allow(deps, 'read'), async (c) => {
    const children = <Shops c={c} rows={await listShopStandings(sql)} zone={zone} />;
    return showPage(c, { title: 'Shops', at: 'plumbing', children });
  });
  app.get(`${shopsPath}/:id`, allow(deps, 'read'), async (c) => {
    const shop = await findShop(sql, c.req.param('id'));
    if (!shop) throw notFound();
    const troubles = await listTroubles(sql, shop.id, { limit: 25 });
    const query = new URLSearchParams(c.req.query());
    const position = z.tuple([z.string().max(255), z.literal('')]);
    const rows = await listShopDeliveries(sql, {
      shop: shop.id,
      isOpen: query.get('state') !== 'all',
      after: decodePosition(query.get('cursor') ?? undefined, position)?.[0] ?? null,
      limit: limit + 1,
    });
    const page = toPage(rows, limit, {
      show: (row) => row,
      position: ({ deliveryId }) => [deliveryId, ''],
    });
    const children = (
      <>
        <OneShop {...{ c, shop, zone, troubles }} />
        <Deliveries {...{ c, shop, zone, query, page }} />
      </>
    );
    return showPage(c, { title: `Shop ${shop.id}`, at: 'plumbing', children });
  });
};

type ListProps = { c: Context<DeskEnv>; rows: readonly ShopStanding[]; zone: string };

const Shops = ({ c, rows, zone }: ListProps) => {
  const { base, operator } = deskOf(c);
  return (
    <>
      <PlumbingNav c={c} at="/shops" />
      <p>
        Shops on hosted platforms whose orders are taken in, and which are told of what becomes of
        them.
      </p>
      {mayDo(operator.role, ['admin']) && (
        <p className="buttons">
          <a className="button go" href={`${base}/desk/plumbing/connect-shop`}>
            Connect a shop
          </a>
        </p>
      )}
      <section id="shops" data-fresh="">
        <Table
          caption="Shops"
          columns={columnsFor(base, zone)}
          rows={rows}
          keyOf={({ id }) => id}
          none="No shop is connected: orders come by the API alone."
        />
      </section>
    </>
  );
};

const columnsFor = (base: string, zone: string): Column<ShopStanding>[] => [
  {
    head: 'Shop',
    isHead: true,
    cell: ({ id }) => (
      <a className="id" href={`${base}${shopPath(id)}`}>
        {id}
      </a>
    ),
  },
  { head: 'Platform', cell: ({ kind }) => kind },
  { head: 'State', cell: ({ state }) => <State of={state} /> },
  { head: 'Last pull', cell: (row) => <Wall at={row.lastPullAt} zone={zone} none="none yet" /> },
  {
    head: 'Last delivery',
    cell: (row) => <Wall at={row.lastDeliveryAt} zone={zone} none="none yet" />,
  },
  { head: 'To be looked at', cell: (row) => <Waiting {...row} zone={zone} /> },
  { head: 'Last error', cell: ({ lastError }) => lastError ?? '' },
];

type Trouble = Awaited<ReturnType<typeof listTroubles>>[number];

type OneProps = { c: Context<DeskEnv>; shop: ShopRow; zone: string; troubles: Trouble[] };

const OneShop = ({ c, shop, zone, troubles }: OneProps) => {
  const { base, operator } = deskOf(c);
  return (
    <>
      <PlumbingNav c={c} at="/shops" />
      <Facts
        facts={[
          ['State', <State key="state" of={shop.state} />],
          ['Platform', shop.kind],
          ['Its API', shop.apiBase],
          ['Its stock lies at', shop.location],
          ['Payment', shop.terms === 'prepaid' ? 'taken by the platform' : 'asked on our page'],
          ['Last pull', <Wall key="pull" at={shop.lastPullAt} zone={zone} none="none yet" />],
          [
            'Last delivery',
            <Wall key="delivery" at={shop.lastDeliveryAt} zone={zone} none="none yet" />,
          ],
          ['Last error', shop.lastError ?? 'none'],
          ['Hooks', <Hooks key="hooks" hooks={shop.hooks} />],
        ]}
      />
      {mayDo(operator.role, ['admin']) && <Acts c={c} shop={shop} />}
      <Table
        caption="Orders that could not be taken in or followed, the newest 25"
        columns={troubleColumns(base)}
        rows={troubles}
        keyOf={({ orderId }) => orderId}
        none="Every order of this shop was taken in and followed."
      />
    </>
  );
};

const Hooks = ({ hooks }: Pick<ShopRow, 'hooks'>): ReactNode =>
  hooks.length === 0 ? (
    <span className="muted">none yet: it is pulled every five minutes all the same</span>
  ) : (
    hooks.map(({ scope, active }) => (
      <span key={scope}>
        {scope} <Badge tone={active ? 'good' : 'warn'}>{active ? 'active' : 'stopped'}</Badge>{' '}
      </span>
    ))
  );

/** What changes nothing there needs no preview. */
const Acts = ({ c, shop: { id } }: { c: Context<DeskEnv>; shop: ShopRow }) => {
  const { base, csrf } = deskOf(c);
  const at = `${base}${shopPath(id)}`;
  return (
    <div className="buttons">
      {[
        ['test', 'Test it'],
        ['sync', 'Ask it for changes now'],
      ].map(([act, says]) => (
        <form key={act} method="post" action={`${at}/${act}`}>
          <input type="hidden" name="csrf" value={csrf} />
          <button type="submit">{says}</button>
        </form>
      ))}
      <a
        className="button"
        href={`${base}/desk/plumbing/connect-shop?id=${encodeURIComponent(id)}`}
      >
        Connect it anew
      </a>
      <a className="button" href={`${at}/disconnect`}>
        Disconnect
      </a>
    </div>
  );
};

const troubleColumns = (base: string): Column<Trouble>[] => [
  {
    head: 'Order',
    isHead: true,
    cell: ({ orderId }) => <OrderLink base={base} orderId={orderId} />,
  },
  { head: 'Number there', cell: ({ number }) => number },
  { head: 'Why', cell: ({ why }) => why },
];

type DeliveriesProps = {
  c: Context<DeskEnv>;
  shop: ShopRow;
  zone: string;
  query: URLSearchParams;
  page: { data: ShopDeliveryRow[]; nextCursor: string | null };
};

const Deliveries = ({ c, shop, zone, query, page }: DeliveriesProps) => {
  const { base, operator } = deskOf(c);
  const at = `${base}${shopPath(shop.id)}`;
  const mayReplay = mayDo(operator.role, ['admin']) && shop.state !== 'gone';
  return (
    <>
      <h2>What it named</h2>
      <Filter path={at}>
        <Select
          name="state"
          label="State"
          value={query.get('state') ?? 'open'}
          choices={[
            { value: 'open', label: 'To be looked at' },
            { value: 'all', label: 'All of the last 35 days' },
          ]}
        />
      </Filter>
      <section id="shop-deliveries" data-fresh="">
        <Table
          caption="Deliveries and orders that a pull found, by their ids"
          columns={deliveryColumns({ at, base, zone, mayReplay })}
          rows={page.data}
          keyOf={({ deliveryId }) => deliveryId}
          none="All that it named was looked at."
        />
      </section>
      <Pager path={at} query={query} nextCursor={page.nextCursor} />
    </>
  );
};

type Looks = { at: string; base: string; zone: string; mayReplay: boolean };

const deliveryColumns = ({ at, base, zone, mayReplay }: Looks): Column<ShopDeliveryRow>[] => [
  {
    head: 'Delivery',
    isHead: true,
    cell: ({ deliveryId }) => <span className="id">{deliveryId}</span>,
  },
  { head: 'About', cell: (row) => <About row={row} base={base} /> },
  { head: 'Received', cell: ({ receivedAt }) => <When at={receivedAt} zone={zone} /> },
  {
    head: 'Looked at',
    cell: ({ handledAt }) => <Wall at={handledAt} zone={zone} none="not yet" />,
  },
  { head: 'Failed', isNumber: true, cell: ({ attempts }) => attempts },
  { head: 'Why', cell: ({ detail }) => detail ?? '' },
  ...(mayReplay
    ? [
        {
          head: 'Once more',
          cell: ({ about, deliveryId }: ShopDeliveryRow) =>
            about !== 'gone' && (
              <a
                href={`${at}/deliveries/${encodeURIComponent(deliveryId)}/replay`}
                aria-label={`Look at ${deliveryId} once more`}
              >
                Look
              </a>
            ),
        },
      ]
    : []),
];

const About = ({ row: { about, orderId }, base }: { row: ShopDeliveryRow; base: string }) => {
  if (orderId !== null) {
    return <OrderLink base={base} orderId={orderId} />;
  }
  return <span className="muted">{saidOf(about)}</span>;
};

/** What it is about, in the platform's own ids. */
export const saidOf = (about: ShopDeliveryRow['about']): string => {
  if (about === 'gone') return 'the shop has removed us';
  if ('orderId' in about) return `order ${about.orderId} there`;
  if ('sku' in about) return `stock of ${about.sku}`;
  return `item ${about.itemId} there`;
};
