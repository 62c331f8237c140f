import type { Sql } from '../../client.ts';
import type { reconciliationDifferences } from '../../schema/books/reconciliations.ts';
import type { shops } from '../../schema/connector/shops.ts';
import type { webhookEndpoints } from '../../schema/outbound/endpoints.ts';
import type { Fragment } from '../../sql.ts';

/** What the latest finished comparison of the books found. */
export type DifferenceRow = Pick<
  typeof reconciliationDifferences.$inferSelect,
  'id' | 'kind' | 'orderId' | 'providerIntentId'
>;

export const listDifferencesNow = (
  sql: Sql,
  { after, limit }: { after: number | null; limit: number },
): Promise<DifferenceRow[]> => sql<DifferenceRow[]>`
  select id, kind, order_id, provider_intent_id from reconciliation_differences
  where run_id = ${latestRun(sql)} and id > ${after ?? 0} order by id limit ${limit}`;

export const countDifferencesNow = (sql: Sql, most: number): Promise<number> =>
  countUpTo(sql, sql`reconciliation_differences where run_id = ${latestRun(sql)}`, most);

const latestRun = (sql: Sql): Fragment => sql`(
  select run_id from reconciliations where finished_at is not null
  order by started_at desc limit 1)`;

/** A shop that could not be asked, or that has removed us. */
export type FailingShop = Pick<
  typeof shops.$inferSelect,
  'id' | 'kind' | 'state' | 'failures' | 'lastPullAt'
>;

export const listFailingShops = (
  sql: Sql,
  { after, limit }: { after: string | null; limit: number },
): Promise<FailingShop[]> => sql<FailingShop[]>`
  select id, kind, state, failures, last_pull_at from shops
  where state <> 'ok' and id > ${after ?? ''} order by id limit ${limit}`;

export const countFailingShops = (sql: Sql, most: number): Promise<number> =>
  countUpTo(sql, sql`shops where state <> 'ok'`, most);

/** An endpoint that is disabled, cannot be reached, or is told late. */
export type TroubledEndpoint = Pick<
  typeof webhookEndpoints.$inferSelect,
  'endpointId' | 'state' | 'disabledBecause' | 'failingSince' | 'failures' | 'lastSuccessAt'
> & { isBehind: boolean };

export const listTroubledEndpoints = (
  sql: Sql,
  { after, limit }: { after: string | null; limit: number },
): Promise<TroubledEndpoint[]> => sql<TroubledEndpoint[]>`
  select endpoint_id, state, disabled_because, failing_since, failures, last_success_at,
    ${behind(sql)} as is_behind
  from webhook_endpoints e where ${troubled(sql)} and endpoint_id > ${after ?? ''}
  order by endpoint_id limit ${limit}`;

export const countTroubledEndpoints = (sql: Sql, most: number): Promise<number> =>
  countUpTo(sql, sql`webhook_endpoints e where ${troubled(sql)}`, most);

const troubled = (sql: Sql): Fragment =>
  sql`(e.state = 'disabled' or e.failing_since is not null or ${behind(sql)})`;

/** What is due is sent within seconds, as long as it can be. */
const behind = (sql: Sql): Fragment => sql`exists (
  select from webhook_deliveries d
  where d.endpoint_id = e.endpoint_id and d.state = 'pending'
    and d.due_at < now() - interval '5 minutes')`;

const countUpTo = async (sql: Sql, rows: Fragment, most: number): Promise<number> => {
  const [row] = await sql<{ count: number }[]>`
    select count(*) as count from (select from ${rows} limit ${most}) found`;
  return row?.count ?? 0;
};
