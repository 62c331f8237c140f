import type { Db } from '../../db/client.ts';
import { expireOtherApiKeys, putApiKey } from '../../db/http/api-keys.ts';
import { addMs, dayMs } from '../../workflows/domain/time.ts';
import { hashKey } from './auth.ts';

const name = 'bootstrap';

/**
 * Makes the configured key valid, with every scope. The one it replaces works for another day,
 * so that processes and callers can change over one by one.
 */
export const ensureBootstrapKey = async (db: Db, key: string): Promise<void> => {
  const keyHash = hashKey(key);
  const expiresAt = addMs(new Date().toISOString(), dayMs);
  await putApiKey(db.sql, { keyHash, name, scopes: ['admin'], expiresAt: null });
  await expireOtherApiKeys(db.sql, { name, keyHash, expiresAt });
};
