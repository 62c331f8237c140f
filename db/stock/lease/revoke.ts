import type { Part } from '../../../workflows/domain/backorder/snapshot.ts';
import {
  type FreeUnits,
  type Shelf,
  shelfKey,
} from '../../../workflows/domain/stock/allocation.ts';
import { pilesOf } from '../../../workflows/domain/stock/piles.ts';
import type { Sql } from '../../client.ts';
import { tellOrders } from '../../record/news.ts';
import { appendTimeline } from '../../record/timeline.ts';
import type { orders } from '../../schema/backorder/orders.ts';
import type { Revoked } from '../../schema/stock/adjustments.ts';
import { queueEnd } from '../../sql.ts';
import { applyMoves, freedShelves, type Move, moveFrom } from '../ledger/moves.ts';
import { type OrderLedger, readLedger } from '../ledger/order-ledger.ts';
import { accumulates } from '../queue/accumulation.ts';

/** Whose units are taken first: nobody was told of kept ones, and firm ones are as good as sold. */
const states = ['kept', 'leased', 'firm'] as const;

export type Taken = { revoked: Revoked[]; freed: Shelf[] };

/**
 * Takes `shelf.units` units of the shelf back from orders: kept ones, then leased, then firm, each
 * from the end of the queue. Changes nothing when shelves of such an order are not locked yet, and
 * names them. The caller has locked the given ones.
 */
export const revokeUnits = async (
  sql: Sql,
  shelf: FreeUnits,
  { locked }: { locked: readonly Shelf[] },
): Promise<Taken | { alsoLock: Shelf[] }> => {
  const holders: Holder[] = [];
  let missing = shelf.quantity;
  for (const state of states) {
    if (missing <= 0) break;
    for (const holder of await listLast(sql, { ...shelf, quantity: missing }, state)) {
      if (missing <= 0) break;
      const quantity = Math.min(holder.quantity, missing);
      holders.push({ ...holder, quantity });
      missing -= quantity;
    }
  }
  const keys = new Set(locked.map(shelfKey));
  const needed = holders.flatMap(({ shelves }) => shelves);
  const alsoLock = needed.filter((other) => !keys.has(shelfKey(other)));
  if (alsoLock.length > 0) return { alsoLock };

  const taken: Taken = { revoked: [], freed: [] };
  for (const { orderId, bundle } of grouped(holders)) {
    const lost = await takeBack(sql, orderId, { bundle, summary: 'Taken back: not on the shelf' });
    taken.revoked.push(...lost.revoked);
    taken.freed.push(...lost.freed);
  }
  return taken;
};

type Source = { state: 'kept'; leaseId: null } | { state: 'leased' | 'firm'; leaseId: string };

/** Units of one lease, or kept units, of one order. */
export type Bundle = Source & { parts: Part[] };

type Holder = Source & { orderId: string; lineId: string; quantity: number; shelves: Shelf[] };

/** What lies in one lease is taken at once, because what is left of it may not stay there. */
const grouped = (holders: readonly Holder[]): { orderId: string; bundle: Bundle }[] => {
  const groups = new Map<string, { orderId: string; bundle: Bundle }>();
  for (const { orderId, lineId, quantity, shelves: _, ...source } of holders) {
    const key = source.leaseId ?? `${orderId}\n${source.state}`;
    const group = groups.get(key) ?? { orderId, bundle: { ...source, parts: [] } };
    group.bundle.parts.push({ lineId, quantity });
    groups.set(key, group);
  }
  return [...groups.values()];
};

/** As many piles from the end of the queue as together hold the units; locked with their orders. */
const listLast = (sql: Sql, shelf: FreeUnits, state: Source['state']): Promise<Holder[]> => {
  const shelves = sql`(
    select jsonb_agg(jsonb_build_object('sku', m.sku, 'location', m.location))
    from lines m where m.order_id = l.order_id)`;
  return state === 'kept'
    ? sql<Holder[]>`
        select l.order_id, l.line_id, null as lease_id, l.kept as quantity, 'kept' as state,
               ${shelves} as shelves
        from lines l join orders o on o.order_id = l.order_id
        where l.sku = ${shelf.sku} and l.location = ${shelf.location} and l.kept > 0
        order by ${queueEnd(sql, 'l')}, l.ordinal desc limit ${shelf.quantity} for no key update of o`
    : sql<Holder[]>`
        select l.order_id, l.line_id, s.lease_id, u.quantity, s.state, ${shelves} as shelves
        from lines l
        join orders o on o.order_id = l.order_id
        join leases s on s.order_id = l.order_id and s.state = ${state}
        join lease_units u on u.lease_id = s.lease_id and u.line_id = l.line_id
        where l.sku = ${shelf.sku} and l.location = ${shelf.location}
          and l.leased + l.firm > 0
        order by ${queueEnd(sql, 'l')}, s.revision desc, l.ordinal desc limit ${shelf.quantity}
        for no key update of o, s`;
};

