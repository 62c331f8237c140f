import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from './load/client.ts';
import type { Known } from './load/known.ts';
import { type createShipping, receive } from './load/warehouse.ts';
import type { Stand } from './stand/stand.ts';

/** Tries after an outage are up to a minute apart, and one may follow another. */
const patienceMs = 240_000;
const looksEveryMs = 1_000;

type Settling = {
  stand: Stand;
  known: Known;
  client: Client;
  ship: ReturnType<typeof createShipping>;
  /** Ends it at once. */
  signal: AbortSignal;
};

/**
 * Brings what is still missing, ships all of it, and waits until nothing is under way. Returns what
 * still is after minutes without a fault: nothing, if all is well.
 */
export const settle = async (settling: Settling): Promise<string[]> => {
  const endsAt = Date.now() + patienceMs;
  await receiveMissing(settling);
  for (;;) {
    settling.signal.throwIfAborted();
    await settling.ship();
    const open = await listOpen(settling.stand);
    if (open.length === 0) return [];
    if (Date.now() > endsAt) return open;
    await sleep(looksEveryMs);
  }
};

const receiveMissing = async ({ stand, known, client }: Settling): Promise<void> => {
  const missing = await stand.db.sql<{ sku: string; quantity: number }[]>`
    select l.sku, (sum(waiting) - coalesce(max(on_hand - allocated), 0))::int as quantity
    from lines l left join stock s using (sku, location)
    where l.order_id = any(${listIds(known)}) group by l.sku`;
  for (const { sku, quantity } of missing) {
    if (quantity > 0) await receive({ client, known }, sku, quantity);
  }
};

const listIds = ({ placed }: Known): string[] =>
  [...placed.values()].filter(({ fate }) => fate !== 'wait').map(({ orderId }) => orderId);

/** What somebody still has to do, or to take back: each minute the watch looks what has gone. */
const listOpen = async ({ db }: Stand): Promise<string[]> => {
  const [open] = await db.sql<Record<string, number>[]>`
    select
      (select count(*) from news) as news,
      (select count(*) from webhooks where handled_at is null) as webhooks,
      (select count(*) from walks where done_at is null) as walks,
      (select count(*) from leases) as leases,
      (select count(*) from attention where resolved_at is null) as attention,
      (select count(*) from messages where decision = 'sending') as sending,
      (select count(*) from payment_attempts where answer is null) as attempts,
      (select count(*) from orders o left join views v using (order_id)
        where v.body is null or (v.ended_at is null and exists (
          select from lines l where l.order_id = o.order_id and l.waiting = 0))) as orders`;
  const entries = Object.entries(open ?? {}).filter(([, count]) => count > 0);
  return entries.map(([what, count]) => `${what}: ${count}`);
};
