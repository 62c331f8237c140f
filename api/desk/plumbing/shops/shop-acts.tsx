import type { Context, Hono } from 'hono';
import { findShop, type ShopRow } from '../../../../db/connector/shops.ts';
import { listShopDeliveries, type ShopDeliveryRow } from '../../../../db/desk/plumbing/webhooks.ts';
import { allow } from '../../access/allow.ts';
import { answerOf, notFound } from '../../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../../env.ts';
import { mountAct } from '../../parts/act.tsx';
import { Badge } from '../../parts/badge.tsx';
import { leadTo, showPage } from '../../parts/layout.tsx';
import { Table } from '../../parts/table.tsx';
import { saidOf, shopPath, shopsPath } from './shops.tsx';

const at = 'plumbing' as const;

/** Tests shops, asks them for changes, and leaves them. */
export const mountShopActs = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.post(`${shopsPath}/:id/test`, allow(deps, 'admin'), async (c) => {
    const id = c.req.param('id');
    const { api, base } = deskOf(c);
    const params = { path: { id } };
    const { data } = await answerOf(api.POST('/v1/shops/{id}/test', { params }));
    const children = (
      <>
        <Tested data={data} />
        <p>
          <a href={`${base}${shopPath(id)}`}>Back to the shop</a>
        </p>
      </>
    );
    return showPage(c, { title: `What ${id} lets us do`, at, children });
  });
  app.post(`${shopsPath}/:id/sync`, allow(deps, 'admin'), async (c) => {
    const id = c.req.param('id');
    const params = { path: { id } };
    await answerOf(deskOf(c).api.POST('/v1/shops/{id}/sync', { params }));
    return leadTo(c, shopPath(id), 'It is being asked what has changed.');
  });
  mountDisconnect(app, deps);
  mountReplay(app, deps);
};

type Tests = { scope: string; works: boolean; detail: string | null };

const Tested = ({ data }: { data: Tests[] }) => (
  <Table
    caption="One line for each permission that is needed. Nothing was changed"
    columns={[
      { head: 'Permission', isHead: true, cell: ({ scope }) => scope },
      {
        head: 'Works',
        cell: ({ works }) => (
          <Badge tone={works ? 'good' : 'bad'}>{works ? 'works' : 'does not work'}</Badge>
        ),
      },
      { head: 'Why', cell: ({ detail }) => detail ?? '' },
    ]}
    rows={data}
    keyOf={({ scope }) => scope}
    none="The platform names no permission."
  />
);

/** The shop that the address names. */
export const shopOf =
  ({ db }: DeskDeps) =>
  async (c: Context<DeskEnv>): Promise<ShopRow> => {
    const found = await findShop(db.sql, c.req.param('id') ?? '');
    if (!found) throw notFound();
    return found;
  };

const mountDisconnect = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountAct<ShopRow>(app, deps, {
    ...{ path: `${shopsPath}/:id/disconnect`, scopes: ['admin'], at, go: 'Disconnect it' },
    isGrave: true,
    find: shopOf(deps),
    title: ({ id }) => `Disconnect shop ${id}`,
    back: ({ id }) => shopPath(id),
    preview: async ({ found: { id, state } }) => (
      <>
        <p>
          No order of {id} is taken in any more, and it is told nothing more: no shipment, no
          cancellation, no refund, no date. What was still to be done there is given up.
        </p>
        <p>
          {state === 'gone'
            ? 'The platform has removed us already.'
            : 'Our hooks there are removed first; if the platform does not answer, nothing changes.'}{' '}
          Its orders here stay and go on as they are, and its credentials are forgotten.
        </p>
      </>
    ),
    act: async ({ c, found: { id } }) => {
      const params = { path: { id } };
      await answerOf(deskOf(c).api.DELETE('/v1/shops/{id}', { params }));
      return { said: `${id} is not connected any more.`, to: shopsPath };
    },
  });

type Named = { shop: ShopRow; delivery: ShopDeliveryRow };

const mountReplay = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountAct<Named>(app, deps, {
    path: `${shopsPath}/:id/deliveries/:deliveryId/replay`,
    ...{ scopes: ['admin'], at, go: 'Look at it once more' },
    find: async (c) => {
      const shop = await shopOf(deps)(c);
      const deliveryId = c.req.param('deliveryId') ?? '';
      const delivery = await findDelivery(deps, shop, deliveryId);
      if (!delivery) throw notFound();
      return { shop, delivery };
    },
    title: ({ shop }) => `Look once more at what ${shop.id} named`,
    back: ({ shop }) => shopPath(shop.id),
    preview: async ({ found: { delivery, shop } }) => (
      <p>
        {shop.id} is asked how it stands now: {delivery.orderId ?? saidOf(delivery.about)}. What has
        changed there since is followed here; what has not changes nothing.
      </p>
    ),
    act: async ({ c, found: { shop, delivery } }) => {
      const params = { path: { id: shop.id, deliveryId: delivery.deliveryId } };
      const path = '/v1/shops/{id}/deliveries/{deliveryId}/replay';
      await answerOf(deskOf(c).api.POST(path, { params }));
      return { said: 'It is looked at once more, within seconds.' };
    },
  });

const findDelivery = async (
  { reads }: DeskDeps,
  { id: shop }: ShopRow,
  deliveryId: string,
): Promise<ShopDeliveryRow | undefined> => {
  const [found] = await listShopDeliveries(reads.sql, {
    ...{ shop, isOpen: false, after: null, limit: 1 },
    only: deliveryId,
  });
  return found;
};
