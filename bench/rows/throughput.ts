import { setTimeout as sleep } from 'node:timers/promises';
import { untilItSaysSo } from '../../dev/service/service.ts';
import { checkoutBody, createOrderIds } from '../load/orders.ts';
import { plainCycles } from '../load/plain-cycles.ts';
import { ship } from '../load/story.ts';
import { atLeast, type Figure } from '../report/figure.ts';
import { compare } from '../report/measure.ts';
import { startChild } from '../servers/child.ts';
import type { Parts } from '../servers/parts.ts';
import { type System, startSystem } from '../servers/system.ts';

const lives = 200;
const pollMs = 50;
const patienceMs = 180_000;

const what = `lives from checkout to completion, ${lives} at once`;

/** A short wait for many: confirmed, then units for all arrive and are paid for, shipped, told. */
export const throughput = async (parts: Parts): Promise<Figure[]> => {
  const system = await startSystem(parts, { connections: 16 });
  const plainWorker = await startChild({
    name: 'plain-worker',
    script: 'bench/servers/plain-worker.ts',
    home: parts.home,
    env: { TEMPORAL_ADDRESS: system.temporalAddress },
    waitUntilReady: untilItSaysSo,
  });
  const nextId = createOrderIds();
  const measured = await compare(what, {
    subject: () => liveAll(system, nextId),
    floor: () => plainCycles(system.client, Array.from({ length: lives }, nextId)),
    floorIs: 'start, signal, done of an empty workflow on the same Temporal, as many at once',
  });
  await plainWorker.stop();
  await system.close();
  return [{ what, unit: '/s', ...measured, bar: atLeast(0.15), note: 'the aim is 0.25' }];
};

const liveAll = async (system: System, nextId: () => string): Promise<number> => {
  const sku = nextId();
  const orderIds = Array.from({ length: lives }, nextId);
  const begin = performance.now();
  await Promise.all(
    orderIds.map((orderId) =>
      system.post('/v1/backorders', checkoutBody(orderId, { sku, ...system.payer })),
    ),
  );
  await system.post('/v1/restocks', { restockId: sku, sku, quantity: lives });
  await shipAll(system, orderIds);
  return (lives / (performance.now() - begin)) * 1_000;
};

/** Ships each order as soon as it is ready; resolves once all have ended. */
const shipAll = async (system: System, orderIds: readonly string[]): Promise<void> => {
  const { sql } = system.db;
  const endsAt = Date.now() + patienceMs;
  const shipping = new Map<string, Promise<unknown>>();
  for (;;) {
    const rows = await sql<{ orderId: string; ended: boolean }[]>`
      select order_id, ended_at is not null as ended from views
      where order_id = any(${[...orderIds]}) and phase in ('ready_to_ship', 'shipped')`;
    for (const { orderId } of rows) {
      if (!shipping.has(orderId)) shipping.set(orderId, ship(system, orderId));
    }
    if (rows.filter(({ ended }) => ended).length === orderIds.length) break;
    if (Date.now() > endsAt) throw new Error('Not all lives ended in time');
    await sleep(pollMs);
  }
  await Promise.all(shipping.values());
};
