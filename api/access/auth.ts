import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv, Principal } from '../http/env.ts';
import { problem } from '../http/problem.ts';
import type { Counts } from './counts.ts';

export const scopes = ['checkout', 'inventory', 'fulfilment', 'support', 'read', 'admin'] as const;

export type Scope = (typeof scopes)[number];

/** Finds the holder of a key by its hash; undefined when it is unknown, expired or revoked. */
export type Authenticate = (keyHash: string) => Promise<Principal | undefined>;

export type Keyring = {
  authenticate: Authenticate;
  /** The holder of the key, if it is remembered as a valid one; asks nobody. */
  find(keyHash: string): Principal | undefined;
  /** Reads anew which keys are valid. */
  refresh(): Promise<void>;
  /** When each key was last used, in milliseconds, of those used since it was last asked for. */
  takeUses(): ReadonlyMap<string, number>;
};

/** What one process knows of those who call: their keys, and how often others have asked. */
export type Access = { keyring: Keyring; counts: Counts };

/** The hash of the key that came (RFC 6750), made once a request; undefined without a key. */
export const keyHashIn = (c: Context<AppEnv>): string | undefined => {
  const known = c.get('keyHash');
  if (known !== undefined) return known;
  const key = /^Bearer +([\w.~+/=-]+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  if (key === undefined) return undefined;
  const keyHash = hashKey(key);
  c.set('keyHash', keyHash);
  return keyHash;
};

/** A key has 256 random bits, so a plain hash of it cannot be turned back. */
export const hashKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/**
 * The caller that a page of ours calls the API for, in the surroundings of a request. Nobody outside
 * of this process can set them.
 */
const signedIn = Symbol('signed in');

/** Surroundings in which a request is made by a person who has signed in, and needs no key. */
export const calledBy = (principal: Principal): object => ({ [signedIn]: principal });

/** The person that a page of ours calls for, if it does. */
export const signedInCaller = (c: Context<AppEnv>): Principal | undefined =>
  (c.env as { [signedIn]?: Principal } | undefined)?.[signedIn];

/**
 * Lets only keys pass that hold the scope; `admin` holds all. Answers 401 without a valid key and
 * 403 without the scope.
 */
export const requireScope =
  (allowed: readonly Scope[], authenticate: Authenticate): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const keyHash = keyHashIn(c);
    const principal =
      signedInCaller(c) ?? (keyHash === undefined ? undefined : await authenticate(keyHash));
    if (!principal) throw unauthenticated(keyHash !== undefined);
    if (![...allowed, 'admin' as const].some((scope) => principal.scopes.includes(scope))) {
      throw problem('missing_scope', {
        detail: `The key lacks the scope ${allowed.join(' or ')}.`,
        headers: {
          'WWW-Authenticate': `Bearer realm="meanwhile", error="insufficient_scope", scope="${allowed.join(' ')}"`,
        },
      });
    }
    c.set('principal', principal);
    await next();
  };

/** Challenges as RFC 6750 section 3 wants: no error code when no key came at all. */
const unauthenticated = (keyGiven: boolean) =>
  problem('unauthenticated', {
    headers: {
      'WWW-Authenticate': `Bearer realm="meanwhile"${keyGiven ? ', error="invalid_token"' : ''}`,
    },
  });