/**
 * Takes units of one bundle from an order, and with them what its policy does not let go without
 * them: a whole order's lease ends, a whole line leaves it. An order that accumulates keeps what is
 * left. The order is told; every shelf of it is locked.
 */
export const takeBack = async (
  sql: Sql,
  orderId: string,
  { bundle, summary }: { bundle: Bundle; summary: string },
): Promise<Taken> => {
  const ledger = await readLedger(sql, orderId);
  if (!ledger) throw new Error(`No order ${orderId} in the ledger`);
  const { fulfilment, keeps } = await getPolicy(sql, orderId);
  const lost = movesOf(ledger, bundle);
  const stranded = bundle.state === 'kept' ? [] : strandedBy(ledger, { bundle, fulfilment });
  const left = stranded.map((move): Move => (keeps ? { ...move, to: 'kept' } : move));
  const moves = [...lost, ...left].filter(({ quantity }) => quantity > 0);
  if (moves.length === 0) return { revoked: [], freed: [] };
  await applyMoves(sql, ledger, moves);
  const wasTold = moves.some(({ state }) => state === 'leased' || state === 'firm');
  if (wasTold) {
    await sql`update orders set revocations = revocations + 1 where order_id = ${orderId}`;
  }
  const revoked = unitsLost(moves).map((units) => ({ orderId, ...units }));
  await tellOrders(sql, [orderId]);
  await note(sql, orderId, { summary, revoked });
  return { revoked, freed: freedShelves(ledger, left) };
};

const movesOf = (ledger: OrderLedger, { state, leaseId, parts }: Bundle): Move[] =>
  parts.flatMap(({ lineId, quantity }) => {
    const line = ledger.lines.find((each) => each.lineId === lineId);
    if (!line) return [];
    const piles = pilesOf(ledger, line, [state]).filter(
      (pile) => !('leaseId' in pile) || pile.leaseId === leaseId,
    );
    return moveFrom(piles, quantity, 'waiting');
  });

/** What is left of the lease and may not go without the lost units. */
const strandedBy = (
  { leases }: OrderLedger,
  {
    bundle,
    fulfilment,
  }: { bundle: Exclude<Bundle, { state: 'kept' }>; fulfilment: Order['fulfilment'] },
): Move[] => {
  const { leaseId, state, parts } = bundle;
  const lease = leases.find((each) => each.leaseId === leaseId);
  const lost = new Map(parts.map(({ lineId, quantity }) => [lineId, quantity]));
  return (lease?.units ?? [])
    .filter(
      ({ lineId }) =>
        fulfilment === 'whole-order' || (fulfilment === 'whole-line' && lost.has(lineId)),
    )
    .map(({ lineId, quantity }): Move => {
      const left = quantity - (lost.get(lineId) ?? 0);
      return { lineId, quantity: left, state, leaseId, to: 'waiting' };
    });
};

const unitsLost = (moves: readonly Move[]): Part[] => {
  const sums = new Map<string, number>();
  for (const { lineId, quantity, to } of moves) {
    if (to === 'waiting') sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  }
  return [...sums].map(([lineId, quantity]) => ({ lineId, quantity }));
};

type Order = typeof orders.$inferSelect;

const getPolicy = async (sql: Sql, orderId: string) => {
  const [policy] = await sql<(Pick<Order, 'fulfilment'> & { keeps: boolean })[]>`
    select o.fulfilment, ${accumulates(sql)} as keeps from orders o where order_id = ${orderId}`;
  if (!policy) throw new Error(`No order ${orderId} in the ledger`);
  return policy;
};

const note = async (
  sql: Sql,
  orderId: string,
  { summary, revoked }: { summary: string; revoked: Revoked[] },
): Promise<void> => {
  const [order] = await sql<Pick<Order, 'ledgerRevision'>[]>`
    select ledger_revision from orders where order_id = ${orderId}`;
  const lines = revoked.map(({ lineId, quantity }) => ({ lineId, quantity }));
  const key = `revoked/${order?.ledgerRevision ?? 0}`;
  await appendTimeline(sql, [{ orderId, key, type: 'UnitsRevoked', summary, detail: { lines } }]);
};
