import type { Db } from '../client.ts';
import { lowerSupplies } from '../promise/supplies.ts';
import type { receipts } from '../schema/stock/receipts.ts';
import type { walks } from '../schema/stock/walks.ts';
import { inTransaction } from '../transaction.ts';
import { noteArrival } from '../updates/facts.ts';

/** It is kept to ourselves unless it says otherwise. */
export type Receipt = Omit<Stored, 'createdAt' | 'share' | 'note'> &
  Partial<Pick<Stored, 'share' | 'note'>>;

type Stored = typeof receipts.$inferSelect;

type Walk = Pick<typeof walks.$inferSelect, 'walkId'>;

export type Received =
  | { outcome: 'received' | 'replayed'; walkId: number }
  | { outcome: 'conflict' };

/**
 * Puts arrived units on the shelf, takes them off what was to come, and opens the walk that gives
 * them to those who wait; the caller runs it. The same receipt again changes nothing, with another
 * body it is a conflict.
 */
export const receiveStock = (db: Db, receipt: Receipt): Promise<Received> =>
  inTransaction(db, async (sql) => {
    const { restockId, sku, location, quantity, supplyId, receivedAt, bodyHash } = receipt;
    const { share = false, note = null } = receipt;
    const [opened] = await sql<Walk[]>`
      with arrived as (
        insert into receipts (
          restock_id, sku, location, quantity, supply_id, received_at, share, note, body_hash
        )
        values (${restockId}, ${sku}, ${location}, ${quantity}, ${supplyId}, ${receivedAt},
                ${share}, ${note}, ${bodyHash})
        on conflict (restock_id) do nothing
        returning sku, location, quantity, restock_id
      ), shelved as (
        insert into stock (sku, location, received) select sku, location, quantity from arrived
        on conflict (sku, location) do update set received = stock.received + excluded.received
      )
      insert into walks (sku, location, restock_id) select sku, location, restock_id from arrived
      returning walk_id`;
    if (opened) {
      await lowerSupplies(sql, receipt);
      if (share) await noteArrival(sql, { restockId, sku, receivedAt, note });
      return { outcome: 'received', walkId: opened.walkId };
    }
    const [known] = await sql<(Walk & Pick<Stored, 'bodyHash'>)[]>`
      select walk_id, body_hash from receipts join walks using (restock_id)
      where restock_id = ${restockId}`;
    return known?.bodyHash === bodyHash
      ? { outcome: 'replayed', walkId: known.walkId }
      : { outcome: 'conflict' };
  });
