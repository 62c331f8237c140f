import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countLevels, readLevels } from '../../api/connector/levels.ts';
import type { OpenShop } from '../../api/connector/open-shop.ts';
import { lookAtOrder } from '../../api/connector/order/look.ts';
import type { LookDeps } from '../../api/connector/order/place.ts';
import { pull } from '../../api/connector/pull.ts';
import type { ActAnswer } from '../../api/temporal/port.ts';
import type { Db } from '../../db/client.ts';
import { finishDelivery, listDueDeliveries } from '../../db/connector/deliveries.ts';
import { wantLevels } from '../../db/connector/levels.ts';
import { findShop, putShop } from '../../db/connector/shops.ts';
import { applyCancellation } from '../../db/stock/cancel.ts';
import { giveOutAfter } from '../../db/stock/queue/walks.ts';
import { applyShipment } from '../../db/stock/ship.ts';
import { putProduct } from '../../db/storefront/products.ts';
import type { Request } from '../../workflows/domain/backorder/request.ts';
import { empty } from '../db/cast.ts';
import { freshDatabase } from '../db/fresh.ts';
import { expectLedgerToAddUp } from '../db/stock/ledger/adds-up.ts';
import { createFakePlatform } from '../support/connector/fake-platform.ts';

/** What happens at a shop, and what we get to see of it, in any order. */
const happening = fc.oneof(
  fc.record({ what: fc.constant('sale' as const), units: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ what: fc.constant('foreign' as const), units: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ what: fc.constant('restock' as const), units: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ what: fc.constant('loss' as const), units: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ what: fc.constant('cancel' as const), nth: fc.nat(5) }),
  fc.record({ what: fc.constant('ship' as const), nth: fc.nat(5) }),
  // A delivery that comes late, or never: an order is looked at some time, or by a pull alone.
  fc.record({ what: fc.constant('delivery' as const), nth: fc.nat(5) }),
  fc.constant({ what: 'read' as const }),
  fc.constant({ what: 'pull' as const }),
  fc.constant({ what: 'count' as const }),
  fc.constant({ what: 'read and count' as const }),
  fc.constant({ what: 'round' as const }),
);

type Event = typeof happening extends fc.Arbitrary<infer E> ? E : never;

const sku = 'LAMP';
const agreeMs = 4;
let db: Db;

beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(() => empty(db));
afterAll(() => db.close());

/** The ledger does at once what a workflow would have it do. */
const act = async (orderId: string, request: Request): Promise<ActAnswer> => {
  if (request.type !== 'CancelBackorder') throw new Error(`not asked for here: ${request.type}`);
  const { cancelId, by, lines } = request;
  const at = new Date().toISOString();
  await giveOutAfter(db, applyCancellation(db, { orderId, cancelId, by, lines, at }), within);
  return { ok: true };
};
const within = { budgetMs: 5_000 };

const begin = async () => {
  await empty(db);
  const platform = createFakePlatform();
  const deps: LookDeps & { agreeMs: number } = {
    ...{ db, agreeMs, config: { askDays: 7, excitementControl: 0 }, kick: () => {} },
    acts: { act: (orderId, request) => act(orderId, request), fastForward: async () => 'done' },
  };
  const kind = { kind: 'fake', apiBase: 'http://127.0.0.1:9', location: 'main' };
  const secret = { credentials: '', secrets: '' };
  await putShop(db.sql, { id: 'store', ...kind, terms: 'prepaid', mandate: null, ...secret });
  const product = { sku, title: 'Lamp', url: null, imageUrl: null, highlights: [], related: [] };
  const rest = { backorderLimit: null, handlingDays: 0 };
  await putProduct(db.sql, { product: { ...product, ...rest }, bodyHash: '' });
  await platform.stock(sku, 0);
  await wantLevels(db.sql, 'store', [{ sku, location: 'main' }]);
  const shop: OpenShop = {
    ...{ id: 'store', location: 'main', terms: 'prepaid', mandate: null, secrets: [] },
    platform: platform.platform,
  };
  return { platform, deps, shop };
};

type World = Awaited<ReturnType<typeof begin>> & { orders: string[]; taken: number };

const goOn = async () => true;

const pullAll = async ({ deps, shop }: World): Promise<void> => {
  await pull(deps, shop, { goOn });
  for (;;) {
    const due = await listDueDeliveries(db.sql, shop.id, { limit: 50 });
    if (due.length === 0) return;
    for (const delivery of due) {
      if (delivery.about === 'gone' || !('orderId' in delivery.about)) continue;
      await lookAtOrder(deps, shop, delivery.about.orderId);
      await finishDelivery(db.sql, delivery);
    }
  }
};

