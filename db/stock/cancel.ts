import type { Part, Snapshot } from '../../workflows/domain/backorder/snapshot.ts';
import { shelfKey } from '../../workflows/domain/stock/allocation.ts';
import { pilesToGiveUp } from '../../workflows/domain/stock/piles.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Db, Sql } from '../client.ts';
import { appendTimeline } from '../record/timeline.ts';
import type { cancellations } from '../schema/backorder/cancellations.ts';
import { inTransaction } from '../transaction.ts';
import { leaseKept } from './lease/lease-kept.ts';
import { applyMoves, freedShelves, type Move, moveFrom, unitsOf } from './ledger/moves.ts';
import { type LedgerLine, type OrderLedger, openLedger } from './ledger/order-ledger.ts';
import { listGivenUp } from './ledger/shelves.ts';
import { readSnapshot } from './ledger/snapshot.ts';
import { openWalkFor, openWalks } from './queue/walks.ts';

/** Without `lines` everything that has not shipped. `at` is order time. */
export type Cancellation = Pick<Stored, 'orderId' | 'cancelId' | 'by' | 'lines'> & {
  at: Instant;
};

type Stored = typeof cancellations.$inferSelect;

/** Keeps who asked for a cancellation and why, before it is decided. Safe to repeat. */
export const recordCancellation = async (
  sql: Sql,
  cancellation: Cancellation & Pick<Stored, 'reason'> & Partial<Pick<Stored, 'giveUpId'>>,
): Promise<void> => {
  const { orderId, cancelId, by, lines, at, reason, giveUpId = null } = cancellation;
  await sql`
    insert into cancellations (
      order_id, cancel_id, by, reason, requested, requested_at, give_up_id
    ) values (
      ${orderId}, ${cancelId}, ${by}, ${reason}, ${lines && sql.json(lines)}, ${at}, ${giveUpId}
    )
    on conflict (order_id, cancel_id) do nothing`;
};

/**
 * When a cancellation was asked for, in order time: a customer's word counts from when it was
 * received, however late the order heard of it. Undefined when nobody recorded one.
 */
export const findCancelledAt = async (
  sql: Sql,
  { orderId, cancelId }: Pick<Cancellation, 'orderId' | 'cancelId'>,
): Promise<Instant | undefined> => {
  const [row] = await sql<{ at: Instant }[]>`
    select least(c.requested_at, w.received_at) as at
    from cancellations c
    left join customer_words w on w.order_id = c.order_id and w.word_id = c.cancel_id
    where c.order_id = ${orderId} and c.cancel_id = ${cancelId}`;
  return row?.at;
};

/** Forgets a cancellation that was refused. One that the ledger has carried out stays. */
export const forgetCancellation = async (
  sql: Sql,
  { orderId, cancelId }: Pick<Cancellation, 'orderId' | 'cancelId'>,
): Promise<void> => {
  await sql`
    delete from cancellations
    where order_id = ${orderId} and cancel_id = ${cancelId} and lines is null`;
};

/**
 * Cancels units that have not shipped: waiting ones first, then kept, then the newest leases, the
 * firm ones last. One that is part of a give-up takes none but those that wait, and of an SKU only
 * where it is given up still: once it is taken up again nothing more is cancelled. Returns what was
 * cancelled, which may be less than was asked for. Units that were set aside go to the next in line
 * by the walks it opens. Repeating it returns the same lines.
 */
export const applyCancellation = (
  db: Db,
  cancellation: Cancellation,
): Promise<{ snapshot: Snapshot; lines: Part[]; walkIds: number[] }> =>
  inTransaction(db, async (sql) => {
    const { orderId, cancelId, lines: requested, at } = cancellation;
    const ledger = await openLedger(sql, orderId);
    if (!ledger) throw new Error(`No order ${orderId} in the ledger`);
    await recordCancellation(sql, { ...cancellation, reason: null });
    const { lines: done, giveUpId, isOfSku } = await getRecorded(sql, cancellation);
    if (done) {
      return { snapshot: await readSnapshot(sql, orderId), lines: done, walkIds: [] };
    }
    const isWaitingOnly = giveUpId !== null;
    const closed = isOfSku ? await listGivenUp(sql, ledger.lines) : null;
    const moves = ledger.lines
      .filter((line) => closed === null || closed.has(shelfKey(line)))
      .flatMap((line) => giveUp(ledger, line, { requested, isWaitingOnly }));
    const lines = unitsOf(moves);
    await applyMoves(sql, ledger, moves);
    await sql`
      update cancellations set lines = ${sql.json(lines)}
      where order_id = ${orderId} and cancel_id = ${cancelId}`;
    const units = lines.reduce((sum, part) => sum + part.quantity, 0);
    await appendTimeline(sql, [
      {
        orderId,
        key: `cancelled/${cancelId}`,
        at,
        type: 'UnitsCancelled',
        summary: `Cancelled: ${units}`,
        detail: { cancelId, lines },
      },
    ]);
    const walkIds = await openWalks(sql, freedShelves(ledger, moves));
    // A smaller order may be whole with what was too little for it before.
    if (units > 0) await leaseKept(sql, orderId);
    if (units > 0) walkIds.push(...(await openWalkFor(sql, orderId)));
    return { snapshot: await readSnapshot(sql, orderId), lines, walkIds };
  });

type Wanted = { requested: Part[] | null; isWaitingOnly: boolean };

const giveUp = (
  ledger: OrderLedger,
  line: LedgerLine,
  { requested, isWaitingOnly }: Wanted,
): Move[] => {
  const asked = requested?.filter((part) => part.lineId === line.lineId);
  const quantity = asked?.reduce((sum, part) => sum + part.quantity, 0);
  const piles = pilesToGiveUp(ledger, line).filter(
    ({ state }) => !isWaitingOnly || state === 'waiting',
  );
  return moveFrom(piles, quantity ?? Number.MAX_SAFE_INTEGER, 'cancelled');
};

/** `isOfSku`: of a give-up that is not of one supply alone. */
type Recorded = Pick<Stored, 'lines' | 'giveUpId'> & { isOfSku: boolean };

const getRecorded = async (
  sql: Sql,
  { orderId, cancelId }: Pick<Cancellation, 'orderId' | 'cancelId'>,
): Promise<Recorded> => {
  const [row] = await sql<Recorded[]>`
    select lines, give_up_id, g.give_up_id is not null and g.supply_id is null as is_of_sku
    from cancellations left join give_ups g using (give_up_id)
    where order_id = ${orderId} and cancel_id = ${cancelId}`;
  return row ?? { lines: null, giveUpId: null, isOfSku: false };
};
