import type { Instant } from '../../workflows/domain/time.ts';
import type { Db } from '../client.ts';
import type { apiKeys } from '../schema/http/api-keys.ts';

/** A key as it is stored: who holds it, never the key itself. */
export type ApiKey = typeof apiKeys.$inferSelect;

/** The key with that hash, unless it has expired. */
export const findApiKey = async ({ sql }: Db, keyHash: string): Promise<ApiKey | undefined> => {
  const [found] = await sql<ApiKey[]>`
    select key_hash, name, scopes, created_at, expires_at
    from api_keys where key_hash = ${keyHash} and (expires_at is null or expires_at > now())`;
  return found;
};

/** Adds a key; one that is there already gets these scopes and this end. */
export const putApiKey = async (
  { sql }: Db,
  key: { keyHash: string; name: string; scopes: readonly string[]; expiresAt: Instant | null },
): Promise<void> => {
  await sql`
    insert into api_keys (key_hash, name, scopes, expires_at)
    values (${key.keyHash}, ${key.name}, ${[...key.scopes]}, ${key.expiresAt})
    on conflict (key_hash) do update
      set name = excluded.name, scopes = excluded.scopes, expires_at = excluded.expires_at`;
};

/** Every key that is still valid, oldest first. */
export const listApiKeys = async ({ sql }: Db): Promise<ApiKey[]> => sql<ApiKey[]>`
  select key_hash, name, scopes, created_at, expires_at
  from api_keys where expires_at is null or expires_at > now()
  order by created_at, key_hash limit 1000`;

/** Ends the keys whose hash begins so, unless they end sooner. Answers how many there are. */
export const expireApiKeys = async (
  { sql }: Db,
  { hashPrefix, expiresAt }: { hashPrefix: string; expiresAt: Instant },
): Promise<number> => {
  const ended = await sql`
    update api_keys set expires_at = least(expires_at, ${expiresAt}::timestamptz)
    where starts_with(key_hash, ${hashPrefix}) and (expires_at is null or expires_at > now())`;
  return ended.count;
};

/**
 * Ends the other keys of that name, unless they end sooner: the overlap in which a replaced key
 * still works.
 */
export const expireOtherApiKeys = async (
  { sql }: Db,
  { name, keyHash, expiresAt }: { name: string; keyHash: string; expiresAt: Instant },
): Promise<void> => {
  await sql`
    update api_keys set expires_at = least(expires_at, ${expiresAt}::timestamptz)
    where name = ${name} and key_hash <> ${keyHash}`;
};
