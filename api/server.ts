import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { createDatabase } from '../db/client.ts';
import { ensureBootstrapKey } from './access/bootstrap-key.ts';
import { createApp } from './app.ts';
import { keepSchedule } from './books/schedule.ts';
import { createReconciliation } from './books/start.ts';
import { readConfig } from './config.ts';
import type { AppDeps } from './deps.ts';
import { createOperations } from './operations/operations.ts';
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

const db = createDatabase(config.databaseUrl, { max: config.databasePool });
const temporal = createTemporal();
if (config.bootstrapKey) {
  const endsAt = await ensureBootstrapKey(db, config.bootstrapKey);
  if (endsAt) logger.warn({ endsAt }, 'MEANWHILE_API_KEY was replaced or revoked before');
}

const relay = createRelay({ db, temporal, taskQueue: config.taskQueue, logger });
const hints = createHints({ db, temporal, relay, logger });
const sweeps = createSweeps({ db, temporal, logger, onFilled: relay.kick });

const schedule = keepSchedule({
  temporal,
  taskQueue: config.taskQueue,
  everyHours: config.reconcileEveryHours,
  logger,
});

const deps: AppDeps = {
  config,
  db,
  logger,
  registry,
  acts: createTemporalActs({ db, temporal, relay, logger }),
  kick: () => {
    relay.kick();
    sweeps.kick();
  },
  reconcile: createReconciliation({ temporal, taskQueue: config.taskQueue }),
  kickHints: hints.kick,
  isTemporalReachable: temporal.isReachable,
};
const app = createApp(deps);
const operations = createOperations(deps);

if (config.shop.isStaging) logger.warn('a staging system: no order that it takes is real');
const { host: hostname, port } = config;
const server = serve({ fetch: app.fetch, hostname, port }, ({ address, port }) =>
  logger.info({ address, port }, 'serving'),
);
const shown = serve(
  { fetch: operations.fetch, hostname: config.metricsHost, port: config.metricsPort },
  ({ address, port }) => logger.info({ address, port }, 'showing what is measured'),
);

/** Answers what has come in, then leaves. What takes longer is cut off and can be repeated. */
const patienceMs = 10_000;

const stop = async (signal: string): Promise<void> => {
  logger.info({ signal }, 'stopping');
  setTimeout(() => process.exit(1), patienceMs).unref();
  shown.close();
  await new Promise((resolve) => server.close(resolve));
  await Promise.all([relay.close(), hints.close(), sweeps.close(), schedule.close()]);
  await temporal.close();
  await db.close();
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));
