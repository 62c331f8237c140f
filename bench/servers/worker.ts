import { untilItSaysSo } from '../../dev/service/service.ts';
import { linkSecret } from './api.ts';
import { type Child, startChild } from './child.ts';

type WorkerOptions = {
  databaseUrl: string;
  temporalAddress: string;
  home: string;
  /** Of the stand-ins. */
  origin: string;
  /** How many workflows it keeps in memory. */
  workerCache?: number;
  /** More flags of Node. */
  workerFlags?: string[];
  /** More variables, or others. */
  settings?: NodeJS.ProcessEnv;
};

/** The worker in a process of its own, as in production but for its keys. Takes work. */
export const startWorker = (options: WorkerOptions): Promise<Child> => {
  const { databaseUrl, temporalAddress, home, origin, workerCache = 1_000, workerFlags } = options;
  return startChild({
    name: 'worker',
    script: 'activities/worker.ts',
    home,
    flags: workerFlags ?? [],
    env: {
      STAGING: 'true',
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: temporalAddress,
      PUBLIC_URL: 'http://127.0.0.1',
      WORKER_CACHE: String(workerCache),
      STRIPE_SECRET_KEY: 'sk_test_local',
      STRIPE_API_BASE: `${origin}/stripe`,
      RESEND_API_KEY: 're_local',
      RESEND_BASE_URL: `${origin}/resend`,
      MAIL_RATE: '1000',
      LINK_SECRET: linkSecret,
      MAIL_FROM: 'Lantern & Co <orders@shop.example>',
      SHOP_NAME: 'Lantern & Co',
      ...options.settings,
    },
    waitUntilReady: untilItSaysSo,
  });
};
