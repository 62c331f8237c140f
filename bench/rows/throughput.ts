import { setTimeout as sleep } from 'node:timers/promises';
import { checkoutBody, createOrderIds } from '../load/orders.ts';
import { ship } from '../load/story.ts';
import type { Figure } from '../report/figure.ts';
import { repeat } from '../report/measure.ts';
import type { Parts } from '../servers/parts.ts';
import { type System, startSystem } from '../servers/system.ts';

const lives = 40;
const pollMs = 50;
const patienceMs = 60_000;

const what = `lives from checkout to completion, ${lives} at once`;

/** A short wait for many: confirmed, then units for all arrive and are paid for, shipped, told. */
export const throughput = async (parts: Parts): Promise<Figure[]> => {
  const system = await startSystem(parts, { connections: 16 });
  const nextId = createOrderIds();
  const measured = await repeat(what, async () => {
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
  });
  await system.close();
  return [{ what, unit: '/s', ...measured, bar: null }];
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
    if (Date.now() > endsAt) throw new Error('Not all lives ended within a minute');
    await sleep(pollMs);
  }
  await Promise.all(shipping.values());
};
