import type { Instant } from '../../../workflows/domain/time.ts';
import type { Sql } from '../../client.ts';
import type { imports } from '../../schema/import/imports.ts';
import type { webhookEndpoints } from '../../schema/outbound/endpoints.ts';
import type { updatePosts } from '../../schema/updates/posts.ts';

/** Counts end there: nobody needs to know how many more there are. */
export const mostCounted = 1_000;

/** What came in from one sender, a payment or mail provider or a shop (`shop <id>`). */
export type Incoming = {
  sender: string;
  /** Null: none among the newest. */
  lastAt: Instant | null;
  /** Not handled yet, at most one more than `mostCounted`, and since when the oldest waits. */
  open: number;
  oldestAt: Instant | null;
  /** Of these, tried more than once. */
  failing: number;
};

/** How the senders stand whose events come by `webhooks`. */
export const listIncoming = (sql: Sql, senders: readonly string[]): Promise<Incoming[]> =>
  sql<Incoming[]>`
    with newest as materialized (
      select sender, received_at from webhooks order by received_at desc limit ${mostCounted}
    ), open as materialized (
      select sender, received_at, attempts from webhooks where handled_at is null
      limit ${mostCounted + 1}
    )
    select s.sender,
      (select max(received_at) from newest n where n.sender = s.sender) as last_at,
      count(o.sender)::int as open, min(o.received_at) as oldest_at,
      (count(*) filter (where o.attempts > 1))::int as failing
    from unnest(${[...senders]}::text[]) as s (sender)
    left join open o on o.sender = s.sender
    group by s.sender order by s.sender`;

/** How the shops stand: how each was pulled, and what their platforms named is still to be seen. */
export type ShopStanding = {
  id: string;
  kind: string;
  state: 'ok' | 'failing' | 'gone';
  lastPullAt: Instant | null;
  lastDeliveryAt: Instant | null;
  lastError: string | null;
  open: number;
  oldestAt: Instant | null;
  failing: number;
};

export const listShopStandings = (sql: Sql): Promise<ShopStanding[]> =>
  sql<ShopStanding[]>`
    select s.id, s.kind, s.state, s.last_pull_at, s.last_delivery_at, s.last_error,
      d.open, d.oldest_at, d.failing
    from shops s
    left join lateral (
      select count(*)::int as open, min(received_at) as oldest_at,
        (count(*) filter (where attempts > 1))::int as failing
      from (
        select received_at, attempts from shop_deliveries
        where shop = s.id and handled_at is null limit ${mostCounted + 1}
      ) o
    ) d on true
    order by s.id limit 200`;

type StoredEndpoint = typeof webhookEndpoints.$inferSelect;

/** Where others are told, without its address, which may open their door. */
export type EndpointStanding = Pick<
  StoredEndpoint,
  | 'endpointId'
  | 'state'
  | 'disabledBecause'
  | 'disabledAt'
  | 'failingSince'
  | 'lastSuccessAt'
  | 'personalData'
  | 'events'
> & {
  host: string;
  /** What it is still to be told, at most one more than `mostCounted`, and since when. */
  open: number;
  oldestAt: Instant | null;
};

export const listEndpointStandings = (sql: Sql): Promise<EndpointStanding[]> =>
  sql<EndpointStanding[]>`
    select e.endpoint_id, e.state, e.disabled_because, e.disabled_at, e.failing_since,
      e.last_success_at, e.personal_data, e.events,
      substring(e.url from '^[a-z]+://(?:[^/@]*@)?([^/?#]+)') as host, d.open, d.oldest_at
    from webhook_endpoints e
    left join lateral (
      select count(*)::int as open, min(created_at) as oldest_at
      from (
        select created_at from webhook_deliveries
        where endpoint_id = e.endpoint_id and state = 'pending' limit ${mostCounted + 1}
      ) o
    ) d on true
    order by e.created_at desc, e.endpoint_id limit 200`;

export type Upload = Pick<
  typeof imports.$inferSelect,
  'kind' | 'state' | 'total' | 'done' | 'failed' | 'unchanged' | 'createdAt' | 'endedAt'
> & { importId: string };

/** Files that are under way, and the newest of those that have ended. */
export const listUploads = (sql: Sql, { limit }: { limit: number }): Promise<Upload[]> =>
  sql<Upload[]>`
    (select import_id, kind, state, total, done, failed, unchanged, created_at, ended_at
      from imports where ended_at is null and import_id is not null
      order by queued_at limit ${limit})
    union all
    (select import_id, kind, state, total, done, failed, unchanged, created_at, ended_at
      from imports where ended_at is not null and import_id is not null
      order by ended_at desc limit ${limit})`;

/** An account on a social network, as its posts show it. */
export type Account = Pick<typeof updatePosts.$inferSelect, 'account' | 'network'> & {
  lastPostedAt: Instant | null;
  waiting: number;
  refused: number;
  lost: number;
};

export const listAccounts = (sql: Sql): Promise<Account[]> =>
  sql<Account[]>`
    select account, network, max(posted_at) as last_posted_at,
      (count(*) filter (where state = 'waiting'))::int as waiting,
      (count(*) filter (where state = 'refused'))::int as refused,
      (count(*) filter (where state = 'lost'))::int as lost
    from (select * from update_posts order by created_at desc limit 10000) p
    group by account, network order by account`;

/** What is known of the providers beside what they tell us. */
export type Providers = {
  /** Calls that move money and have no answer yet, and since when the oldest waits. */
  openCalls: number;
  oldestCallAt: Instant | null;
  /** Mails that are still to be sent, at most one more than `mostCounted`. */
  owedMails: number;
  /** Calls a second, as the mail provider last said; null before it did. */
  mailsPerSecond: number | null;
};

export const findProviders = async (sql: Sql): Promise<Providers | undefined> => {
  const [found] = await sql<Providers[]>`
    select c.open_calls, c.oldest_call_at, m.owed_mails,
      (select max(per_second) from mail_pace) as mails_per_second
    from (
      select count(*)::int as open_calls, min(last_called_at) as oldest_call_at
      from (
        select last_called_at from payment_attempts where settled_at is null
        order by last_called_at limit ${mostCounted + 1}
      ) o
    ) c, (
      select count(*)::int as owed_mails
      from (select from messages where decision = 'owed' limit ${mostCounted + 1}) o
    ) m`;
  return found;
};

/** The server, and how far its schema has come. */
export type Server = { version: string; migrations: number; migratedAt: Instant | null };

export const findServer = async (sql: Sql): Promise<Server | undefined> => {
  const [found] = await sql<Server[]>`
    select current_setting('server_version') as version, count(*)::int as migrations,
      to_timestamp(max(created_at) / 1000.0) as migrated_at
    from drizzle.__drizzle_migrations`;
  return found;
};
