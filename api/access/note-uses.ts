import type { Db } from '../../db/client.ts';
import { noteKeyUses } from '../../db/http/api-keys.ts';
import { minuteMs } from '../../workflows/domain/time.ts';
import type { Keyring } from './auth.ts';

/**
 * Writes down when keys were last used, all of them in one statement and every few minutes, so that
 * no request waits for it. What could not be written is written the next time.
 */
export const createUseNotes = (
  deps: { db: Db; keyring: Keyring },
  { everyMs = 5 * minuteMs }: { everyMs?: number } = {},
) => {
  const waiting = new Map<string, number>();
  let nextAt = performance.now() + everyMs;
  const write = async (): Promise<void> => {
    nextAt = performance.now() + everyMs;
    for (const [keyHash, at] of deps.keyring.takeUses()) waiting.set(keyHash, at);
    const uses = [...waiting];
    await noteKeyUses(
      deps.db.sql,
      uses.map(([keyHash, at]) => ({ keyHash, usedAt: new Date(at).toISOString() })),
    );
    for (const [keyHash, at] of uses) {
      if (waiting.get(keyHash) === at) waiting.delete(keyHash);
    }
  };
  return {
    /** Writes if it is time to. */
    writeIfDue: async (): Promise<void> => {
      if (performance.now() >= nextAt) await write();
    },
    write,
  };
};
