import type { RouteDeps } from '../deps.ts';
import { requireScope, type Scope } from './auth.ts';

/** What stands before a call that needs a key, for the router and for the document alike. */
export const guard = ({ authenticate, limitRate }: RouteDeps, scope: Scope) => ({
  security: [{ bearer: [scope] }],
  middleware: [requireScope(scope, authenticate), limitRate],
});
