import postgres from 'postgres';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import { clock } from '../clock.ts';
import type { shops } from '../schema/connector/shops.ts';

/** A shop as it is kept, its secrets sealed. */
export type ShopRow = typeof shops.$inferSelect;

/** What its operator says of a shop. `secrets` sealed, so many that deliveries may be signed with. */
export type NewShop = Pick<
  ShopRow,
  'id' | 'kind' | 'apiBase' | 'location' | 'terms' | 'mandate' | 'credentials' | 'secrets'
>;

/**
 * Adds the shop, or changes it: whatever was wrong is tried anew. What changes there from now on is
 * asked for; a shop that was there already goes on where it was. False, and nothing is changed, where
 * another shop became the same store a moment ago. Safe to repeat.
 */
export const putShop = async (sql: Sql, shop: NewShop): Promise<boolean> => {
  const { id, kind, apiBase, location, terms, mandate, credentials, secrets } = shop;
  const put = sql`
    insert into shops (id, kind, api_base, location, terms, mandate, credentials, secrets, watermark)
    values (${id}, ${kind}, ${apiBase}, ${location}, ${terms}, ${mandate && sql.json(mandate)},
            ${credentials}, ${secrets}, now())
    on conflict (id) do update set
      kind = excluded.kind, api_base = excluded.api_base, location = excluded.location,
      terms = excluded.terms, mandate = excluded.mandate, credentials = excluded.credentials,
      secrets = excluded.secrets, revision = shops.revision + 1, state = 'ok', last_error = null,
      failures = 0, next_pull_at = now(), next_hooks_at = now(), rests_until = now()`;
  return put.then(
    () => true,
    (error: unknown) => {
      if (error instanceof postgres.PostgresError && error.constraint_name === 'shops_store') {
        return false;
      }
      throw error;
    },
  );
};

export const findShop = async (sql: Sql, id: string): Promise<ShopRow | undefined> => {
  const [shop] = await sql<ShopRow[]>`select * from shops where id = ${id}`;
  return shop;
};

/** Another shop that is the same store; undefined without one. */
export const findTwin = async (
  sql: Sql,
  { id, kind, apiBase }: Pick<ShopRow, 'id' | 'kind' | 'apiBase'>,
): Promise<string | undefined> => {
  const [twin] = await sql<{ id: string }[]>`
    select id from shops
    where kind = ${kind} and lower(api_base) = lower(${apiBase}) and id <> ${id} limit 1`;
  return twin?.id;
};

/** All of them, by their id; nobody has many. */
export const listShops = async (sql: Sql): Promise<ShopRow[]> =>
  sql<ShopRow[]>`select * from shops order by id limit 1000`;

/**
 * Asks for the next pull, every level and the check of the hooks now; false where there is nothing
 * to ask.
 */
export const wantPull = async (sql: Sql, id: string): Promise<boolean> => {
  const wanted = await sql`
    with levels as (update shop_levels set next_read_at = now() where shop = ${id})
    update shops set next_pull_at = now(), next_hooks_at = now(), rests_until = now()
    where id = ${id} and state <> 'gone'`;
  return wanted.count > 0;
};

/** Asks for a pull as soon as the one that may be under way has ended. */
export const pullSoon = async (sql: Sql, id: string): Promise<void> => {
  await sql`update shops set next_pull_at = now() where id = ${id}`;
};

/** Forgets the shop and what was to be done there. Its orders, and where they are, stay. */
export const deleteShop = async (sql: Sql, id: string): Promise<void> => {
  await sql`
    with gone as (delete from shops where id = ${id}),
      deliveries as (delete from shop_deliveries where shop = ${id}),
      levels as (delete from shop_levels where shop = ${id}),
      troubles as (delete from shop_orders so where shop = ${id}
        and not exists (select from orders o where o.order_id = so.order_id))
    update shop_acts set outcome = 'overtaken', done_at = now()
    where shop = ${id} and outcome is null`;
};

/**
 * Lets one process at a time work for a shop. Names those it got, and keeps them for `leaseMs`; one
 * whose process has died is taken over after that.
 */
export const claimShops = async (
  sql: Sql,
  { by, leaseMs, except }: { by: string; leaseMs: number; except: readonly string[] },
): Promise<ShopRow[]> =>
  sql<ShopRow[]>`
    update shops set claimed_by = ${by}, claimed_until = now() + ${leaseMs} * interval '1 ms'
    where state <> 'gone' and rests_until <= ${clock(sql)} and not id = any (${[...except]}::text[])
      and (claimed_until <= ${clock(sql)} or claimed_by = ${by})
    returning *`;

/** Whether the shop is still this process's, which then has it for as long again. */
export const keepShop = async (
  sql: Sql,
  { id, by, leaseMs }: { id: string; by: string; leaseMs: number },
): Promise<ShopRow | undefined> => {
  const [kept] = await sql<ShopRow[]>`
    update shops set claimed_until = now() + ${leaseMs} * interval '1 ms'
    where id = ${id} and claimed_by = ${by} and state <> 'gone' and rests_until <= ${clock(sql)}
    returning *`;
  return kept;
};

/** The process is alive and at work for the shop, however long one act of it takes. */
export const holdShop = async (
  sql: Sql,
  { id, by, leaseMs }: { id: string; by: string; leaseMs: number },
): Promise<void> => {
  await sql`
    update shops set claimed_until = now() + ${leaseMs} * interval '1 ms'
    where id = ${id} and claimed_by = ${by}`;
};

/** Lets others have the shops of a process that leaves. */
export const leaveShops = async (sql: Sql, by: string): Promise<void> => {
  await sql`update shops set claimed_by = null, claimed_until = now() where claimed_by = ${by}`;
};

/** The platform answered as it should. */
export const noteWorking = async (sql: Sql, id: string): Promise<void> => {
  await sql`
    update shops set state = 'ok', failures = 0, last_error = null
    where id = ${id} and state = 'failing'`;
};

/** It did not: nothing more is asked of it for a while, longer each time, or as it said itself. */
export const noteFailure = async (
  sql: Sql,
  { id, detail, restMs }: { id: string; detail: string; restMs: number },
): Promise<void> => {
  await sql`
    update shops set state = 'failing', failures = failures + 1, last_error = ${detail},
      rests_until = now() + ${restMs} * interval '1 ms'
    where id = ${id} and state <> 'gone'`;
};

/** Something of one order or act was refused there: all else goes on. */
export const noteError = async (sql: Sql, id: string, detail: string): Promise<void> => {
  await sql`update shops set last_error = ${detail} where id = ${id}`;
};

/** The platform wants no call for so long; that is no failure. */
export const restShop = async (sql: Sql, id: string, restMs: number): Promise<void> => {
  await sql`
    update shops set rests_until = greatest(rests_until, now() + ${restMs} * interval '1 ms')
    where id = ${id}`;
};

/** Nothing is asked there any more until somebody puts the shop anew. */
export const setGone = async (sql: Sql, id: string, detail: string): Promise<void> => {
  await sql`
    update shops set state = 'gone', last_error = ${detail}, claimed_by = null, claimed_until = now()
    where id = ${id}`;
};

export const saveHooks = async (
  sql: Sql,
  { id, hooks, nextAt }: Pick<ShopRow, 'id' | 'hooks'> & { nextAt: Instant },
): Promise<void> => {
  await sql`
    update shops set hooks = ${sql.json(hooks)}, next_hooks_at = ${nextAt} where id = ${id}`;
};
