import { createHash } from 'node:crypto';
import type { StoredAnswer } from '../records/stored-answer.ts';
import type { Store } from '../store.ts';
import { ApiFailure } from './errors.ts';
import { canonical, type Form } from './form.ts';

const keyLifeMs = 24 * 60 * 60_000;

export type Keys = {
  /** The answer to replay. Throws 400 on other parameters, 409 while the first call runs. */
  find(key: string, fingerprint: string): StoredAnswer | undefined;
  /** Marks the key as in use until `finish` or `forget`. */
  begin(key: string, fingerprint: string): void;
  finish(answer: Omit<StoredAnswer, 'storedAtMs'>): void;
  forget(key: string): void;
};

/** The keys of one account (docs.stripe.com/api/idempotent_requests). */
export const createKeys = (store: Store, now: () => number): Keys => {
  const running = new Map<string, string>();
  const isOver = (answer: StoredAnswer): boolean => answer.storedAtMs <= now() - keyLifeMs;
  for (const answer of store.list('stored_answer').filter(isOver))
    store.remove('stored_answer', answer.id);
  const findFresh = (key: string): StoredAnswer | undefined => {
    const stored = store.find('stored_answer', key);
    return stored && !isOver(stored) ? stored : undefined;
  };
  return {
    find: (key, fingerprint) => {
      const stored = findFresh(key);
      const known = stored?.fingerprint ?? running.get(key);
      if (known === undefined) return undefined;
      if (known !== fingerprint) throw otherParameters(key);
      if (!stored) throw inUse(key);
      return stored;
    },
    begin: (key, fingerprint) => void running.set(key, fingerprint),
    finish: (answer) => {
      running.delete(answer.id);
      store.put('stored_answer', { ...answer, storedAtMs: now() });
    },
    forget: (key) => void running.delete(key),
  };
};

/** What makes two requests the same: method, path and parameters. */
export const fingerprintOf = (method: string, path: string, form: Form): string =>
  createHash('sha256')
    .update(`${method} ${path} ${canonical(form)}`)
    .digest('base64');

const otherParameters = (key: string): ApiFailure =>
  new ApiFailure(400, {
    type: 'idempotency_error',
    message:
      'Keys for idempotent requests can only be used with the same parameters they were first ' +
      `used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  });

const inUse = (key: string): ApiFailure =>
  new ApiFailure(409, {
    type: 'invalid_request_error',
    code: 'idempotency_key_in_use',
    message: `There is currently another in-progress request using this key '${key}'.`,
  });
