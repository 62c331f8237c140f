import type { AttentionCode } from '../../workflows/domain/backorder/attention.ts';
import type { CivilDate, Instant } from '../../workflows/domain/time.ts';
import type { Db, Sql } from '../client.ts';
import { iso } from '../sql.ts';
import { inTransaction } from '../transaction.ts';

/** Something that waits for a person. `dueAt`: the law's deadline, if it has one. Order time. */
export type AlertItem = {
  orderId: string;
  code: AttentionCode;
  at: Instant;
  dueAt: Instant | null;
};

/** One mail to the operator. What it says follows from its items alone, at every try. */
export type Alert = { key: string; items: AlertItem[] };

/** Less than a provider's key lives, so that no try can be a second mail. */
const triedHours = 23;

/** Forgets what nobody could be told of while the key lived, so that it is taken on anew. */
export const dropStaleAlerts = async (sql: Sql): Promise<void> => {
  await sql`
    delete from alerts
    where sent_at is null and at <= now() - ${triedHours} * interval '1 hour'`;
};

/**
 * Takes on, once, each open item with a deadline that no alert has told of, at most `limit` of them
 * at a time. Any number of processes may do it.
 */
export const takeUrgent = async (sql: Sql, { limit }: { limit: number }): Promise<void> => {
  await sql`
    insert into alerts (key)
    select key from (${untold(sql)}) u where due_at is not null order by due_at, key limit ${limit}
    on conflict do nothing`;
};

/**
 * Takes on, once a day, every other open item that no alert has told of. A day on which there is
 * none is over at once.
 */
export const takeDigest = (db: Db, on: CivilDate): Promise<void> =>
  inTransaction(db, async (sql) => {
    const day = await sql`
      insert into alerts (key) values (${`digest/${on}`}) on conflict do nothing returning key`;
    if (day.count === 0) return;
    const taken = await sql`
      insert into alerts (key)
      select key from (${untold(sql)}) u where due_at is null on conflict do nothing returning key`;
    if (taken.count > 0) return;
    await sql`update alerts set sent_at = now() where key = ${`digest/${on}`}`;
  });

/** The alerts that were taken on and not sent yet, oldest first. */
export const listUnsent = async (sql: Sql, { limit }: { limit: number }): Promise<Alert[]> => {
  const rows = await sql<{ key: string; at: Instant }[]>`
    select key, at from alerts
    where sent_at is null order by at, key`;
  // The items of a digest were taken on in the same transaction, so at the same instant.
  const alerts = rows.flatMap(({ key, at }): Alert[] => {
    if (!key.startsWith('digest/')) return itemIn(key).dueAt ? [{ key, items: [itemIn(key)] }] : [];
    const own = rows.filter((row) => row.at === at && row.key.startsWith('item/'));
    const items = own.map((row) => itemIn(row.key)).filter(({ dueAt }) => dueAt === null);
    return items.length > 0 ? [{ key, items }] : [];
  });
  return alerts.slice(0, limit);
};

/** The alert is out, and all its items are told of. */
export const noteAlertSent = async (sql: Sql, { key, items }: Alert): Promise<void> => {
  const keys = [key, ...items.map(keyOf)];
  await sql`update alerts set sent_at = now() where key = any (${keys}) and sent_at is null`;
};

/** An item that was raised both inside and outside its workflow is one, and the older counts. */
const untold = (sql: Sql) => sql`
  select * from (
    select distinct on (order_id, code)
      concat_ws('/', 'item', order_id, code, at, due_at) as key, due_at
    from (
      select v.order_id, item ->> 'code' as code, item ->> 'at' as at, item ->> 'dueAt' as due_at
      from views v cross join jsonb_array_elements(v.body -> 'attention') item
      where v.attention <> '{}'
      union all
      select order_id, code, ${iso(sql, sql`at`)}, ${iso(sql, sql`due_at`)}
      from attention where resolved_at is null
    ) as open order by order_id, code, at, due_at
  ) as items
  where not exists (select from alerts a where a.key = items.key)`;

const keyOf = ({ orderId, code, at, dueAt }: AlertItem): string =>
  ['item', orderId, code, at, ...(dueAt === null ? [] : [dueAt])].join('/');

/** Neither ids, codes nor instants hold a slash. */
const itemIn = (key: string): AlertItem => {
  const [, orderId = '', code = '', at = '', dueAt = null] = key.split('/');
  return { orderId, code: code as AttentionCode, at, dueAt };
};
