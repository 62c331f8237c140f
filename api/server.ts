import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { getRequestListener, serve } from '@hono/node-server';
import { pino } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { closePools, createPools } from '../db/pools.ts';
import { createPulse } from '../db/pulse.ts';
import { withheld } from '../db/withheld.ts';
import { createLexicon } from '../emails/words/lexicon.ts';
import { ensureBootstrapKey } from './access/bootstrap-key.ts';
import { createCounts } from './access/counts.ts';
import { createKeyring } from './access/keyring.ts';
import { createSeal } from './access/sealed.ts';
import { createApp } from './app.ts';
import { keepSchedule } from './books/schedule.ts';
import { createReconciliation } from './books/start.ts';
import { readConfig } from './config.ts';
import { networkOf } from './connector/api-base.ts';
import { createConnector, sayOf } from './connector/loop.ts';
import { createOpener } from './connector/open-shop.ts';
import { platforms } from './connector/platforms.ts';
import { createImports } from './import/run-imports.ts';
import { createMailEvents } from './mail/deliver-events.ts';
import { createDrain } from './operations/drain.ts';
import { keepAccess } from './operations/keep-access.ts';
import { createOperations } from './operations/operations.ts';
import { createReadiness } from './operations/readiness.ts';
import { createSweeps } from './operations/sweeps.ts';
import { createAsk } from './outbound/ask.ts';
import { createOutbound } from './outbound/deliver.ts';
import { createAvailabilityWatch } from './outbound/watch-availability.ts';
import { createHints } from './payment/deliver-webhooks.ts';
import { createTemporalActs } from './temporal/acts.ts';
import { createTemporal } from './temporal/client.ts';
import { createLetters } from './temporal/letters.ts';
import { createRelay } from './temporal/relay.ts';
import { createWitness } from './temporal/witness.ts';
import { accountsOf } from './updates/network/accounts.ts';
import { createPoster } from './updates/network/post.ts';
import { createPublisher } from './updates/publish.ts';

/** The process that serves HTTP. It starts without Temporal, and not without PostgreSQL. */

const config = readConfig();
const logger = pino({ name: 'api', level: config.logLevel, redact: withheld });
const registry = new Registry();
collectDefaultMetrics({ register: registry });

const pools = createPools(config.databaseUrl, {
  max: config.databasePool,
  limits: config.databaseLimits,
});
const { writes, reads, background } = pools;
const temporal = createTemporal();
if (config.bootstrapKey) {
  const endsAt = await ensureBootstrapKey(writes, config.bootstrapKey);
  if (endsAt) logger.warn({ endsAt }, 'MEANWHILE_API_KEY was replaced or revoked before');
}

const relay = createRelay({
  db: background,
  temporal,
  taskQueue: config.taskQueue,
  joinLeasesMs: config.joinLeasesMs,
  law: config.law,
  logger,
});
const hints = createHints({ db: background, temporal, relay, logger });
const letters = createLetters({
  db: background,
  temporal,
  taskQueue: config.taskQueue,
  logger,
});
const mailEvents = createMailEvents({ db: background, temporal, relay, logger });
const sweeps = createSweeps({
  db: background,
  temporal,
  acts: createTemporalActs({ db: background, temporal, relay, logger }),
  logger,
  retainDays: config.retainDays,
  onFilled: relay.kick,
});

const imports = createImports({ db: background, config, logger, onNews: relay.kick });
const lexicon = createLexicon(config.overrides);
const accounts = accountsOf(config.networks, config.shopLocale);
const posters = accounts.map((account) => createPoster({ db: background, logger }, account));
const publisher = createPublisher(
  {
    ...{ db: background, logger },
    onPublished: () => {
      for (const poster of posters) poster.kick();
    },
  },
  {
    delayMs: config.updatesDelayMs,
    publicUrl: config.publicUrl,
    timeZone: config.shopTimeZone,
    words: lexicon(config.shopLocale),
    accounts,
  },
);
const seal = createSeal(config.linkSecrets);
const ask = createAsk(networkOf(config.strangers));
const outbound = createOutbound({
  db: background,
  seal,
  network: config.webhooks,
  surroundings: config,
  logger,
});
const availabilityWatch = createAvailabilityWatch({
  db: background,
  timeZone: config.shopTimeZone,
  words: lexicon('en'),
  logger,
});

const access = { keyring: createKeyring(reads), counts: createCounts(config.linkSecrets[0]) };
const accessLoop = keepAccess({ db: background, access, logger });

const connector = createConnector({
  db: background,
  acts: createTemporalActs({ db: background, temporal, relay, logger }),
  kick: () => {
    relay.kick();
    sweeps.kick();
  },
  config,
  logger,
  publicUrl: config.publicUrl,
  say: sayOf({
    db: reads,
    timeZone: config.shopTimeZone,
    words: lexicon(config.shopLocale),
  }),
  open: createOpener({ platforms, seal, ask }),
});

const schedule = keepSchedule({
  temporal,
  taskQueue: config.taskQueue,
  everyHours: config.reconcileEveryHours,
  logger,
});

const readiness = createReadiness({ db: reads, isTemporalReachable: temporal.isReachable });

const pulse = createPulse(pools, {
  onStuck: (pool) => logger.error({ pool }, 'a pool gives out no connection any more'),
});

const app = createApp({
  config,
  db: writes,
  reads,
  logger,
  lexicon,
  registry,
  acts: createTemporalActs({ db: writes, temporal, relay, logger }),
  witness: createWitness({ temporal, logger }),
  access,
  kick: () => {
    relay.kick();
    sweeps.kick();
    letters.kick();
  },
  reconcile: createReconciliation({ temporal, taskQueue: config.taskQueue }),
  kickHints: () => {
    hints.kick();
    mailEvents.kick();
  },
  shops: { platforms, seal, ask, kick: connector.kick },
  readiness,
  pulse,
});

for (const note of config.notes) logger.warn(note);
if (config.resend.webhookSecrets.length === 0) {
  logger.warn('without RESEND_WEBHOOK_SECRET nobody hears of mail that comes back');
}
if (config.shop.isStaging) logger.warn('a staging system: no order that it takes is real');
const server = createServer(getRequestListener(app.fetch));
const drain = createDrain(server);
server.listen(config.port, config.host, () => logger.info(server.address(), 'serving'));

const operations = createOperations({ registry, readiness });
const shown = serve(
  { fetch: operations.fetch, hostname: config.metricsHost, port: config.metricsPort },
  ({ address, port }) => logger.info({ address, port }, 'showing what is measured'),
);

/** What is not closed by then holds up the next start, and can be made up for. */
const closeMs = 5_000;

/** Says that it leaves, answers what has come in, then goes. What is cut off can be repeated. */
const stop = async (signal: string): Promise<void> => {
  const { noticeMs, graceMs } = config.stop;
  logger.info({ signal }, 'stopping');
  setTimeout(() => process.exit(1), noticeMs + graceMs + closeMs).unref();
  readiness.leave();
  drain.begin();
  await sleep(noticeMs);
  const cut = await drain.finish(graceMs);
  if (cut > 0) logger.warn({ cut }, 'requests took longer than STOP_GRACE and were cut off');
  await Promise.all([
    readiness.close(),
    relay.close(),
    hints.close(),
    mailEvents.close(),
    imports.close(),
    sweeps.close(),
    outbound.close(),
    availabilityWatch.close(),
    letters.close(),
    publisher.close(),
    connector.close(),
    ...posters.map((poster) => poster.close()),
    accessLoop.close(),
    schedule.close(),
  ]);
  pulse.close();
  shown.close();
  await temporal.close();
  await closePools(pools);
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));
