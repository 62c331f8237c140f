import type { Db } from '../../db/client.ts';
import { type ApiKey, keysChangedHere, readValidApiKeys } from '../../db/http/api-keys.ts';
import type { Principal } from '../http/env.ts';
import type { Keyring } from './auth.ts';

type Known = { principal: Principal; endsAt: number };

/**
 * Keeps every valid key in memory, so that neither a right key nor a wrong one costs a round trip.
 * A key that is not there makes it read them anew, at most once in `pauseMs`; a key that this
 * process has put works at once. Without a new look, keys are believed for `rememberMs`.
 */
export const createKeyring = (
  db: Db,
  { rememberMs = 30_000, pauseMs = 1_000 }: { rememberMs?: number; pauseMs?: number } = {},
): Keyring => {
  let known = new Map<string, Known>();
  let last = { at: Number.NEGATIVE_INFINITY, changes: 0 };
  let reading: Promise<void> | undefined;

  const read = async (): Promise<void> => {
    const began = { at: performance.now(), changes: keysChangedHere() };
    const keys = await readValidApiKeys(db.sql);
    known = new Map(keys.map((key) => [key.keyHash, knownOf(key)]));
    last = began;
  };
  /** Whoever asks during a look shares it. */
  const refresh = (): Promise<void> => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
  const isYoungerThan = (ms: number): boolean => performance.now() - last.at < ms;
  const isChangedHere = (): boolean => last.changes !== keysChangedHere();
  let uses = new Map<string, number>();
  const find = (keyHash: string): Principal | undefined => {
    const key = known.get(keyHash);
    return key && key.endsAt > Date.now() && isYoungerThan(rememberMs) ? key.principal : undefined;
  };
  const use = (keyHash: string): Principal | undefined => {
    const principal = find(keyHash);
    if (principal) uses.set(keyHash, Date.now());
    return principal;
  };
  return {
    find,
    refresh,
    takeUses: () => {
      const taken = uses;
      uses = new Map();
      return taken;
    },
    authenticate: async (keyHash) => {
      const principal = use(keyHash);
      if (principal) return principal;
      if (isYoungerThan(Math.min(pauseMs, rememberMs)) && !isChangedHere()) return undefined;
      await refresh();
      // The look that was shared may have begun before the change.
      if (isChangedHere()) await refresh();
      return use(keyHash);
    },
  };
};

const knownOf = ({ name, scopes, expiresAt }: ApiKey): Known => ({
  principal: { name, scopes },
  endsAt: expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt),
});
