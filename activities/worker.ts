import { fileURLToPath } from 'node:url';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { createDatabase } from '../db/client.ts';
import { forBackground } from '../db/connection/limits.ts';
import { readConfig } from './config.ts';
import { createActivities } from './index.ts';
import { createResendMail } from './mail/resend.ts';
import { createStripePayments } from './payment/stripe/provider.ts';

const config = readConfig();
const logger = pino({ level: config.logLevel, base: { process: 'worker' } });

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
const { connectionOptions, namespace } = loadClientConnectConfig();

const worker = await Worker.create({
  connection: await NativeConnection.connect(connectionOptions ?? {}),
  namespace: namespace ?? 'default',
  taskQueue: config.taskQueue,
  ...(config.workflowBundle === undefined
    ? { workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)) }
    : { workflowBundle: { codePath: config.workflowBundle } }),
  activities: createActivities({
    db,
    payments: createStripePayments(config.stripe),
    mail: createResendMail(config.resend),
    logger,
    shop: config.shop,
    links: { publicUrl: config.publicUrl },
    from: config.mailFrom,
  }),
  maxCachedWorkflows: config.workerCache,
  shutdownGraceTime: '20 seconds',
});

logger.info({ taskQueue: config.taskQueue }, 'the worker is ready');
process.send?.('ready');
await worker.run();
await db.close();
