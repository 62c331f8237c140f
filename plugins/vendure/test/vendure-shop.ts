import type { INestApplication } from '@nestjs/common';
import {
  bootstrap,
  DefaultJobQueuePlugin,
  DefaultLogger,
  DefaultSchedulerPlugin,
  dummyPaymentHandler,
  type InitialData,
  JobQueueService,
  LanguageCode,
  LogLevel,
  type VendureConfig,
} from '@vendure/core';
import { populateInitialData } from '@vendure/core/cli';
import { Client } from 'pg';
import { type MeanwhileOptions, MeanwhilePlugin } from '../src/plugin.ts';
import type { MeanwhileStack } from './meanwhile-stack.ts';

const admin = { identifier: 'superadmin', password: 'superadmin' };

/** A GraphQL client with a session of its own. Throws what the server refuses. */
export type Ask = <Answer>(query: string, variables?: object) => Promise<Answer>;

export type VendureShop = {
  app: INestApplication;
  origin: string;
  admin: Ask;
  /** Another shopper each time. */
  openShop: () => Ask;
  stop: () => Promise<void>;
};

process.env.VENDURE_DISABLE_TELEMETRY = 'true';

/** A whole Vendure server with the plugin, over a database of its own. */
export const startVendure = async (
  stack: MeanwhileStack,
  options: Omit<MeanwhileOptions, 'baseUrl' | 'apiKey'>,
  port: number,
): Promise<VendureShop> => {
  await createDatabase(stack);
  const app = await bootstrap(configOf(stack, options, port));
  await populateInitialData(app, initialData);
  await app.get(JobQueueService).start();
  const origin = `http://127.0.0.1:${port}`;
  const ask = createAsk(`${origin}/admin-api`);
  await ask(
    `mutation ($identifier: String!, $password: String!) {
      login(username: $identifier, password: $password) { __typename }
    }`,
    admin,
  );
  return {
    ...{ app, origin, admin: ask },
    openShop: () => createAsk(`${origin}/shop-api`),
    stop: () => app.close(),
  };
};

const createDatabase = async (stack: MeanwhileStack): Promise<void> => {
  const client = new Client({ connectionString: stack.databaseUrl('postgres') });
  await client.connect();
  await client.query('create database vendure');
  await client.end();
};

const configOf = (
  stack: MeanwhileStack,
  options: Omit<MeanwhileOptions, 'baseUrl' | 'apiKey'>,
  port: number,
): VendureConfig => ({
  apiOptions: { port, hostname: '127.0.0.1', adminApiPath: 'admin-api', shopApiPath: 'shop-api' },
  authOptions: { tokenMethod: 'bearer', superadminCredentials: admin },
  dbConnectionOptions: {
    type: 'postgres',
    url: stack.databaseUrl('vendure'),
    synchronize: true,
    logging: false,
  },
  logger: new DefaultLogger({ level: LogLevel.Warn }),
  paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
  plugins: [
    DefaultJobQueuePlugin.init({ pollInterval: 100, backoffStrategy: backOff }),
    DefaultSchedulerPlugin.init({}),
    MeanwhilePlugin.init({ baseUrl: stack.api, apiKey: 'dev-key', ...options }),
  ],
  schedulerOptions: { runTasksInWorkerOnly: false },
});

/** As a shop would: soon at first, then ever more slowly. */
const backOff = (_queue: string, attempt: number): number => Math.min(500 * 2 ** attempt, 10_000);

const initialData: InitialData = {
  defaultLanguage: LanguageCode.en,
  defaultZone: 'Americas',
  countries: [{ name: 'United States', code: 'US', zone: 'Americas' }],
  taxRates: [{ name: 'Standard', percentage: 20 }],
  shippingMethods: [{ name: 'Parcel', price: 900 }],
  paymentMethods: [
    {
      name: 'later',
      handler: {
        code: 'meanwhile-pay-when-it-ships',
        arguments: [
          { name: 'mandate', value: 'Charge my card when the order ships.' },
          { name: 'version', value: '1' },
        ],
      },
    },
    {
      name: 'now',
      handler: {
        code: 'dummy-payment-handler',
        arguments: [{ name: 'automaticSettle', value: 'true' }],
      },
    },
  ],
  collections: [],
};

const createAsk = (url: string): Ask => {
  let token: string | undefined;
  return async (query, variables = {}) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    token = response.headers.get('vendure-auth-token') ?? token;
    const { data, errors } = (await response.json()) as { data: never; errors?: unknown[] };
    if (errors) throw new Error(JSON.stringify(errors, null, 1).slice(0, 2_000));
    return data;
  };
};
