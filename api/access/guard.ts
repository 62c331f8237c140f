import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../http/env.ts';
import { type Authenticate, requireScope, type Scope } from './auth.ts';

/** Who may call, and how often. */
export type Gate = { authenticate: Authenticate; limitRate: MiddlewareHandler<AppEnv> };

/** What stands before a call that needs a key, for the router and for the document alike. */
export const guard = ({ authenticate, limitRate }: Gate, scope: Scope) => ({
  security: [{ bearer: [scope] }],
  middleware: [requireScope(scope, authenticate), limitRate],
});
