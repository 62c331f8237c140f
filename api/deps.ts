import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Db } from '../db/client.ts';
import type { Authenticate } from './auth.ts';
import type { Availability } from './availability.ts';
import type { BackorderActs } from './backorders-port.ts';
import type { Config } from './config.ts';
import type { AppEnv } from './env.ts';

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
  /** Whether Temporal answers; must not throw, and must answer within a few seconds. */
  isTemporalReachable: () => Promise<boolean>;
};

/** What routes get besides: who may call, and how often. */
export type RouteDeps = AppDeps & {
  authenticate: Authenticate;
  limitRate: MiddlewareHandler<AppEnv>;
  availability: Availability;
};
