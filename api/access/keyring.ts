import type { Db } from '../../db/client.ts';
import { findApiKey } from '../../db/http/api-keys.ts';
import type { Principal } from '../http/env.ts';
import { hashKey, type Keyring } from './auth.ts';

/**
 * Looks keys up in PostgreSQL and remembers valid ones for half a minute, so that a request costs
 * no further round trip. For that long a revoked key may still be let in.
 */
export const createKeyring = (
  db: Db,
  { rememberMs = 30_000, capacity = 1_000 }: { rememberMs?: number; capacity?: number } = {},
): Keyring => {
  const remembered = new Map<string, { principal: Principal; until: number }>();
  const find = (keyHash: string): Principal | undefined => {
    const known = remembered.get(keyHash);
    return known && known.until > Date.now() ? known.principal : undefined;
  };
  return {
    knows: (key) => find(hashKey(key)) !== undefined,
    authenticate: async (key) => {
      const keyHash = hashKey(key);
      const known = find(keyHash);
      if (known) return known;
      remembered.delete(keyHash);
      const found = await findApiKey(db.sql, keyHash);
      if (!found) return undefined;
      if (remembered.size >= capacity) remembered.clear();
      const principal = { name: found.name, scopes: found.scopes };
      const expiresAt = found.expiresAt === null ? Infinity : Date.parse(found.expiresAt);
      remembered.set(keyHash, { principal, until: Math.min(Date.now() + rememberMs, expiresAt) });
      return principal;
    },
  };
};
