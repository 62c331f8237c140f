import './quiet.ts';
import { NativeConnection, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { createActivities } from '../../../activities/index.ts';
import { createResendMail } from '../../../activities/mail/resend.ts';
import { createStripePayments } from '../../../activities/payment/stripe/provider.ts';
import { ensureBootstrapKey } from '../../../api/access/bootstrap-key.ts';
import { createCounts } from '../../../api/access/counts.ts';
import { createKeyring } from '../../../api/access/keyring.ts';
import { createSeal } from '../../../api/access/sealed.ts';
import { createApp } from '../../../api/app.ts';
import { createReconciliation } from '../../../api/books/start.ts';
import { parseConfig } from '../../../api/config.ts';
import { createConnector, sayOf } from '../../../api/connector/loop.ts';
import { createOpener } from '../../../api/connector/open-shop.ts';
import { platforms } from '../../../api/connector/platforms.ts';
import type { PlatformKinds } from '../../../api/connector/port.ts';
import { createMailEvents } from '../../../api/mail/deliver-events.ts';
import { createOperations } from '../../../api/operations/operations.ts';
import { createReadiness } from '../../../api/operations/readiness.ts';
import { createSweeps } from '../../../api/operations/sweeps.ts';
import { isLoopback } from '../../../api/outbound/address.ts';
import { createAsk } from '../../../api/outbound/ask.ts';
import { createHints } from '../../../api/payment/deliver-webhooks.ts';
import { createTemporalActs } from '../../../api/temporal/acts.ts';
import { createTemporal } from '../../../api/temporal/client.ts';
import { createLetters } from '../../../api/temporal/letters.ts';
import { createRelay } from '../../../api/temporal/relay.ts';
import { createWitness } from '../../../api/temporal/witness.ts';
import { createDatabase as openDatabase } from '../../../db/client.ts';
import { localMailSecret } from '../../../dev/environment.ts';
import { serveApp } from '../../../dev/server.ts';
import { findFreePort } from '../../../dev/service/ports.ts';
import { brandOf } from '../../../emails/parts/brand.ts';
import { createLexicon } from '../../../emails/words/lexicon.ts';
import type { LawRules } from '../../../workflows/calendar/law-clock.ts';
import { expectNoneOpen } from './open-attempts.ts';
import { type Outside, startOutside } from './outside.ts';
import { replayRuns } from './replay.ts';
import { createDatabase, createNamespace, temporalAddress, workflowBundle } from './stack.ts';

/** Has every scope. */
export const key = 'a-key-for-tests';
const taskQueue = 'backorders';
/** Signs the webhooks that the API takes. */
export const webhookSecret = 'whsec_for_tests';
/** With it a customer's browser speaks to the provider. */
export const publishableKey = 'pk_test_local';
const publicUrl = 'http://meanwhile.test';

/** Options for systems that share a database or a Temporal of their own. */
export type SystemOptions = {
  address?: string;
  namespace?: string;
  databaseUrl?: string;
  /** `child`: the tests start worker processes of their own. */
  worker?: 'inside' | 'child';
  /** `child`: API processes that the tests start do what goes on although nobody asks for it. */
  sweeps?: 'inside' | 'child';
  /** How long a call to a provider may take. */
  timeoutMs?: number;
  /** How long new leases wait for others. Most tests do not want to wait. */
  joinLeasesMs?: number;
  /** How deadlines of the law are met, instead of as usual. */
  law?: LawRules;
  /** The share of the addresses that are sent no excitement. */
  excitementControl?: number;
  /** Days for which ended orders keep personal data. */
  retainDays?: number;
  /** Stand-ins that outlive this system: another one goes on with them. */
  outside?: Outside;
  /** Kinds of platforms whose shops it works for; those of the product without this. */
  platforms?: PlatformKinds;
  /** Between two readings of a lower level. */
  agreeMs?: number;
  /** The API listens on a port too, so that the provider's events reach it. */
  webhooks?: boolean;
};

/**
 * A whole Meanwhile of its own: database, namespace, stand-ins behind the real SDKs, worker, relay,
 * sweeps and API. Only the API is called without a socket.
 */
export const startSystem = async (options: SystemOptions = {}) => {
  const address = options.address ?? temporalAddress();
  const namespace = options.namespace ?? (await createNamespace());
  const databaseUrl = options.databaseUrl ?? (await createDatabase());
  const { timeoutMs = 15_000 } = options;
  const logger = pino({ level: process.env.TEST_LOG ?? 'silent' });
  const db = openDatabase(databaseUrl, { max: 10 });
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}/webhooks`;
  const outside =
    options.outside ??
    (await startOutside(
      options.webhooks
        ? {
            webhook: { url: `${url}/stripe`, secret: webhookSecret },
            resend: { webhook: { url: `${url}/resend`, secret: localMailSecret } },
          }
        : {},
    ));
  const temporal = createTemporal({ connectionOptions: { address }, namespace });
  const joinLeasesMs = options.joinLeasesMs ?? 0;
  const law = options.law && { law: options.law };
  const relay = createRelay({ db, temporal, taskQueue, joinLeasesMs, logger, ...law });
  const hints = createHints({ db, temporal, relay, logger });
  const mailEvents = createMailEvents({ db, temporal, relay, logger });
  const acts = createTemporalActs({ db, temporal, relay, logger });
  const letters = createLetters({ db, temporal, taskQueue, logger });
  const sweeps =
    options.sweeps === 'child'
      ? noSweeps
      : createSweeps({
          ...{ db, temporal, acts, logger, retainDays: options.retainDays },
          onFilled: relay.kick,
        });
  const kick = () => {
    relay.kick();
    sweeps.kick();
    letters.kick();
  };
  const seal = createSeal(['a-secret-for-tests']);
  const shopKinds = options.platforms ?? platforms;
  const ask = createAsk({ own: isLoopback });
  const connector = createConnector({
    ...{ db, acts, kick, logger, publicUrl: options.webhooks ? url.slice(0, -9) : publicUrl },
    config: { askDays: 7, excitementControl: 0 },
    say: sayOf({ db, timeZone: 'UTC', words: createLexicon()('en') }),
    open: createOpener({ platforms: shopKinds, seal, ask }),
    ...(options.agreeMs !== undefined && { agreeMs: options.agreeMs }),
  });
  const readiness = createReadiness({ db, isTemporalReachable: temporal.isReachable });
  await ensureBootstrapKey(db, key);
  const registry = new Registry();
  const app = createApp({
    config: {
      ...parseConfig({
        FAST_FORWARD: 'true',
        DEMO_OPERATOR: 'true',
        STRIPE_WEBHOOK_SECRET: webhookSecret,
        STRIPE_PUBLISHABLE_KEY: publishableKey,
        RESEND_WEBHOOK_SECRET: localMailSecret,
        WEBHOOK_NETWORKS: '127.0.0.0/8',
        EXCITEMENT_CONTROL: String(options.excitementControl ?? 0),
      }),
      publicUrl,
    },
    db,
    reads: db,
    logger,
    lexicon: createLexicon(),
    registry,
    acts,
    witness: createWitness({ temporal, logger }),
    access: { keyring: createKeyring(db), counts: createCounts('secret') },
    kick,
    reconcile: createReconciliation({ temporal, taskQueue }),
    kickHints: () => {
      hints.kick();
      mailEvents.kick();
    },
    shops: { platforms: shopKinds, seal, ask, kick: connector.kick },
    readiness,
    pulse: { stuck: () => [] },
  });
  const operations = createOperations({ registry, readiness });
  const served = options.webhooks ? await serveApp(app, port) : undefined;

  const call: Call = async (method, path, body, headers = {}) => {
    const response = await app.request(path, {
      method,
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('Content-Type')?.includes('json') ?? false;
    const { status, headers: sent } = response;
    return { status, headers: sent, body: isJson ? JSON.parse(text) : text };
  };

  const operate = async (path: string) => {
    const response = await operations.request(path);
    const { status, headers } = response;
    return { status, headers, body: await response.json() } as Answer;
  };

  const startWorker = async () => {
    const connection = await NativeConnection.connect({ address });
    const worker = await Worker.create({
      connection,
      namespace,
      taskQueue,
      workflowBundle: workflowBundle(),
      activities: createActivities({
        db,
        payments: createStripePayments({
          secretKey: 'sk_test_1',
          apiBase: outside.stripeBase,
          timeoutMs,
        }),
        mail: createResendMail({ apiKey: 're_1', baseUrl: outside.resendBase, timeoutMs }),
        mailRate: 1_000,
        logger,
        shop: brandOf({ name: 'Lantern & Co' }),
        lexicon: createLexicon(),
        links: { publicUrl, secrets: parseConfig({}).linkSecrets },
        from: 'Lantern & Co <orders@lantern.test>',
        ...law,
      }),
    });
    const running = worker.run();
    return {
      stop: async () => {
        worker.shutdown();
        await running;
        await connection.close();
      },
    };
  };

  const worker = options.worker === 'child' ? undefined : await startWorker();
  return {
    ...outside,
    address,
    namespace,
    databaseUrl,
    db,
    app,
    call,
    operate,
    kick,
    temporal,
    stop: async () => {
      await served?.close();
      await readiness.close();
      const loops = [relay, hints, mailEvents, sweeps, letters, connector];
      await Promise.all(loops.map((loop) => loop.close()));
      await replayRuns({ temporal });
      await expectNoneOpen({ db });
      await worker?.stop();
      await temporal.close();
      if (outside !== options.outside) await outside.close();
      await db.close();
    },
  };
};

const noSweeps = { kick: () => {}, close: async () => {} };

export type System = Awaited<ReturnType<typeof startSystem>>;

type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

export type Answer = {
  status: number;
  headers: Headers;
  // Tests say what they expect of an answer; its shape is the document's business.
  // biome-ignore lint/suspicious/noExplicitAny: JSON of any shape.
  body: any;
};
