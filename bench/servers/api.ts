import { findFreePort } from '../../dev/service/ports.ts';
import { untilItAnswers } from '../../dev/service/service.ts';
import { type Child, startChild } from './child.ts';

/** Holds every scope; long enough for production. */
export const apiKey = 'a-key-for-measurements-0123456789';

export type Api = Child & { origin: string };

type ApiOptions = {
  databaseUrl: string;
  temporalAddress: string;
  home: string;
  /** One that is free, unless it is named. */
  port?: number;
  /** More variables, or others. */
  settings?: NodeJS.ProcessEnv;
};

/** Signs the links to customers' pages: the same for API and worker. */
export const linkSecret = 'a-secret-for-measurements-0123456789';

/** The API in a process of its own, with relay and sweeps, as in production but for its keys. */
export const startApi = async (options: ApiOptions): Promise<Api> => {
  const { databaseUrl, temporalAddress, home, settings } = options;
  const port = options.port ?? (await findFreePort());
  const origin = `http://127.0.0.1:${port}`;
  const child = await startChild({
    name: 'api',
    script: 'api/server.ts',
    home,
    env: {
      STAGING: 'true',
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: temporalAddress,
      PUBLIC_URL: origin,
      MEANWHILE_API_KEY: apiKey,
      LINK_SECRET: linkSecret,
      PUBLIC_RATE_LIMIT: '100000000',
      SHOP_NAME: 'Lantern & Co',
      STRIPE_WEBHOOK_SECRET: 'whsec_measured',
      STRIPE_PUBLISHABLE_KEY: 'pk_test_measured',
      FAST_FORWARD: 'true',
      ...settings,
    },
    waitUntilReady: (launched) => untilItAnswers(`${origin}/healthz`, launched),
  });
  return { ...child, origin };
};
