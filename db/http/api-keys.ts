import { and, asc, eq, gt, isNull, ne, or, sql as raw } from 'drizzle-orm';
import type { Instant } from '../../workflows/domain/time.ts';
import { builder } from '../builder.ts';
import type { Db, Sql } from '../client.ts';
import { apiKeys } from '../schema/http/api-keys.ts';
import { inTransaction } from '../transaction.ts';

/** A key as it is stored: who holds it, never the key itself. */
export type ApiKey = typeof apiKeys.$inferSelect;

const isValid = or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, raw`now()`));

let changesHere = 0;

/** Counts the changes of keys by this process, which need not wait to hear of its own. */
export const keysChangedHere = (): number => changesHere;

/** Every key that is valid now, as a process keeps them in memory. */
export const readValidApiKeys = async (sql: Sql): Promise<ApiKey[]> =>
  builder(sql).select().from(apiKeys).where(isValid);

/** Adds a key; one that is there already gets these scopes and this end. */
export const putApiKey = async (
  sql: Sql,
  key: Pick<ApiKey, 'keyHash' | 'name' | 'scopes' | 'expiresAt'>,
): Promise<void> => {
  await builder(sql)
    .insert(apiKeys)
    .values(key)
    .onConflictDoUpdate({ target: apiKeys.keyHash, set: key });
  changesHere += 1;
};

/** How many digits of its hash name a key: enough to tell keys apart, of no use to a thief. */
const idLength = 12;

/** What a key is called. */
export const keyIdOf = (keyHash: string): string => keyHash.slice(0, idLength);

const keyId = raw<string>`left(${apiKeys.keyHash}, ${raw.raw(String(idLength))})`;

/** Every key that is still valid, oldest first; `after` is the last one of the page before. */
export const listApiKeys = async (
  sql: Sql,
  {
    after = null,
    limit = 1000,
  }: { after?: { at: Instant; id: string } | null; limit?: number } = {},
): Promise<ApiKey[]> =>
  builder(sql)
    .select()
    .from(apiKeys)
    .where(
      and(
        isValid,
        after
          ? raw`(${apiKeys.createdAt}, ${keyId}) > (${after.at}::timestamptz, ${after.id})`
          : undefined,
      ),
    )
    .orderBy(asc(apiKeys.createdAt), asc(keyId))
    .limit(limit);

/** The key of this id, if it is still valid. */
export const findApiKey = async (sql: Sql, id: string): Promise<ApiKey | undefined> => {
  const [found] = await builder(sql)
    .select()
    .from(apiKeys)
    .where(and(eq(keyId, id), isValid))
    .limit(1);
  return found;
};

/** Whether there is or was a key of this id. */
export const isKeyKnown = async (sql: Sql, id: string): Promise<boolean> => {
  const known =
    await sql`select from api_keys where left(key_hash, ${idLength}::int) = ${id} limit 1`;
  return known.count > 0;
};

/** Ends the keys whose hash begins so, unless they end sooner. Answers how many there are. */
export const expireApiKeys = async (
  sql: Sql,
  { hashPrefix, expiresAt }: { hashPrefix: string; expiresAt: Instant },
): Promise<number> => {
  const beginsSo = raw`starts_with(${apiKeys.keyHash}, ${hashPrefix})`;
  const ended = await builder(sql)
    .update(apiKeys)
    .set({ expiresAt: atTheLatest(expiresAt) })
    .where(and(beginsSo, isValid));
  changesHere += 1;
  return ended.count;
};

/**
 * Adds a key that was never there, and ends the other ones of its name at `othersEndAt`, unless
 * they end sooner. A key that is or was there stays as it is, revoked or not, and ends nobody.
 * Answers when it ends; null: never. Repeating it changes nothing.
 */
export const introduceApiKey = async (
  db: Db,
  { keyHash, name, scopes }: Pick<ApiKey, 'keyHash' | 'name' | 'scopes'>,
  { othersEndAt }: { othersEndAt: Instant },
): Promise<Instant | null> => {
  const endsAt = await inTransaction(db, async (sql) => {
    const keys = builder(sql);
    const isThis = eq(apiKeys.keyHash, keyHash);
    const added = await keys
      .insert(apiKeys)
      .values({ keyHash, name, scopes })
      .onConflictDoNothing({ target: apiKeys.keyHash });
    if (added.count === 0) {
      const [known] = await keys.select().from(apiKeys).where(isThis);
      return known?.expiresAt ?? null;
    }
    await keys
      .update(apiKeys)
      .set({ expiresAt: atTheLatest(othersEndAt) })
      .where(and(eq(apiKeys.name, name), ne(apiKeys.keyHash, keyHash)));
    return null;
  });
  changesHere += 1;
  return endsAt;
};

/**
 * Adds a key with the name, the scopes and the end of the one of this id, which itself ends at
 * `oldEndsAt` unless it ends sooner. Undefined when no valid key has the id.
 */
export const replaceApiKey = async (
  db: Db,
  { id, keyHash, oldEndsAt }: { id: string; keyHash: string; oldEndsAt: Instant },
): Promise<ApiKey | undefined> => {
  const made = await inTransaction(db, async (sql) => {
    const keys = builder(sql);
    const [old] = await keys
      .select()
      .from(apiKeys)
      .where(and(eq(keyId, id), isValid))
      .limit(1)
      .for('update');
    if (!old) return undefined;
    const { name, scopes, expiresAt } = old;
    const [added] = await keys
      .insert(apiKeys)
      .values({ keyHash, name, scopes, expiresAt })
      .returning();
    await keys
      .update(apiKeys)
      .set({ expiresAt: atTheLatest(oldEndsAt) })
      .where(eq(apiKeys.keyHash, old.keyHash));
    return added;
  });
  changesHere += 1;
  return made;
};

/** Notes when keys were last used, in one statement. A use that is noted already stays. */
export const noteKeyUses = async (
  sql: Sql,
  uses: readonly { keyHash: string; usedAt: Instant }[],
): Promise<void> => {
  if (uses.length === 0) return;
  await sql`
    update api_keys k set last_used_at = greatest(k.last_used_at, u.used_at)
    from unnest(
      ${uses.map(({ keyHash }) => keyHash)}::text[],
      ${uses.map(({ usedAt }) => usedAt)}::timestamptz[]
    ) as u (key_hash, used_at)
    where k.key_hash = u.key_hash`;
};

const atTheLatest = (expiresAt: Instant) =>
  raw`least(${apiKeys.expiresAt}, ${expiresAt}::timestamptz)`;
