import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDatabase, type Db } from '../../../db/client.ts';
import { migrate } from '../../../db/migrate.ts';
import { bundleWorkflows } from '../../../dev/bundle.ts';
import { parseDevConfig } from '../../../dev/config.ts';
import { createTemporaryHome } from '../../../dev/home.ts';
import { startPostgres } from '../../../dev/postgres/server.ts';
import { stopAllLaunched } from '../../../dev/service/launch.ts';
import { findFreePort } from '../../../dev/service/ports.ts';
import { startTemporal } from '../../../dev/temporal.ts';
import { startOutside } from '../../../test/support/system/outside.ts';
import { startApi } from '../../servers/api.ts';
import { startWorker } from '../../servers/worker.ts';
import { type Line, openLine } from './line.ts';
import { createPart, type Part, type PartOptions } from './part.ts';

/** A whole Meanwhile that can be troubled: two APIs, two workers, stand-ins in this process. */
export type Stand = {
  home: string;
  postgres: Part;
  temporal: Part;
  apis: readonly Part[];
  workers: readonly Part[];
  /** Where the APIs answer. */
  origins: readonly string[];
  temporalAddress: string;
  /** Straight to PostgreSQL, past the lines. */
  databaseUrl: string;
  db: Db;
  /** Between PostgreSQL and the APIs, and between it and the workers. */
  lines: { api: Line; worker: Line };
  outside: Awaited<ReturnType<typeof startOutside>>;
  /** Whether every API is ready and reaches Temporal. */
  isWell(): Promise<boolean>;
  close(): Promise<void>;
};

type Options = { onLost: (what: string) => void; signal: AbortSignal };

/** The secret with which `startApi` expects the provider's events to be signed. */
const webhookSecret = 'whsec_measured';

/** Starts all of it in a home of its own, on ports of its own; resolves once it is well. */
export const startStand = async (options: Options): Promise<Stand> => {
  const home = createTemporaryHome();
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  const closing = new AbortController();
  const signal = AbortSignal.any([options.signal, closing.signal]);
  const part: MakePart = (name, launch) =>
    createPart({ name, launch, onLost: options.onLost, signal });
  const servers = await startServers(home, part);
  const processes = await startProcesses(servers, part);
  const isWell = async (): Promise<boolean> =>
    (await Promise.all(processes.origins.map(isReady))).every(Boolean);
  while (!(await isWell())) {
    signal.throwIfAborted();
    await sleep(100);
  }
  const db = createDatabase(servers.databaseUrl, { max: 4 });
  const { lines, outside } = servers;
  return {
    ...servers,
    ...processes,
    ...{ db, isWell },
    close: async () => {
      closing.abort();
      await stopAllLaunched();
      await Promise.all([db.close(), outside.close(), lines.api.close(), lines.worker.close()]);
    },
  };
};

type MakePart = (name: string, launch: PartOptions['launch']) => Part;

/** What the product's own processes need, and the way between. */
const startServers = async (home: string, part: MakePart) => {
  const [postgresPort, temporalPort, ...apiPorts] = await freePorts(4);
  const binary = join(parseDevConfig(process.env).home, 'bin', 'temporal');
  const server = part('PostgreSQL', () => startPostgres({ home, port: postgresPort }));
  const temporal = part('Temporal', () => startTemporal({ binary, home, port: temporalPort }));
  const [workflowBundle] = await Promise.all([
    bundleWorkflows(home),
    server.start(),
    temporal.start(),
  ]);
  const databaseUrl = urlAt(postgresPort);
  await migrate(databaseUrl);
  const lines = { api: await openLine(postgresPort), worker: await openLine(postgresPort) };
  const url = `http://127.0.0.1:${apiPorts[0]}/webhooks/stripe`;
  const outside = await startOutside({ webhook: { url, secret: webhookSecret } });
  return {
    ...{ home, apiPorts, databaseUrl, lines, outside, workflowBundle },
    ...{ postgres: behind(server, lines), temporal, temporalAddress: `127.0.0.1:${temporalPort}` },
  };
};

/** Two APIs and two workers, each behind its line. */
const startProcesses = async (
  servers: Awaited<ReturnType<typeof startServers>>,
  part: MakePart,
): Promise<Pick<Stand, 'apis' | 'workers' | 'origins'>> => {
  const { home, apiPorts, lines, outside, temporalAddress, workflowBundle } = servers;
  const shared = { home, temporalAddress };
  const apis = apiPorts.map((port, index) => {
    const own = { port, databaseUrl: urlAt(lines.api.port), settings: apiSettings };
    return part(`API ${index}`, () => startApi({ ...shared, ...own }));
  });
  const workers = [0, 1].map((index) => {
    const settings = { WORKFLOW_BUNDLE: workflowBundle };
    const own = { databaseUrl: urlAt(lines.worker.port), origin: outside.origin, settings };
    return part(`worker ${index}`, () => startWorker({ ...shared, ...own }));
  });
  await Promise.all([...apis, ...workers].map((each) => each.start()));
  return { apis, workers, origins: apiPorts.map((port) => `http://127.0.0.1:${port}`) };
};

const urlAt = (port: number): string => `postgres://meanwhile@127.0.0.1:${port}/meanwhile`;

/** Customers come through a proxy that names their addresses, so that they can be many. */
const apiSettings = { TRUSTED_PROXIES: '127.0.0.1', PUBLIC_RATE_LIMIT: '600', JOIN_LEASES_S: '1' };

/** Where PostgreSQL does not listen, its lines take no connections either. */
const behind = (server: Part, lines: Stand['lines']): Part => ({
  kill: async () => {
    await Promise.all([lines.api.refuse(), lines.worker.refuse()]);
    await server.kill();
  },
  start: async () => {
    await server.start();
    await Promise.all([lines.api.accept(), lines.worker.accept()]);
  },
});

const freePorts = async (count: number): Promise<[number, number, ...number[]]> => {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await findFreePort());
  return [...ports] as [number, number, ...number[]];
};

const isReady = async (origin: string): Promise<boolean> => {
  try {
    const answer = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(2_000) });
    const { temporal } = (await answer.json()) as { temporal?: unknown };
    return answer.status === 200 && JSON.stringify(temporal ?? '').includes('ok');
  } catch {
    // It does not answer yet, or not any more.
    return false;
  }
};
