import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../http/env.ts';
import { type Authenticate, requireScope, type Scope } from './auth.ts';

/** The checks of a caller: the key, and how often it is used. */
export type Gate = { authenticate: Authenticate; limitRate: MiddlewareHandler<AppEnv> };

/** The checks of a call that needs a key of one of these scopes, for the router and for the OpenAPI document. */
export const guard = ({ authenticate, limitRate }: Gate, ...scopes: [Scope, ...Scope[]]) => ({
  security: scopes.map((scope) => ({ bearer: [scope] })),
  middleware: [requireScope(scopes, authenticate), limitRate],
});

/** The same of a call that needs all of these scopes at once. */
export const guardAll = (
  { authenticate, limitRate }: Gate,
  ...scopes: [Scope, Scope, ...Scope[]]
) => ({
  security: [{ bearer: [...scopes] }],
  middleware: [...scopes.map((scope) => requireScope([scope], authenticate)), limitRate],
});
