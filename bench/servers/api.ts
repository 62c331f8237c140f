import { findFreePort } from '../../dev/service/ports.ts';
import { untilItAnswers } from '../../dev/service/service.ts';
import { type Child, startChild } from './child.ts';

/** Holds every scope; long enough for production. */
export const apiKey = 'a-key-for-measurements-0123456789';

export type Api = Child & { origin: string };

type ApiOptions = { databaseUrl: string; temporalAddress: string; home: string };

/** The API in a process of its own, with relay and sweeps, as in production but for its keys. */
export const startApi = async (options: ApiOptions): Promise<Api> => {
  const { databaseUrl, temporalAddress, home } = options;
  const port = await findFreePort();
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
      LINK_SECRET: 'a-secret-for-measurements-0123456789',
      PUBLIC_RATE_LIMIT: '100000000',
      SHOP_NAME: 'Lantern & Co',
      STRIPE_WEBHOOK_SECRET: 'whsec_measured',
      STRIPE_PUBLISHABLE_KEY: 'pk_test_measured',
      FAST_FORWARD: 'true',
    },
    waitUntilReady: (launched) => untilItAnswers(`${origin}/healthz`, launched),
  });
  return { ...child, origin };
};
