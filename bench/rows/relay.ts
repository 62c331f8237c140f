import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { createTemporal } from '../../api/temporal/client.ts';
import { createRelay } from '../../api/temporal/relay.ts';
import { placeOrder } from '../../db/backorder/place.ts';
import { createDatabase, type Db } from '../../db/client.ts';
import { newsBacklog, tellOrders } from '../../db/record/news.ts';
import { donePerSecond } from '../load/clients.ts';
import { createOrderIds, newOrder } from '../load/orders.ts';
import { connectStarter, idleQueue, type Starter } from '../load/starts.ts';
import { atLeast, type Figure } from '../report/figure.ts';
import { compare } from '../report/measure.ts';
import type { Parts } from '../servers/parts.ts';

const count = 640;

/** As many as the relay claims at once. */
const clients = 64;

const what = `relay: messages/s to workflows, ${clients} at a time`;

/**
 * Delivers news of orders whose workflows run, all of it there from the beginning. Each time on a
 * server that has seen nothing else: what it has kept slows it down.
 */
export const relay = async (parts: Parts): Promise<Figure[]> => {
  const db = createDatabase(await parts.database(), { max: 20 });
  const nextId = createOrderIds();
  const orders = Array.from({ length: count }, () => newOrder(nextId()));
  await donePerSecond({ clients: 16, count }, ({ nth }) => placeOrder(db, at(orders, nth)));
  await db.sql`update orders set started_at = now()`;

  const onFreshServer = async (measure: (address: string, starter: Starter) => Promise<number>) => {
    const server = await parts.freshTemporal();
    const starter = await connectStarter(server.address);
    await donePerSecond({ clients, count }, ({ nth }) => starter.start(at(orders, nth)));
    const rate = await measure(server.address, starter);
    await starter.close();
    await server.stop();
    return rate;
  };
  const measured = await compare(what, {
    subject: () =>
      onFreshServer(async (address) => {
        await tellOrders(
          db.sql,
          orders.map(({ orderId }) => orderId),
        );
        return deliver(db, address);
      }),
    floor: () =>
      onFreshServer((_, starter) =>
        donePerSecond({ clients, count }, ({ nth }) => starter.signal(at(orders, nth))),
      ),
    floorIs: 'handle.signal with the same argument, as many at a time',
  });
  await db.close();
  return [{ what, unit: '/s', ...measured, bar: atLeast(0.8) }];
};

/** Runs a relay until there is no news left. */
const deliver = async (db: Db, address: string): Promise<number> => {
  const temporal = createTemporal({ connectionOptions: { address } });
  await temporal.client();
  const begin = performance.now();
  const logger = pino({ level: 'warn' });
  const running = createRelay({ db, temporal, taskQueue: idleQueue, joinLeasesMs: 0, logger });
  while ((await newsBacklog(db.sql)) > 0) await sleep(5);
  const tookMs = performance.now() - begin;
  await running.close();
  await temporal.close();
  return (count / tookMs) * 1_000;
};

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
