import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Db } from '../db/client.ts';
import type { Asked } from '../db/stock/skus.ts';
import type { Gate } from './access/guard.ts';
import type { Config } from './config.ts';
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
  /** Tells whoever delivers webhooks that one was stored; returns at once. */
  kickHints: () => void;
  /** Whether Temporal answers; must not throw, and must answer within a few seconds. */
  isTemporalReachable: () => Promise<boolean>;
};

/** What routes get besides: who may call, and how often. */
export type RouteDeps = AppDeps & Gate & { availability: Availability };

/** An answer ready to be sent, and the tag by which a cache knows it again. */
export type Tagged = { body: string; etag: string };

export type Availability = {
  /** At most a second old, or newer than what `forget` was last told. */
  find(asked: Asked & { quantity: number }): Promise<Tagged>;
  /** Something has happened to the SKU in this process. */
  forget(sku: string): void;
};
