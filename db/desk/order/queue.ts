import type { Lease } from '../../../workflows/domain/backorder/snapshot.ts';
import { projectUnit, type Supply } from '../../../workflows/domain/promise/outlook.ts';
import { shelfKey } from '../../../workflows/domain/stock/allocation.ts';
import type { CivilDate } from '../../../workflows/domain/time.ts';
import type { Sql } from '../../client.ts';
import { listOutlooks, startOfAll } from '../../promise/outlook.ts';
import { readSnapshot } from '../../stock/ledger/snapshot.ts';
import { listQueuePlaces, type QueuePlace } from '../../stock/queue/move-preview.ts';

/** A queue that the order waits in, and what is expected to serve the last of its units there. */
export type OrderPlace = QueuePlace & {
  /** Null when no supply with a date reaches its place. */
  shipsOn: CivilDate | null;
  /** Null when they come from units on hand, or nothing is expected. */
  supply: Supply | null;
  /** Units on hand that nobody has been given yet. */
  free: number;
};

export type OrderQueue = { places: OrderPlace[]; leases: Lease[] };

/** `today`: the day at ship-to, in the order's own time. */
export const readOrderQueue = async (
  sql: Sql,
  { orderId, today }: { orderId: string; today: CivilDate },
): Promise<OrderQueue> => {
  const [waits, { leases }] = await Promise.all([
    listQueuePlaces(sql, orderId),
    readSnapshot(sql, orderId),
  ]);
  const shelves = await listOutlooks(sql, waits, startOfAll);
  const outlooks = new Map(shelves.map((shelf) => [shelfKey(shelf), shelf]));
  const places = waits.map((place) => {
    const outlook = outlooks.get(shelfKey(place));
    const last = place.ahead + place.waiting;
    const projected = outlook && projectUnit(outlook, { place: last, today });
    const { on = null, supply = null } = projected ?? {};
    return { ...place, shipsOn: on, supply, free: outlook?.free ?? 0 };
  });
  return { places, leases };
};
