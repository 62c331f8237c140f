import { randomBytes } from 'node:crypto';
import { hashKey } from './auth.ts';

/** A new key, which is shown once, and what is kept of it. */
export const createKey = (): { key: string; keyHash: string } => {
  const key = `mw_${randomBytes(32).toString('base64url')}`;
  return { key, keyHash: hashKey(key) };
};

/**
 * Why nobody may hold a key under that name; undefined where they may. What is done is told by the
 * holder's name, so none may be taken for a person at the desk or for the key of the configuration.
 */
export const objectionToHolder = (name: string): string | undefined => {
  if (/^operator\//i.test(name)) return 'Names that begin with operator/ are those of people';
  if (name.toLowerCase() === 'bootstrap') return 'bootstrap is the key of MEANWHILE_API_KEY';
  return undefined;
};
