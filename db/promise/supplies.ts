import type { Supply } from '../../workflows/domain/promise/outlook.ts';
import type { Shelf } from '../../workflows/domain/stock/allocation.ts';
import type { Sql } from '../client.ts';
import type { supplies } from '../schema/promise/supplies.ts';

/** Stock still to come to one shelf. `quantity`: units that no receipt has brought yet. */
export type SupplyRow = Supply & Shelf & Pick<Stored, 'share' | 'note' | 'updatedAt'>;

type Stored = typeof supplies.$inferSelect;

/** What an announcement says of a supply. It is kept to ourselves unless it says otherwise. */
export type SupplyChange = Pick<
  Stored,
  'sku' | 'location' | 'supplyId' | 'quantity' | 'expectedOn' | 'basis'
> &
  Partial<Pick<Stored, 'share' | 'note'>>;

/** A supply as it is stored, whether it is still awaited or not. */
export type StoredSupply = SupplyRow &
  Pick<Stored, 'revision' | 'bodyHash'> & { isWithdrawn: boolean };

export const findSupply = async (sql: Sql, supplyId: string): Promise<StoredSupply | undefined> => {
  const [found] = await sql<StoredSupply[]>`${stored(sql)} where supply_id = ${supplyId}`;
  return found;
};

/** The same, kept from changing until the transaction ends. */
export const lockSupply = async (sql: Sql, supplyId: string): Promise<StoredSupply | undefined> => {
  const [found] = await sql<StoredSupply[]>`
    ${stored(sql)} where supply_id = ${supplyId} for update`;
  return found;
};

const stored = (sql: Sql) => sql`
  select supply_id, sku, location, remaining as quantity, expected_on, basis, share, note,
         updated_at, revision, body_hash, withdrawn_at is not null as is_withdrawn
  from supplies`;

/** Stores what was announced, whatever was known before, as the supply's next revision. */
export const writeSupply = async (
  sql: Sql,
  {
    supplyId,
    sku,
    location,
    quantity,
    expectedOn,
    basis,
    share = false,
    note = null,
    bodyHash,
  }: SupplyChange & {
    bodyHash: string;
  },
): Promise<void> => {
  await sql`
    insert into supplies as old (
      supply_id, sku, location, quantity, remaining, expected_on, basis, share, note,
      body_hash
    ) values (
      ${supplyId}, ${sku}, ${location}, ${quantity}, ${quantity}, ${expectedOn}::date, ${basis},
      ${share}, ${note}, ${bodyHash}
    )
    on conflict (supply_id) do update set
      sku = excluded.sku, location = excluded.location, quantity = excluded.quantity,
      remaining = excluded.remaining, expected_on = excluded.expected_on, basis = excluded.basis,
      share = excluded.share, note = excluded.note, body_hash = excluded.body_hash, withdrawn_at = null, updated_at = now(),
      revision = old.revision + 1`;
};

/** Nothing of it is awaited any more. */
export const withdrawSupply = async (sql: Sql, supplyId: string): Promise<void> => {
  await sql`
    update supplies set
      remaining = 0, withdrawn_at = now(), updated_at = now(), revision = revision + 1
    where supply_id = ${supplyId}`;
};

/** What is still to come of an SKU, by location, the earliest first. */
export const listSupplies = (
  sql: Sql,
  { sku, location = null }: { sku: string; location?: string | null },
): Promise<SupplyRow[]> => sql<SupplyRow[]>`
  select supply_id, sku, location, remaining as quantity, expected_on, basis, share, note, updated_at
  from supplies
  where sku = ${sku} and remaining > 0 ${location === null ? sql`` : sql`and location = ${location}`}
  order by location, expected_on nulls last, supply_id limit 1000`;

/**
 * Takes arrived units off what was to come: off the supply that is named, else off the earliest of
 * the shelf and those after it. The shelf's stock is locked, so that receipts go one after another.
 */
export const lowerSupplies = async (
  sql: Sql,
  { sku, location, quantity, supplyId }: Shelf & { quantity: number; supplyId: string | null },
): Promise<void> => {
  await sql`
    with coming as (
      select supply_id, sum(remaining) over (
        order by expected_on nulls last, supply_id rows unbounded preceding
      ) - remaining as before
      from supplies
      where sku = ${sku} and location = ${location} and remaining > 0
        ${supplyId === null ? sql`` : sql`and supply_id = ${supplyId}`}
    )
    update supplies s set
      remaining = s.remaining - least(s.remaining, ${quantity} - before), updated_at = now()
    from coming where s.supply_id = coming.supply_id and before < ${quantity}`;
};
