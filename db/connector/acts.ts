import type { ShopAct } from '../../workflows/domain/connector/acts.ts';
import type { Sql } from '../client.ts';
import { clock } from '../clock.ts';
import type { ActOutcome, shopActs } from '../schema/connector/acts.ts';

type Stored = typeof shopActs.$inferSelect;

export type OwedAct = Pick<Stored, 'key' | 'shop' | 'orderId' | 'act' | 'tries'>;

/**
 * Owes these acts to the shop, each once and for ever by its key. A new word about a date or a
 * product overtakes what was to be said of it before.
 */
export const oweActs = async (
  sql: Sql,
  { shop, orderId, acts }: { shop: string; orderId: string | null; acts: readonly ShopAct[] },
): Promise<void> => {
  for (const act of acts) {
    const owed = await sql`
      insert into shop_acts (key, shop, order_id, kind, act)
      values (${act.key}, ${shop}, ${orderId}, ${act.kind}, ${sql.json(act)})
      on conflict do nothing`;
    if (owed.count === 0 || (act.kind !== 'promised' && act.kind !== 'availability')) continue;
    const sku = act.kind === 'availability' ? act.sku : null;
    await sql`
      update shop_acts set outcome = 'overtaken', done_at = now()
      where shop = ${shop} and kind = ${act.kind} and outcome is null and key <> ${act.key}
        and order_id is not distinct from ${orderId}
        and act ->> 'sku' is not distinct from ${sku}`;
  }
};

/** What begins the detail of an act that the platform forbids. */
const forbidden = 'forbidden: ';

/**
 * Acts due now, oldest first; of an order only the first that is open, so that they keep order. One
 * that is forbidden waits for a person, and nobody waits for it.
 */
export const listDueActs = async (
  sql: Sql,
  shop: string,
  { limit }: { limit: number },
): Promise<OwedAct[]> =>
  sql<OwedAct[]>`
    select key, shop, order_id, act, tries from shop_acts a
    where shop = ${shop} and outcome is null and next_try_at <= ${clock(sql)}
      and not exists (select from shop_acts b
        where b.order_id = a.order_id and b.outcome is null and b.ordinal < a.ordinal
          and not starts_with(coalesce(b.detail, ''), ${forbidden}))
    order by ordinal limit ${limit}`;

/**
 * It is being asked for, and may have been done from now on. If nobody writes down what came of it,
 * it is due again after `doubtMs`.
 */
export const beginAct = async (
  sql: Sql,
  key: string,
  { doubtMs = 0 }: { doubtMs?: number } = {},
): Promise<void> => {
  await sql`
    update shop_acts set tries = tries + 1, next_try_at = now() + ${doubtMs} * interval '1 ms'
    where key = ${key}`;
};

export const finishAct = async (
  sql: Sql,
  {
    key,
    outcome,
    reference = null,
    detail = null,
  }: { key: string; outcome: ActOutcome; reference?: string | null; detail?: string | null },
): Promise<void> => {
  await sql`
    update shop_acts set outcome = ${outcome}, reference = ${reference}, detail = ${detail},
      done_at = now()
    where key = ${key} and outcome is null`;
};

export const postponeAct = async (
  sql: Sql,
  { key, detail, delayMs }: { key: string; detail: string; delayMs: number },
): Promise<void> => {
  await sql`
    update shop_acts set
      detail = case when starts_with(detail, ${forbidden}) then detail else ${detail} end,
      next_try_at = now() + ${delayMs} * interval '1 ms'
    where key = ${key}`;
};

/** We may not do it, so that it was not done; whether that is new. It is tried again after a while. */
export const forbidAct = async (
  sql: Sql,
  { key, detail, delayMs }: { key: string; detail: string; delayMs: number },
): Promise<boolean> => {
  const [before] = await sql<{ isNew: boolean }[]>`
    with before as (select key, detail from shop_acts where key = ${key})
    update shop_acts a set detail = ${`${forbidden}${detail}`}, tries = 0,
      next_try_at = now() + ${delayMs} * interval '1 ms'
    from before where a.key = before.key
    returning not starts_with(coalesce(before.detail, ''), ${forbidden}) as is_new`;
  return before?.isNew === true;
};

/** Acts about one order, oldest first. */
export const listActsOf = async (
  sql: Sql,
  orderId: string,
): Promise<Pick<Stored, 'key' | 'act' | 'tries' | 'outcome' | 'reference'>[]> =>
  sql<Pick<Stored, 'key' | 'act' | 'tries' | 'outcome' | 'reference'>[]>`
    select key, act, tries, outcome, reference from shop_acts
    where order_id = ${orderId} order by ordinal limit 1000`;
