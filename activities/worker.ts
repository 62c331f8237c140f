import { serve } from '@hono/node-server';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { createDatabase } from '../db/client.ts';
import { forBackground } from '../db/connection/limits.ts';
import { createPulse } from '../db/pulse.ts';
import { withheld } from '../db/withheld.ts';
import { createLexicon } from '../emails/words/lexicon.ts';
import { keepAlerting } from './alerts/keep-alerting.ts';
import { readConfig } from './config.ts';
import { createActivities } from './index.ts';
import { createResendMail } from './mail/resend.ts';
import { createSmtpMail } from './mail/smtp.ts';
import { createMeasures } from './measures.ts';
import { createStripePayments } from './payment/stripe/provider.ts';
import { workflowCode } from './workflow-code.ts';

const config = readConfig();
const logger = pino({ level: config.logLevel, base: { process: 'worker' }, redact: withheld });

Runtime.install({
  logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
    logger[level === 'ERROR' ? 'error' : 'warn']({ meta }, message);
  }),
  telemetryOptions: { logging: { forward: {}, filter: 'WARN' } },
  shutdownSignals: ['SIGINT', 'SIGTERM'],
});

const db = createDatabase(config.databaseUrl, {
  max: config.databasePool,
  limits: forBackground(config.databaseLimits),
});
const mail = config.smtpUrl
  ? createSmtpMail({ url: config.smtpUrl })
  : createResendMail(config.resend);
const { connectionOptions, namespace } = loadClientConnectConfig();

const connection = await NativeConnection.connect(connectionOptions ?? {});
const worker = await Worker.create({
  connection,
  namespace: namespace ?? 'default',
  taskQueue: config.taskQueue,
  ...workflowCode(config.workflowBundle),
  activities: createActivities({
    db,
    payments: createStripePayments(config.stripe),
    mail,
    mailRate: config.mailRate,
    logger,
    shop: config.shop,
    lexicon: createLexicon(config.overrides),
    links: config.links,
    from: config.mailFrom,
    onlyTo: config.mailOnlyTo,
    law: config.law,
  }),
  maxCachedWorkflows: config.workerCache,
  // It takes no more work and lets activities end. What is cut off is done again elsewhere.
  shutdownGraceTime: config.stopGraceMs,
  shutdownForceTime: config.stopGraceMs + 5_000,
});

const registry = new Registry();
collectDefaultMetrics({ register: registry });
const pulse = createPulse(
  { database: db },
  { onStuck: () => logger.error('the pool gives out no connection any more') },
);
const measures = createMeasures(registry, { getStatus: () => worker.getStatus(), pulse });
const shown = serve({ fetch: measures.fetch, ...config.metrics }, ({ address, port }) =>
  logger.info({ address, port }, 'showing what is measured'),
);

for (const note of config.notes) logger.warn(note);
if (config.isStaging) logger.warn('a staging system: no money that it moves is real');
if (config.mailOnlyTo) {
  logger.warn({ MAIL_ONLY_TO: config.mailOnlyTo }, 'a trial: nobody else gets any mail');
}
const alerts =
  config.alerts && keepAlerting({ db, mail, from: config.mailFrom, logger, ...config.alerts });
logger.info({ taskQueue: config.taskQueue }, 'the worker is ready');
process.send?.('ready');
await worker.run();
await alerts?.close();
pulse.close();
shown.close();
// While it is open, the process does not end.
await connection.close();
await db.close();
