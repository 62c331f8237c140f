import type { Promised } from '../../workflows/domain/backorder/backorder.ts';
import { basisOf, type Projected } from '../../workflows/domain/promise/outlook.ts';
import type { Shelf } from '../../workflows/domain/stock/allocation.ts';
import { addDays, type CivilDate, type Instant, later } from '../../workflows/domain/time.ts';
import type { Db, Sql } from '../client.ts';
import type { Position } from '../stock/queue/queue.ts';
import { inTransaction } from '../transaction.ts';
import { projectOrder } from './outlook.ts';
import { listPromises, recordPromise } from './promises.ts';
import { standingReasons } from './standing-reasons.ts';

type Late = {
  orderId: string;
  /** Order time, and the day that it is at ship-to. */
  at: Instant;
  today: CivilDate;
  /** The day that cannot be met. */
  on: CivilDate;
  does: string;
  lateShipDays: number;
  isSetAside: boolean;
  /** States nothing if units are set aside, or supply is dated in time. */
  unlessInTime: boolean;
};

/**
 * States the promise that takes the place of a day that cannot be met: for units that are set aside
 * so many days after it, or after today if it is past; else the day that supply gives, if that is
 * later, else none. Null when the day can be met after all. Repeating it gives what was stated first.
 */
export const stateDelay = (
  db: Db,
  { orderId, at, today, on, does, lateShipDays, isSetAside, unlessInTime }: Late,
): Promise<Promised | null> =>
  inTransaction(db, async (sql) => {
    const promiseId = `law/${on}/${does}`;
    const known = await findStated(sql, orderId, promiseId);
    if (known) return known;
    if (isSetAside && unlessInTime) return null;
    const is = isSetAside ? undefined : await projectWaiting(sql, orderId, today);
    if (unlessInTime && is !== undefined && is.on <= on) return null;
    const stated = isSetAside
      ? { on: addDays(later(on, today), lateShipDays), basis: 'units are set aside for it' }
      : datedBy(is, on);
    const promise = { promiseId, ...stated, reason: standingReasons.notInTime, statedAt: at };
    const { outcome } = await recordPromise(sql, orderId, promise);
    // Another try was there meanwhile, and its word stands.
    const first = outcome === 'recorded' ? undefined : await findStated(sql, orderId, promiseId);
    return first ?? { promiseId, on: stated.on, statedAt: at };
  });

const datedBy = (is: Projected | undefined, on: CivilDate) =>
  is !== undefined && is.on > on
    ? { on: is.on, basis: basisOf(is) }
    : { on: null, basis: 'no supply is dated for it' };

const findStated = async (
  sql: Sql,
  orderId: string,
  promiseId: string,
): Promise<Promised | undefined> => {
  const promises = await listPromises(sql, orderId);
  const stated = promises.find((promise) => promise.promiseId === promiseId);
  return stated && { promiseId, on: stated.on, statedAt: stated.statedAt };
};

/** The day that supply gives what still waits, at its place. */
const projectWaiting = async (
  sql: Sql,
  orderId: string,
  today: CivilDate,
): Promise<Projected | undefined> => {
  const [order] = await sql<Waiting[]>`
    select order_id, priority, placed_at, (
      select jsonb_agg(jsonb_build_object('sku', sku, 'location', location, 'quantity', waiting))
      from lines l where l.order_id = o.order_id and waiting > 0
    ) as lines
    from orders o where order_id = ${orderId}`;
  if (!order?.lines) return undefined;
  return projectOrder(sql, { ...order, lines: order.lines }, today);
};

type Waiting = Position & { lines: (Shelf & { quantity: number })[] | null };
