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

/** Every key that is still valid, oldest first. */
export const listApiKeys = async (sql: Sql): Promise<ApiKey[]> =>
  builder(sql)
    .select()
    .from(apiKeys)
    .where(isValid)
    .orderBy(asc(apiKeys.createdAt), asc(apiKeys.keyHash))
    .limit(1000);

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

const atTheLatest = (expiresAt: Instant) =>
  raw`least(${apiKeys.expiresAt}, ${expiresAt}::timestamptz)`;
