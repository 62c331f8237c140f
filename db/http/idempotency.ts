import type { Db, Sql } from '../client.ts';
import type { idempotencyKeys } from '../schema/http/idempotency-keys.ts';
import { ms } from '../sql.ts';

/** One request that carries an `Idempotency-Key`. A key belongs to its principal and route. */
export type KeyedRequest = Pick<StoredKey, 'principal' | 'route' | 'key' | 'bodyHash'>;

type StoredKey = typeof idempotencyKeys.$inferSelect;

/** An answer as it is stored; `body` is JSON. */
export type StoredAnswer = { status: number; body: unknown };

export type Claim =
  | { outcome: 'claimed' }
  | { outcome: 'answered'; answer: StoredAnswer }
  | { outcome: 'in_flight' }
  | { outcome: 'other_body' };

/**
 * Takes the key for this request, so that nobody else serves it meanwhile. A lock older than
 * `lockMs` is of a process that died and is taken over.
 */
export const claimIdempotencyKey = async (
  db: Db,
  request: KeyedRequest & { lockMs: number },
): Promise<Claim> => {
  const { sql } = db;
  const claimed = await sql`
    insert into idempotency_keys as held (principal, key, route, body_hash, locked_at)
    values (${request.principal}, ${storedKey(request)}, ${request.route}, ${request.bodyHash},
            now())
    on conflict (principal, key) do update set locked_at = now()
      where held.status is null and held.body_hash = excluded.body_hash
        and (held.locked_at is null or held.locked_at < now() - ${ms(sql, request.lockMs)})
    returning 1`;
  if (claimed.count === 1) return { outcome: 'claimed' };
  const [row] = await sql<Pick<StoredKey, 'bodyHash' | 'status' | 'response'>[]>`
    select body_hash, status, response from idempotency_keys
    where principal = ${request.principal} and key = ${storedKey(request)}`;
  // Whoever held it may have gone in between; then the caller's next try finds it free.
  if (!row) return { outcome: 'in_flight' };
  if (row.bodyHash !== request.bodyHash) return { outcome: 'other_body' };
  if (row.status === null) return { outcome: 'in_flight' };
  return { outcome: 'answered', answer: { status: row.status, body: row.response } };
};

/** Keeps the answer for whoever repeats the request. */
export const storeAnswer = async (
  { sql }: Db,
  request: KeyedRequest,
  { status, body }: StoredAnswer,
): Promise<void> => {
  await sql`
    update idempotency_keys
    set status = ${status}, response = ${JSON.stringify(body)}::jsonb, locked_at = null
    where principal = ${request.principal} and key = ${storedKey(request)} and status is null`;
};

/** Lets go of a key without an answer. It stays bound to its body. */
export const unlockIdempotencyKey = async ({ sql }: Db, request: KeyedRequest): Promise<void> => {
  await sql`
    update idempotency_keys set locked_at = null
    where principal = ${request.principal} and key = ${storedKey(request)} and status is null`;
};

/** Forgets the answers given under one path, in the transaction of `sql` if it is one. */
export const forgetAnswersUnder = async (sql: Sql, pathPrefix: string): Promise<void> => {
  await sql`delete from idempotency_keys where starts_with(route, ${`POST ${pathPrefix}`})`;
};

/** Deletes keys older than that. Answers how many; callers are promised a day. */
export const deleteOldIdempotencyKeys = async (
  { sql }: Db,
  { olderThanHours }: { olderThanHours: number },
): Promise<number> => {
  const deleted = await sql`
    delete from idempotency_keys
    where created_at < now() - ${olderThanHours} * interval '1 hour'`;
  return deleted.count;
};

const storedKey = ({ route, key }: KeyedRequest): string => `${route} ${key}`;
