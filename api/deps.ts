import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Db } from '../db/client.ts';
import type { DatabaseState } from '../db/http/health.ts';
import type { Pulse } from '../db/pulse.ts';
import type { SkuOutlook } from '../db/stock/skus.ts';
import type { Lexicon } from '../emails/words/lexicon.ts';
import type { CivilDate } from '../workflows/domain/time.ts';
import type { Access } from './access/auth.ts';
import type { Gate } from './access/guard.ts';
import type { Seal } from './access/sealed.ts';
import type { Config } from './config.ts';
import type { Ask, PlatformKinds } from './connector/port.ts';
import type { BackorderActs } from './temporal/port.ts';
import type { Witness } from './temporal/witness.ts';

/** The parts that the process entry hands over. */
export type AppDeps = {
  config: Pick<
    Config,
    | 'publicUrl'
    | 'temporalUiUrl'
    | 'temporalNamespace'
    | 'fastForward'
    | 'rateLimit'
    | 'strangers'
    | 'linkSecrets'
    | 'shop'
    | 'shopTimeZone'
    | 'shopLocale'
    | 'stripe'
    | 'resend'
    | 'askDays'
    | 'excitementControl'
    | 'webhooks'
    | 'desk'
    | 'overrides'
    | 'notes'
  >;
  /** The addresses of a host's name; left out, those that this computer finds. */
  resolveName?: (name: string) => Promise<{ address: string; family: number }[]>;
  /** For what changes something. */
  db: Db;
  /** For what only reads, so that it is answered while changes wait for each other. */
  reads: Db;
  logger: Logger;
  lexicon: Lexicon;
  registry: Registry;
  acts: BackorderActs;
  witness: Witness;
  access: Access;
  /** Tells the relay and the sweeps that there is something new; returns at once. */
  kick: () => void;
  /**
   * Starts a comparison of the provider's books with ours, at most one a minute. Returns its
   * workflow's id. Throws like the acts of a backorder.
   */
  reconcile: () => Promise<string>;
  /** Tells the delivery of webhooks that one was stored; returns at once. */
  kickHints: () => void;
  shops: Shops;
  readiness: Readiness;
  /** Whether the pools of this process still answer. */
  pulse: Pick<Pulse, 'stuck'>;
};

/** What is needed to work with shops on hosted platforms. */
export type Shops = {
  platforms: PlatformKinds;
  seal: Seal;
  ask: Ask;
  /** Tells the connector that there is something to look at; returns at once. */
  kick: () => void;
};

/** What the last looks saw of what this process needs. */
export type Readiness = {
  /**
   * Answers at once. `isReady` only once PostgreSQL was seen to write, and never again after `leave`.
   * `ageMs`: how long ago each was seen; null before the first look.
   */
  report(): {
    status: 'starting' | 'ready' | 'unavailable' | 'stopping';
    isReady: boolean;
    postgresql: DatabaseState | 'unknown';
    temporal: 'ok' | 'unreachable' | 'unknown';
    overdue: Record<string, number> | null;
    ageMs: { postgresql: number | null; temporal: number | null; overdue: number | null };
  };
  /** From now on nobody shall send anything here. */
  leave(): void;
  /** Looks no more; the look that is under way ends. */
  close(): Promise<void>;
};

/** Routes also get the checks of a caller, and the answers about availability. */
export type RouteDeps = AppDeps & Gate & { availability: Availability };

/** An answer ready to be sent, the tag by which a cache knows it again, and what it is written in. */
export type Tagged = { body: string; etag: string; language: string };

/** `locale`: whose words the answer is put in. */
type Asking = { location: string | null; quantity: number; locale: string };

export type AvailabilityQuestion = Asking & { sku: string };

export type AvailabilityQuestions = Asking & { skus: readonly string[] };

export type Availability = {
  /**
   * What the answer rests on was asked for at most a second ago, or longer if PostgreSQL took
   * longer, and after the last `forget` of its SKU.
   */
  find(question: AvailabilityQuestion): Promise<Tagged>;
  /** The same of many SKUs, as they were asked for. Those that are not known are asked for once. */
  findMany(questions: AvailabilityQuestions): Promise<Tagged>;
  /** What the answers about an SKU rest on, as old at most, and the day it is at the shop. */
  look(sku: string): Promise<{ outlook: SkuOutlook; today: CivilDate }>;
  /**
   * Drops what is known of an SKU whose supply or stock this process has changed. Checkouts do not
   * call it, or a run on an SKU would have its whole queue counted for each of them.
   */
  forget(sku: string): void;
};
