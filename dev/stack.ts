import { join } from 'node:path';
import { migrate } from '../db/migrate.ts';
import { metricsPorts } from '../db/settings.ts';
import { brandFor } from './brand.ts';
import { bundleWorkflows } from './bundle.ts';
import type { DevConfig } from './config.ts';
import { type Environment, environmentFor, mailWebhook } from './environment.ts';
import { openHome } from './home.ts';
import { startPostgres } from './postgres/server.ts';
import { createDevServer, serveApp } from './server.ts';
import { freeOrAny, requireFreePorts } from './service/ports.ts';
import { startService, untilItAnswers, untilItSaysSo } from './service/service.ts';
import { startTemporal } from './temporal.ts';

export type StackOptions = {
  config: DevConfig;
  env: NodeJS.ProcessEnv;
  say: (line: string) => void;
  /** Called when a part that all the others need has ended by itself. */
  onLost: (reason: string) => void;
};

/** Stops in the reverse order of use: who uses a part goes before it. */
export type Stack = { stop(): Promise<void> };

type Stop = () => Promise<unknown>;

/**
 * Starts whatever the caller has not brought, and resolves when all of it answers. When something
 * cannot start it rejects; what runs by then is left to whoever ends the process.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { config, env, say } = options;
  const home = openHome(config.home);
  process.once('exit', home.release);
  await requireFreePorts(neededPorts(config), home.leftBehind ? 15_000 : 0);

  const [database, temporal, workflowBundle] = await Promise.all([
    startDatabase(options),
    startWorkflows(options),
    bundleWorkflows(config.home),
  ]);
  const parts = { databaseUrl: database.url, temporalAddress: temporal.address, workflowBundle };
  const environment = {
    ...environmentFor(config, parts, env),
    ...brandFor(config, env),
    ...(await choosePorts(env)),
  };
  const devServer = await startDevServer(config, environment);
  const services = await startServices(config, environment, say);
  return {
    async stop() {
      await Promise.all(services.map((service) => service.stop()));
      await devServer.close();
      const stops: Stop[] = [temporal.stop, database.stop];
      say('Stopping Temporal and PostgreSQL');
      await Promise.all(stops.map((stop) => stop()));
    },
  };
}

function neededPorts({ ports, databaseUrl, temporalAddress }: DevConfig) {
  const { PORT, DEV_PORT, TEMPORAL_PORT, TEMPORAL_UI_PORT, POSTGRES_PORT } = ports;
  return {
    PORT,
    DEV_PORT,
    ...(databaseUrl ? {} : { POSTGRES_PORT }),
    ...(temporalAddress ? {} : { TEMPORAL_PORT, TEMPORAL_UI_PORT }),
  };
}

/** Nobody looks there unless told to, so a second stack beside this one does without its defaults. */
async function choosePorts(env: NodeJS.ProcessEnv) {
  const chosen = Object.entries(metricsPorts).map(async ([name, port]) => [
    name,
    env[name] || String(await freeOrAny(port)),
  ]);
  return Object.fromEntries(await Promise.all(chosen)) as Record<string, string>;
}

const notOurs: Stop = async () => undefined;

async function startDatabase({ config, say, onLost }: StackOptions) {
  const began = Date.now();
  if (config.databaseUrl) {
    await migrate(config.databaseUrl, { log: say });
    say(`PostgreSQL: yours, migrated in ${secondsSince(began)}`);
    return { url: config.databaseUrl, stop: notOurs };
  }
  const { home, ports } = config;
  const server = await startPostgres({ home, port: ports.POSTGRES_PORT, log: say });
  server.exited.then((code) => onLost(`PostgreSQL ended with ${code}, see ${home}/logs`));
  await migrate(server.url, { log: say });
  say(`PostgreSQL: ready in ${secondsSince(began)}`);
  return server;
}

async function startWorkflows({ config, say, onLost }: StackOptions) {
  if (config.temporalAddress) return { address: config.temporalAddress, stop: notOurs };
  const began = Date.now();
  const { home, ports } = config;
  const server = await startTemporal({
    binary: join(home, 'bin', 'temporal'),
    home,
    port: ports.TEMPORAL_PORT,
    uiPort: ports.TEMPORAL_UI_PORT,
  });
  server.exited.then((code) => onLost(`Temporal ended with ${code}, see ${home}/logs`));
  say(`Temporal: ready in ${secondsSince(began)}`);
  return server;
}

async function startDevServer(
  { home, ports, host, resendRate }: DevConfig,
  environment: Environment,
) {
  const publicUrl = `http://localhost:${ports.DEV_PORT}`;
  const apiUrl = `http://127.0.0.1:${ports.PORT}`;
  const shop = {
    apiUrl,
    apiKey: environment.MEANWHILE_API_KEY,
    stripeBase: environment.STRIPE_API_BASE,
    stripeKey: environment.STRIPE_SECRET_KEY,
    publicUrl: environment.PUBLIC_URL,
    temporalUiUrl: environment.TEMPORAL_UI_URL,
    inboxUrl: `${publicUrl}/inbox`,
  };
  const secret = environment.STRIPE_API_BASE && environment.STRIPE_WEBHOOK_SECRET;
  const webhook = secret ? { url: `${apiUrl}/webhooks/stripe`, secret } : undefined;
  const mailSecret = environment.RESEND_BASE_URL && environment.RESEND_WEBHOOK_SECRET;
  const resend = { webhook: mailWebhook(apiUrl, mailSecret), perSecond: resendRate };
  const ending = new AbortController();
  const { signal } = ending;
  const app = createDevServer({ home, publicUrl, shop, webhook, resend, signal });
  const served = await serveApp(app, ports.DEV_PORT, host);
  return {
    close: async () => {
      ending.abort();
      await served.close();
    },
  };
}

type Say = StackOptions['say'];

async function startServices(config: DevConfig, env: Environment, say: Say) {
  const began = Date.now();
  const shared = { env, home: config.home, say };
  const readiness = `http://127.0.0.1:${config.ports.PORT}/readyz`;
  const services = await Promise.all([
    startService({
      ...shared,
      name: 'worker',
      script: 'activities/worker.ts',
      waitUntilReady: untilItSaysSo,
    }),
    startService({
      ...shared,
      name: 'api',
      script: 'api/server.ts',
      waitUntilReady: (launched) => untilItAnswers(readiness, launched),
    }),
  ]);
  say(`Worker and API: ready in ${secondsSince(began)}`);
  return services;
}

function secondsSince(began: number) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}
