import type { Db } from '../../db/client.ts';
import { findApiKey } from '../../db/http/api-keys.ts';
import type { Principal } from '../http/env.ts';
import { type Authenticate, hashKey } from './auth.ts';

/**
 * Looks keys up in PostgreSQL and remembers valid ones for half a minute, so that a request costs
 * no further round trip. For that long a revoked key may still be let in.
 */
export const createKeyring = (
  db: Db,
  { rememberMs = 30_000, capacity = 1_000 }: { rememberMs?: number; capacity?: number } = {},
): Authenticate => {
  const remembered = new Map<string, { principal: Principal; until: number }>();
  return async (key) => {
    const keyHash = hashKey(key);
    const known = remembered.get(keyHash);
    if (known && known.until > Date.now()) return known.principal;
    remembered.delete(keyHash);
    const found = await findApiKey(db, keyHash);
    if (!found) return undefined;
    if (remembered.size >= capacity) remembered.clear();
    const principal = { name: found.name, scopes: found.scopes };
    const expiresAt = found.expiresAt === null ? Infinity : Date.parse(found.expiresAt);
    remembered.set(keyHash, { principal, until: Math.min(Date.now() + rememberMs, expiresAt) });
    return principal;
  };
};
