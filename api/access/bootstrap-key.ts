import type { Db } from '../../db/client.ts';
import { introduceApiKey } from '../../db/http/api-keys.ts';
import { addMs, dayMs, type Instant } from '../../workflows/domain/time.ts';
import { hashKey } from './auth.ts';

/**
 * Makes a configured key that was never seen valid, with every scope. The one it replaces works for
 * another day, so that processes and callers can change over one by one. A key that was replaced or
 * revoked stays so, although a process that still has it starts anew. Answers when the key ends, or
 * has ended; null: never.
 */
export const ensureBootstrapKey = (db: Db, key: string): Promise<Instant | null> =>
  introduceApiKey(
    db,
    { keyHash: hashKey(key), name: 'bootstrap', scopes: ['admin'] },
    { othersEndAt: addMs(new Date().toISOString(), dayMs) },
  );