const read = async ({ deps, shop }: World): Promise<void> => {
  await wantLevels(db.sql, shop.id, [{ sku, location: 'main' }]);
  await readLevels(deps, shop, { goOn });
};

/** Ships an order of ours that has all of its units, and tells the shop at once. */
const ship = async (world: World, id: string): Promise<void> => {
  const orderId = `store:${id}`;
  const [line] = await db.sql<{ units: number; quantity: number }[]>`
    select kept + leased + firm as units, quantity from lines where order_id = ${orderId}`;
  const { standing } = await world.platform.show(id);
  if (!line || line.units !== line.quantity || standing !== 'open') return;
  const lines = [{ lineId: '1', quantity: line.quantity }];
  const at = new Date().toISOString();
  await giveOutAfter(db, applyShipment(db, { orderId, shipmentId: 's', lines, at }), within);
  await world.platform.ship(id);
};

/** As the connector does it. */
const round = async (world: World): Promise<void> => {
  await read(world);
  await sleep(2);
  await pullAll(world);
  await countLevels(world.deps, world.shop);
};

/** An order that is sold while all units are given, and of which nobody has told us. */
const untold: Event[] = [
  { what: 'sale', units: 3 },
  { what: 'delivery', nth: 0 },
  { what: 'restock', units: 3 },
  { what: 'round' },
  { what: 'sale', units: 2 },
  { what: 'read and count' },
  { what: 'read and count' },
  { what: 'read and count' },
];

const level = async ({ platform }: World): Promise<number> => {
  const answer = await platform.platform.getLevel({ sku, location: 'main' });
  return answer.outcome === 'ok' ? (answer.value?.available ?? 0) : 0;
};

const happen = async (world: World, event: Event) => {
  const { platform, deps, shop, orders } = world;
  const nth = 'nth' in event ? orders[event.nth % Math.max(1, orders.length)] : undefined;
  if (event.what === 'sale') {
    orders.push(await platform.place({ lines: [{ sku, quantity: event.units }] }));
  } else if (event.what === 'foreign' || event.what === 'loss') {
    world.taken += Math.max(0, event.units - Math.max(0, await level(world)));
    await platform.restock(sku, -event.units);
  } else if (event.what === 'restock') await platform.restock(sku, event.units);
  else if (event.what === 'read') await read(world);
  else if (event.what === 'pull') await pullAll(world);
  else if (event.what === 'count') await countLevels(deps, shop);
  else if (event.what === 'read and count') {
    await read(world);
    await countLevels(deps, shop);
  } else if (event.what === 'round') await round(world);
  else if (nth === undefined) return;
  else if (event.what === 'delivery') await lookAtOrder(deps, shop, nth);
  else if (event.what === 'ship') await ship(world, nth);
  else if ((await platform.show(nth)).standing === 'open') {
    await platform.cancel(nth, { refund: true });
  }
};

const revoked = async (): Promise<number> => {
  const [row] = await db.sql<{ units: number }[]>`
    select coalesce(sum((part ->> 'quantity')::int), 0)::bigint as units
    from counts cross join jsonb_array_elements(revoked) part`;
  return row?.units ?? 0;
};

describe('the stock of a shop, whatever happens and in whatever order we hear of it', () => {
  it('takes nothing from anybody that the shop has not lost, and ends as the shop has it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 25 }), async (events) => {
        const world: World = { ...(await begin()), orders: [], taken: 0 };
        for (const event of events) {
          await happen(world, event);
          await expectLedgerToAddUp(db);
          expect(await revoked()).toBeLessThanOrEqual(world.taken);
          await sleep(2);
        }
        for (let reading = 0; reading < 4; reading++) {
          await sleep(agreeMs + 2);
          await round(world);
        }
        expect(await findShop(db.sql, 'store')).toMatchObject({ state: 'ok' });
        const [shelf] = await db.sql<{ onHand: number; open: number }[]>`
          select on_hand, (select coalesce(sum(quantity - shipped - cancelled), 0)::bigint
            from lines) as open from stock`;
        const available = await level(world);
        expect(shelf?.onHand ?? 0).toBe(Math.max(0, available + (shelf?.open ?? 0)));
        expect(await revoked()).toBeLessThanOrEqual(world.taken);
      }),
      { numRuns: 25, examples: [[untold]], endOnFailure: true },
    );
  });
});
