import type { Sql } from '../client.ts';
import { clock } from '../clock.ts';
import type { updatePosts } from '../schema/updates/posts.ts';
import { ms } from '../sql.ts';

type Stored = typeof updatePosts.$inferSelect;

/** What is to stand on one account. */
export type NewPost = Pick<
  Stored,
  'updateId' | 'account' | 'network' | 'text' | 'link' | 'recordKey'
>;

/** A post that this process has to itself until its claim ends. */
export type ClaimedPost = NewPost & {
  /** Claims so far, this one included. */
  attempts: number;
  /** The moment at which it became public, which the post bears. */
  publishedAt: string;
  /** For how long a call may have been heard whose answer we lack; null: none was. */
  unsureMs: number | null;
  /** It was taken back meanwhile. */
  isWithdrawn: boolean;
};

type Ref = Pick<Stored, 'updateId' | 'account'>;

/** With the publication, so that an account of later does not post what was before it. */
export const addPosts = async (sql: Sql, posts: readonly NewPost[]): Promise<void> => {
  for (const { updateId, account, network, text, link, recordKey } of posts) {
    await sql`
      insert into update_posts (update_id, account, network, text, link, record_key)
      values (${updateId}, ${account}, ${network}, ${text}, ${link}, ${recordKey})`;
  }
};

/**
 * Claims the oldest post of the account that is due. A claim that has ended may be made again: its
 * process is taken for dead. What was withdrawn since is dropped.
 */
export const claimPost = async (
  sql: Sql,
  { account, leaseMs }: { account: string; leaseMs: number },
): Promise<ClaimedPost | undefined> => {
  await sql`
    update update_posts p set state = 'dropped' from updates u
    where u.update_id = p.update_id and account = ${account} and state = 'waiting'
      and u.withdrawn_at is not null and unsure_since is null`;
  const [claimed] = await sql<ClaimedPost[]>`
    with due as materialized (
      select p.update_id, p.account from update_posts p join updates u using (update_id)
      where account = ${account} and state = 'waiting' and not_before <= ${clock(sql)}
        and (claimed_until is null or claimed_until <= ${clock(sql)})
      order by u.published_at, u.seq limit 1 for update of p skip locked
    )
    update update_posts p set
      claimed_until = now() + ${ms(sql, leaseMs)}, attempts = attempts + 1
    from due join updates u on u.update_id = due.update_id
    where p.update_id = due.update_id and p.account = due.account
    returning p.update_id, p.account, network, text, link, record_key, attempts,
      u.published_at, u.withdrawn_at is not null as is_withdrawn,
      floor(extract(epoch from now() - unsure_since) * 1000)::bigint as unsure_ms`;
  return claimed;
};

/** Written before a call whose answer may be lost. `anew`: what was unsure has been cleared up. */
export const noteCall = async (sql: Sql, post: Ref, { anew }: { anew: boolean }): Promise<void> => {
  await sql`
    update update_posts set
      unsure_since = case when ${anew} then now() else coalesce(unsure_since, now()) end
    where ${is(sql, post)}`;
};

/** The first end stands. */
export const endPost = async (
  sql: Sql,
  post: Ref,
  end: Pick<Stored, 'state' | 'url' | 'reason'>,
): Promise<void> => {
  await sql`
    update update_posts set state = ${end.state}, url = ${end.url}, reason = ${end.reason},
      claimed_until = null, unsure_since = null,
      posted_at = case when ${end.state === 'posted'} then now() end
    where ${is(sql, post)} and state = 'waiting'`;
};

/** Tried again later. `isUnheard`: this call has certainly done nothing, nor has any before it. */
export const putOffPost = async (
  sql: Sql,
  post: Ref,
  { delayMs, reason, isUnheard }: { delayMs: number; reason: string; isUnheard: boolean },
): Promise<void> => {
  await sql`
    update update_posts set
      not_before = now() + ${ms(sql, delayMs)}, claimed_until = null, reason = ${reason},
      unsure_since = case when ${isUnheard} then null else unsure_since end
    where ${is(sql, post)} and state = 'waiting'`;
};

/** The network has asked for a pause, which holds for all that it is to get. */
export const pauseAccount = async (sql: Sql, account: string, delayMs: number): Promise<void> => {
  await sql`
    update update_posts set not_before = greatest(not_before, now() + ${ms(sql, delayMs)})
    where account = ${account} and state = 'waiting'`;
};

const is = (sql: Sql, { updateId, account }: Ref) =>
  sql`update_id = ${updateId} and account = ${account}`;

/** How many posts stand how, on which network. */
export const countPosts = (
  sql: Sql,
): Promise<(Pick<Stored, 'network' | 'state'> & { count: number })[]> => sql`
  select network, state, count(*) as count from update_posts
  where state in ('waiting', 'refused', 'lost') group by network, state`;
