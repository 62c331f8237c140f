import type { Part } from '../../../workflows/domain/backorder/snapshot.ts';
import {
  allocate,
  type FreeUnits,
  type Shelf,
  shelfKey,
} from '../../../workflows/domain/stock/allocation.ts';
import { pilesToGiveUp, takeFrom } from '../../../workflows/domain/stock/piles.ts';
import type { Db, Sql } from '../../client.ts';
import { projectAgain } from '../../promise/project-order.ts';
import { noteAct, type OperatorAct, wasDone } from '../../record/operator-act.ts';
import { inTransaction } from '../../transaction.ts';
import { writeAllocations } from '../ledger/allocations.ts';
import { type OrderLedger, readLedger } from '../ledger/order-ledger.ts';
import { lockShelves } from '../ledger/shelves.ts';
import { listWaiting, type Queued } from '../queue/queue.ts';
import { openWalks } from '../queue/walks.ts';
import { type Bundle, takeBack } from './revoke.ts';

export type Reassignment = OperatorAct & {
  /** Who gets the units. */
  to: string;
  lines: Part[];
};

export type Reassigned =
  | { outcome: 'reassigned'; walkIds: number[] }
  /** The order has fewer units set aside, or the other one does not wait for that many there. */
  | { outcome: 'not_set_aside' | 'not_waiting' };

/**
 * Gives units that are set aside for one order to another that waits for the same SKU at the same
 * location, whatever their places in the queue, as one act. Kept units go first, then the newest
 * lease. Units that are too few for the other's policy are kept for it. Repeating it changes
 * nothing.
 */
export const reassignUnits = (db: Db, act: Reassignment): Promise<Reassigned> =>
  inTransaction(db, async (sql) => {
    await lockShelves(sql, await listShelves(sql, [act.orderId, act.to]));
    const giver = await readBooks(sql, act);
    const [taker] = await listWaiting(sql, [act.to]);
    if (await wasDone(sql, act)) return { outcome: 'reassigned', walkIds: [] };
    const bundles = bundlesToGive(giver, act.lines);
    if (!bundles) return { outcome: 'not_set_aside' };
    const given = unitsByShelf(giver, act.lines);
    if (!taker || !canTake(taker, given)) return { outcome: 'not_waiting' };

    const freed: Shelf[] = [];
    for (const bundle of bundles) {
      const summary = `Given to another order by ${act.by}`;
      freed.push(...(await takeBack(sql, act.orderId, { bundle, summary })).freed);
    }
    const decisions = allocate([{ ...taker, accumulates: true }], given);
    await writeAllocations(
      sql,
      decisions.flatMap((decision) => (decision.outcome === 'filled' ? [decision] : [])),
    );
    await note(sql, act);
    const walkIds = await openWalks(sql, freed);
    await projectAgain(sql, act.orderId);
    return { outcome: 'reassigned', walkIds };
  });

/** Locks both orders, always in the same order, and returns the giver's ledger. */
const readBooks = async (sql: Sql, { orderId, to }: Reassignment): Promise<OrderLedger> => {
  const ledgers = new Map<string, OrderLedger | undefined>();
  for (const id of [orderId, to].sort()) ledgers.set(id, await readLedger(sql, id));
  const giver = ledgers.get(orderId);
  if (!giver) throw new Error(`No order ${orderId} in the ledger`);
  return giver;
};

/** Undefined when fewer units are set aside. */
const bundlesToGive = (ledger: OrderLedger, lines: readonly Part[]): Bundle[] | undefined => {
  const bundles = new Map<string, Bundle>();
  for (const { lineId, quantity } of lines) {
    const line = ledger.lines.find((each) => each.lineId === lineId);
    if (!line) return undefined;
    const setAside = pilesToGiveUp(ledger, line).filter(({ state }) => state !== 'waiting');
    const piles = takeFrom(setAside, quantity);
    if (piles.reduce((sum, pile) => sum + pile.quantity, 0) < quantity) return undefined;
    for (const pile of piles) {
      const source =
        'leaseId' in pile
          ? { state: pile.state, leaseId: pile.leaseId }
          : { state: 'kept' as const, leaseId: null };
      const key = source.leaseId ?? 'kept';
      const bundle = bundles.get(key) ?? { ...source, parts: [] };
      bundle.parts.push({ lineId, quantity: pile.quantity });
      bundles.set(key, bundle);
    }
  }
  return [...bundles.values()];
};

const unitsByShelf = (ledger: OrderLedger, lines: readonly Part[]): FreeUnits[] => {
  const units = new Map<string, FreeUnits>();
  for (const { lineId, quantity } of lines) {
    const line = ledger.lines.find((each) => each.lineId === lineId);
    if (!line) continue;
    const { sku, location } = line;
    const before = units.get(shelfKey(line))?.quantity ?? 0;
    units.set(shelfKey(line), { sku, location, quantity: before + quantity });
  }
  return [...units.values()];
};

const canTake = ({ lines }: Queued, given: readonly FreeUnits[]): boolean =>
  given.every((shelf) => {
    const here = lines.filter((line) => shelfKey(line) === shelfKey(shelf));
    return here.reduce((sum, { quantity }) => sum + quantity, 0) >= shelf.quantity;
  });

const note = async (sql: Sql, act: Reassignment): Promise<void> => {
  const { orderId, to, lines, by } = act;
  const quantity = lines.reduce((sum, part) => sum + part.quantity, 0);
  const type = 'UnitsReassigned';
  const detail = { from: orderId, to, lines };
  await noteAct(sql, act, { type, summary: `${quantity} given to order ${to} by ${by}`, detail });
  const heard = { ...act, orderId: to };
  const summary = `${quantity} taken from order ${orderId} by ${by}`;
  await noteAct(sql, heard, { type, summary, detail });
};

const listShelves = (sql: Sql, orderIds: readonly string[]): Promise<Shelf[]> => sql<Shelf[]>`
  select distinct sku, location from lines where order_id = any(${[...orderIds]}::text[])`;
