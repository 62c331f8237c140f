import { loadClientConnectConfig } from '@temporalio/envconfig';
import { NativeConnection, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { readConfig } from '../../../activities/config.ts';
import { createActivities } from '../../../activities/index.ts';
import { createResendMail } from '../../../activities/mail/resend.ts';
import { createStripePayments } from '../../../activities/payment/stripe/provider.ts';
import { createDatabase } from '../../../db/client.ts';
import { createLexicon } from '../../../emails/words/lexicon.ts';
import { type StepReport, steppingActivities } from './steps.ts';
import '../system/quiet.ts';

// A worker whose activities stop between their steps, as far as the order's id says so.

const config = readConfig();
const { connectionOptions, namespace = 'default' } = loadClientConnectConfig();
const connection = await NativeConnection.connect(connectionOptions ?? {});
const db = createDatabase(config.databaseUrl, { max: config.databasePool });

const worker = await Worker.create({
  connection,
  namespace,
  taskQueue: config.taskQueue,
  workflowBundle: { codePath: config.workflowBundle ?? '' },
  activities: steppingActivities(
    createActivities,
    {
      db,
      payments: createStripePayments(config.stripe),
      mail: createResendMail(config.resend),
      logger: pino({ level: config.logLevel }),
      shop: config.shop,
      lexicon: createLexicon(),
      links: config.links,
      from: config.mailFrom,
    },
    (report: StepReport) => process.send?.(report),
  ),
});

process.send?.('ready');
await worker.run();
await connection.close();
await db.close();
