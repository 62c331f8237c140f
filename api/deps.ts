import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Db } from '../db/client.ts';
import type { Authenticate } from './access/auth.ts';
import type { Config } from './config.ts';
import type { AppEnv } from './http/env.ts';
import type { Availability } from './storefront/availability.ts';
import type { BackorderActs } from './temporal/port.ts';

/** What the process entry hands over. */
export type AppDeps = {
  config: Pick<
    Config,
    | 'publicUrl'
    | 'temporalUiUrl'
    | 'temporalNamespace'
    | 'fastForward'
    | 'rateLimit'
    | 'shop'
    | 'stripe'
  >;
  db: Db;
  logger: Logger;
  registry: Registry;
  acts: BackorderActs;
  /** Tells the relay and the sweeps that there is something new; returns at once. */
  kick: () => void;
  /**
   * Starts a comparison of the provider's books with ours, once a minute however often it is
   * asked; returns its workflow's id. Throws like the acts of a backorder.
   */
  reconcile: () => Promise<string>;
  /** Tells whoever passes webhooks on that one was stored; returns at once. */
  kickHints: () => void;
  /** Whether Temporal answers; must not throw, and must answer within a few seconds. */
  isTemporalReachable: () => Promise<boolean>;
};

/** What routes get besides: who may call, and how often. */
export type RouteDeps = AppDeps & {
  authenticate: Authenticate;
  limitRate: MiddlewareHandler<AppEnv>;
  availability: Availability;
};
