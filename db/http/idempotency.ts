import { and, eq, isNull, lt, sql as raw } from 'drizzle-orm';
import { builder } from '../builder.ts';
import type { Sql } from '../client.ts';
import { idempotencyKeys } from '../schema/http/idempotency-keys.ts';
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
  sql: Sql,
  request: KeyedRequest & { lockMs: number },
): Promise<Claim> => {
  const claimed = await sql`
    insert into idempotency_keys as held (principal, key, route, body_hash, locked_at)
    values (${request.principal}, ${storedKey(request)}, ${request.route}, ${request.bodyHash},
            now())
    on conflict (principal, key) do update set locked_at = now()
      where held.status is null and held.body_hash = excluded.body_hash
        and (held.locked_at is null or held.locked_at < now() - ${ms(sql, request.lockMs)})
    returning 1`;
  if (claimed.count === 1) return { outcome: 'claimed' };
  const [row] = await builder(sql).select().from(idempotencyKeys).where(isOf(request));
  // Whoever held it may have gone in between; then the caller's next try finds it free.
  if (!row) return { outcome: 'in_flight' };
  if (row.bodyHash !== request.bodyHash) return { outcome: 'other_body' };
  if (row.status === null) return { outcome: 'in_flight' };
  return { outcome: 'answered', answer: { status: row.status, body: row.response } };
};

/** Keeps the answer for whoever repeats the request. */
export const storeAnswer = async (
  sql: Sql,
  request: KeyedRequest,
  { status, body }: StoredAnswer,
): Promise<void> => {
  await builder(sql)
    .update(idempotencyKeys)
    .set({ status, response: body, lockedAt: null })
    .where(and(isOf(request), isNull(idempotencyKeys.status)));
};

/** Lets go of a key without an answer. It stays bound to its body. */
export const unlockIdempotencyKey = async (sql: Sql, request: KeyedRequest): Promise<void> => {
  await builder(sql)
    .update(idempotencyKeys)
    .set({ lockedAt: null })
    .where(and(isOf(request), isNull(idempotencyKeys.status)));
};

/** Forgets the answers given under one path, in the transaction of `sql` if it is one. */
export const forgetAnswersUnder = async (sql: Sql, pathPrefix: string): Promise<void> => {
  const isUnder = raw`starts_with(${idempotencyKeys.route}, ${`POST ${pathPrefix}`})`;
  await builder(sql).delete(idempotencyKeys).where(isUnder);
};

/** Deletes keys older than that. Answers how many; callers are promised a day. */
export const deleteOldIdempotencyKeys = async (
  sql: Sql,
  { olderThanHours }: { olderThanHours: number },
): Promise<number> => {
  const before = raw`now() - ${olderThanHours} * interval '1 hour'`;
  const deleted = await builder(sql)
    .delete(idempotencyKeys)
    .where(lt(idempotencyKeys.createdAt, before));
  return deleted.count;
};

const isOf = (request: KeyedRequest) =>
  and(
    eq(idempotencyKeys.principal, request.principal),
    eq(idempotencyKeys.key, storedKey(request)),
  );

const storedKey = ({ route, key }: KeyedRequest): string => `${route} ${key}`;
