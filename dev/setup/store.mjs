import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The user's cache, so that a second clone fetches nothing; the home when that cannot be written.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} fallback
 */
export function chooseStore(env, fallback) {
  try {
    const cache = join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'meanwhile');
    mkdirSync(cache, { recursive: true });
    accessSync(cache, constants.W_OK);
    return cache;
  } catch {
    return fallback;
  }
}
