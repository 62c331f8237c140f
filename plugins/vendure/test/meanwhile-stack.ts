import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Above `dist/test`. */
const project = resolve(__dirname, '..', '..', '..', '..');

const names = [
  ...['PORT', 'DEV_PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'POSTGRES_PORT'],
  ...['METRICS_PORT', 'WORKER_METRICS_PORT'],
] as const;

export type MeanwhileStack = {
  api: string;
  dev: string;
  /** Another database of the same PostgreSQL. */
  databaseUrl: (name: string) => string;
  postgresPort: number;
  /** Kills the API without a word. What runs it brings it up again. */
  killApi: () => Promise<void>;
  stop: () => Promise<void>;
};

/** The project's own embedded stack, on ports and in a home of its own. */
export const startMeanwhile = async (): Promise<MeanwhileStack> => {
  const home = mkdtempSync(join(realpathSync(tmpdir()), 'meanwhile-vendure-'));
  mkdirSync(join(home, 'bin'));
  const installed = resolve(project, process.env.MEANWHILE_HOME || '.meanwhile');
  symlinkSync(join(installed, 'bin', 'temporal'), join(home, 'bin', 'temporal'));
  const ports = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await findFreePort()])),
  ) as Record<(typeof names)[number], number>;
  const moved = Object.entries(ports).map(([name, port]) => [name, String(port)]);
  const child = spawn(process.execPath, ['--import', 'tsx', 'dev/start.ts'], {
    cwd: project,
    env: {
      ...process.env,
      ...{ ...Object.fromEntries(moved), MEANWHILE_HOME: home, LOG_LEVEL: 'warn' },
      ...{
        DATABASE_URL: '',
        TEMPORAL_ADDRESS: '',
        npm_lifecycle_event: 'start',
        UPDATES_DELAY_S: '0',
      },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = listen(child);
  const isReady = () => /^Meanwhile is ready/m.test(printed());
  while (!isReady()) {
    if (child.exitCode !== null) throw new Error(`Meanwhile did not start:\n${printed()}`);
    await sleep(200);
  }
  return {
    api: `http://127.0.0.1:${ports.PORT}`,
    dev: `http://127.0.0.1:${ports.DEV_PORT}`,
    postgresPort: ports.POSTGRES_PORT,
    databaseUrl: (name) => `postgres://meanwhile@127.0.0.1:${ports.POSTGRES_PORT}/${name}`,
    killApi: async () => {
      process.kill(await findApi(child), 'SIGKILL');
    },
    stop: async () => {
      child.kill('SIGINT');
      while (child.exitCode === null && child.signalCode === null) await sleep(100);
      rmSync(home, { recursive: true, force: true });
    },
  };
};

const listen = (child: ChildProcess): (() => string) => {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      text += chunk;
    });
  }
  return () => text;
};

/** Whoever watches over it has the same words in its arguments. */
const findApi = async ({ pid }: { pid?: number | undefined }): Promise<number> => {
  for (;;) {
    const guard = childOf(pid, 'api/server.ts');
    const api = guard && childOf(guard, 'api/server.ts');
    if (api) return api;
    await sleep(100);
  }
};

const childOf = (parent: number | undefined, words: string): number | undefined => {
  const listed = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const line = listed
    .split('\n')
    .find((one) => one.trim().split(/\s+/)[1] === String(parent) && one.includes(words));
  return line === undefined ? undefined : Number.parseInt(line, 10);
};

export const findFreePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('No port to be had');
  return address.port;
};
