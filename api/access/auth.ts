import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv, Principal } from '../http/env.ts';
import { problem } from '../http/problem.ts';

export const scopes = ['checkout', 'inventory', 'fulfilment', 'support', 'read', 'admin'] as const;

export type Scope = (typeof scopes)[number];

/** Finds the holder of a key; undefined when it is unknown, expired or revoked. */
export type Authenticate = (key: string) => Promise<Principal | undefined>;

export type Keyring = {
  authenticate: Authenticate;
  /** Whether the key is remembered as a valid one; asks nobody. */
  knows(key: string): boolean;
};

/** The key that a request carries (RFC 6750); undefined when there is none. */
export const bearerIn = (authorization: string | undefined): string | undefined =>
  /^Bearer +([\w.~+/=-]+)$/i.exec(authorization ?? '')?.[1];

/** A key has 256 random bits, so a plain hash of it cannot be turned back. */
export const hashKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/**
 * Lets only keys pass that hold the scope; `admin` holds all. Answers 401 without a valid key and
 * 403 without the scope.
 */
export const requireScope =
  (scope: Scope, authenticate: Authenticate): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const key = bearerIn(c.req.header('Authorization'));
    const principal = key === undefined ? undefined : await authenticate(key);
    if (!principal) throw unauthenticated(key !== undefined);
    if (!principal.scopes.includes(scope) && !principal.scopes.includes('admin')) {
      throw problem('missing_scope', {
        detail: `The key lacks the scope ${scope}.`,
        headers: {
          'WWW-Authenticate': `Bearer realm="meanwhile", error="insufficient_scope", scope="${scope}"`,
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
