import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Db } from '../db/client.ts';
import type { Asked } from '../db/stock/skus.ts';
import type { Gate } from './access/guard.ts';
import type { Config } from './config.ts';
import type { BackorderActs } from './temporal/port.ts';

/** The parts that the process entry hands over. */
export type AppDeps = {
  config: Pick<
    Config,
    | 'publicUrl'
    | 'temporalUiUrl'
    | 'temporalNamespace'
    | 'fastForward'
    | 'rateLimit'
    | 'shop'
    | 'shopTimeZone'
    | 'stripe'
  >;
  db: Db;
  logger: Logger;
  registry: Registry;
  acts: BackorderActs;
  /** Tells the relay and the sweeps that there is something new; returns at once. */
  kick: () => void;
  /**
   * Starts a comparison of the provider's books with ours, at most one a minute. Returns its
   * workflow's id. Throws like the acts of a backorder.
   */
  reconcile: () => Promise<string>;
  /** Tells the delivery of webhooks that one was stored; returns at once. */
  kickHints: () => void;
  /** Whether Temporal answers; must not throw, and must answer within a few seconds. */
  isTemporalReachable: () => Promise<boolean>;
};

/** Routes also get the checks of a caller, and the answers about availability. */
export type RouteDeps = AppDeps & Gate & { availability: Availability };

/** An answer ready to be sent, and the tag by which a cache knows it again. */
export type Tagged = { body: string; etag: string };

export type Availability = {
  /** The answer is at most a second old, and newer than the last `forget` of its SKU. */
  find(asked: Asked & { quantity: number }): Promise<Tagged>;
  /** Drops the answers about an SKU that this process has changed. */
  forget(sku: string): void;
};
