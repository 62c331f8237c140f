import type { CivilDate, Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';

/** A supply as one of its changes leaves it. */
export type Move = {
  supplyId: string;
  revision: number;
  sku: string;
  /** Days of its arrival: until now, if it was to come to the same shelf, and from now on. */
  before: CivilDate | null;
  expectedOn: CivilDate | null;
  share: boolean;
  note: string | null;
};

/**
 * News of a supply that changed, in the transaction of the change. What is not public yet is
 * replaced, and what has happened since the last public word is told as one. A change that is not
 * shared takes back what is not public yet. One that leaves the day as it is corrects its note.
 */
export const noteMove = async (sql: Sql, move: Move): Promise<void> => {
  const { supplyId, revision, sku, expectedOn, share, note } = move;
  const replaced = await takeBackMove(sql, { supplyId, because: share ? 'replaced' : 'retracted' });
  if (!share) {
    // The last public word is of this day still, whatever else has changed.
    if (move.before === expectedOn)
      await sql`update updates set revision = ${revision} where ${isLastWord(sql, move)}`;
    return;
  }
  const before = replaced ? replaced.before : move.before;
  if (!replaced && before === expectedOn && (await correctNote(sql, move))) return;
  const since = replaced?.sinceRevision ?? revision;
  // A day that was known, and was never shared, is news as it is.
  const known = !replaced && before === expectedOn ? null : before;
  await sql`
    insert into updates (kind, sku, fact, supply_id, since_revision, revision, before, note)
    values ('moved', ${sku}, ${`supply/${supplyId}/${revision}`}, ${supplyId}, ${since},
      ${revision}, ${known}::date, ${note})`;
};

type Replaced = { before: CivilDate | null; sinceRevision: number };

/** Takes back what is not public yet of a supply. */
export const takeBackMove = async (
  sql: Sql,
  { supplyId, because }: { supplyId: string; because: 'replaced' | 'retracted' | 'over' },
): Promise<Replaced | undefined> => {
  const [replaced] = await sql<Replaced[]>`
    update updates set withdrawn_at = now(), withdrawn_because = ${because}
    where supply_id = ${supplyId} and kind = 'moved' and published_at is null
      and withdrawn_at is null
    returning before, since_revision`;
  return replaced;
};

/** Whether the last public word of the supply is of this day: then it has this note from now on. */
const correctNote = async (sql: Sql, move: Move): Promise<boolean> => {
  const { revision, note } = move;
  const corrected = await sql`
    update updates set
      revision = ${revision}, note = ${note},
      updated_at = case when note is distinct from ${note}::text then now() else updated_at end
    where ${isLastWord(sql, move)}`;
  return corrected.count > 0;
};

const isLastWord = (sql: Sql, { supplyId, revision }: Move) => sql`
  withdrawn_at is null and published_at is not null and revision = ${revision - 1}
    and seq = (
      select seq from updates where supply_id = ${supplyId} and kind = 'moved'
        and published_at is not null
      order by seq desc limit 1)`;

/** News of stock that arrived, in the transaction of its receipt. */
export const noteArrival = async (
  sql: Sql,
  arrival: { restockId: string; sku: string; receivedAt: Instant; note: string | null },
): Promise<void> => {
  const { restockId, sku, receivedAt, note } = arrival;
  await sql`
    insert into updates (kind, sku, fact, happened_at, note)
    values ('arrived', ${sku}, ${`restock/${restockId}`}, ${receivedAt}, ${note})`;
};

/**
 * News of SKUs that sell past their stock, for the statement of a checkout: it has `placed`,
 * `wanted` and `shelves`. One for as long as an SKU stays on backorder, always in one order, so
 * that no two checkouts wait for each other.
 */
export const spellsBegun = (sql: Sql) => sql`spells as (
  insert into updates (kind, sku, fact)
  select 'backorder', short.sku, 'backorder/' || short.sku || '/' || gen_random_uuid()
  from (
    select distinct sku from (
      select sku, location, sum(quantity) as units from wanted group by sku, location
    ) asked join shelves using (sku, location) where units > greatest(free, 0)
  ) short
  where exists (select from placed) and not exists (
    select from updates u
    where u.sku = short.sku and u.kind = 'backorder' and u.ended_at is null)
  order by short.sku
  on conflict (sku) where kind = 'backorder' and ended_at is null do nothing
)`;
