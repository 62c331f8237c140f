import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { closePools, createPools } from '../db/pools.ts';
import { ensureBootstrapKey } from './access/bootstrap-key.ts';
import { createApp } from './app.ts';
import { keepSchedule } from './books/schedule.ts';
import { createReconciliation } from './books/start.ts';
import { readConfig } from './config.ts';
import { createSweeps } from './operations/sweeps.ts';
import { createHints } from './payment/deliver-webhooks.ts';
import { createTemporalActs } from './temporal/acts.ts';
import { createTemporal } from './temporal/client.ts';
import { createRelay } from './temporal/relay.ts';

/** The process that serves HTTP. It starts without Temporal, and not without PostgreSQL. */

const config = readConfig();
const logger = pino({ name: 'api', level: config.logLevel });
const registry = new Registry();
collectDefaultMetrics({ register: registry });

const pools = createPools(config.databaseUrl, {
  max: config.databasePool,
  limits: config.databaseLimits,
});
const { writes, reads, background } = pools;
const temporal = createTemporal();
if (config.bootstrapKey) await ensureBootstrapKey(writes, config.bootstrapKey);

const relay = createRelay({ db: background, temporal, taskQueue: config.taskQueue, logger });
const hints = createHints({ db: background, temporal, relay, logger });
const sweeps = createSweeps({ db: background, temporal, logger, onFilled: relay.kick });

const schedule = keepSchedule({
  temporal,
  taskQueue: config.taskQueue,
  everyHours: config.reconcileEveryHours,
  logger,
});

const app = createApp({
  config,
  db: writes,
  reads,
  logger,
  registry,
  acts: createTemporalActs({ db: writes, temporal, relay, logger }),
  kick: () => {
    relay.kick();
    sweeps.kick();
  },
  reconcile: createReconciliation({ temporal, taskQueue: config.taskQueue }),
  kickHints: hints.kick,
  isTemporalReachable: temporal.isReachable,
});

const server = serve({ fetch: app.fetch, port: config.port }, ({ port }) =>
  logger.info({ port }, 'serving'),
);

/** Answers what has come in, then leaves. What takes longer is cut off and can be repeated. */
const patienceMs = 10_000;

const stop = async (signal: string): Promise<void> => {
  logger.info({ signal }, 'stopping');
  setTimeout(() => process.exit(1), patienceMs).unref();
  await new Promise((resolve) => server.close(resolve));
  await Promise.all([relay.close(), hints.close(), sweeps.close(), schedule.close()]);
  await temporal.close();
  await closePools(pools);
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));
