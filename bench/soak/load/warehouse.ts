import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom, type Random } from '../random.ts';
import type { Client } from './client.ts';
import { type Known, skus } from './known.ts';
import { withKey } from './shop.ts';
import { createUnderWay } from './under-way.ts';

type Warehouse = {
  client: Client;
  known: Known;
  seed: number;
  rate: number;
  ship: ReturnType<typeof createShipping>;
};

/** Most of what is ordered comes while the soak runs, in boxes of several units. */
const unitsPerOrder = 1.6;
const unitsPerBox = 5;
const looksEveryMs = 1_500;

/** Receives and ships until it is told to stop. Resolves when the last report is answered. */
export const runWarehouse = async (warehouse: Warehouse, until: AbortSignal): Promise<void> => {
  const random = createRandom(warehouse.seed, 'warehouse');
  await Promise.all([
    keepDoing(() => receiveAny(warehouse, random), {
      everyMs: (1_000 * unitsPerBox) / (unitsPerOrder * warehouse.rate),
      until,
    }),
    keepDoing(warehouse.ship, { everyMs: looksEveryMs, until }),
  ]);
};

/** Does something at a pace, whether the last time is over or not; waits for all in the end. */
export const keepDoing = async (
  act: () => Promise<void>,
  { everyMs, until }: { everyMs: number; until: AbortSignal },
): Promise<void> => {
  const underWay = createUnderWay();
  while (!until.aborted) {
    underWay.add(act());
    await sleep(everyMs);
  }
  await underWay.end();
};

const receiveAny = (warehouse: Warehouse, random: Random): Promise<void> =>
  receive(warehouse, random.pick(skus), 1 + random.below(2 * unitsPerBox - 1));

let boxes = 0;

/** Units arrive; resolves when the API has taken the receipt. */
export const receive = async (
  { client, known }: Pick<Warehouse, 'client' | 'known'>,
  sku: string,
  quantity: number,
): Promise<void> => {
  const body = { restockId: `box-${boxes++}`, sku, quantity };
  const ask = { route: 'restock', method: 'POST', path: '/v1/restocks' } as const;
  await client.askUntil({ ...ask, body, headers: withKey }, [200, 201]);
  known.received.set(sku, (known.received.get(sku) ?? 0) + quantity);
};

type Listed = { data: { orderId: string }[] };

/** Reports every order that is ready and that nobody means to cancel, each once. */
export const createShipping = ({ client, known }: Pick<Warehouse, 'client' | 'known'>) => {
  const reported = new Set<string>();
  return async (): Promise<void> => {
    const path = '/v1/backorders?phase=ready_to_ship&limit=100';
    const listed = await client.ask({ route: 'list', method: 'GET', path, headers: withKey });
    if (listed.status !== 200) return;
    const ready = (listed.body as Listed).data
      .map(({ orderId }) => orderId)
      .filter((orderId) => known.placed.get(orderId)?.fate === 'ship' && !reported.has(orderId));
    for (const orderId of ready) reported.add(orderId);
    await Promise.all(ready.map((orderId) => ship({ client, known }, orderId)));
  };
};

const ship = async (
  { client, known }: Pick<Warehouse, 'client' | 'known'>,
  orderId: string,
): Promise<void> => {
  const scannedAt = new Date().toISOString();
  const body = { shipmentId: 's1', carrier: 'UPS', tracking: '1Z999', scannedAt };
  const path = `/v1/backorders/${orderId}/shipments`;
  const ask = { route: 'shipment', method: 'POST', path } as const;
  await client.askUntil({ ...ask, body, headers: withKey }, [200, 201]);
  known.shipped.add(orderId);
};
