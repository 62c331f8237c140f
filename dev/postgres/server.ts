import { closeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { type Launched, launch } from '../service/launch.ts';
import { openLog, readTail } from '../service/log-file.ts';
import { type Account, chooseAccount } from './account.ts';
import { type Cluster, endLeftover, openCluster } from './cluster.ts';

export type Postgres = {
  url: string;
  /** Resolves with the exit code, also when nobody asked it to end. */
  exited: Promise<number>;
  stop(): Promise<void>;
  kill(): Promise<number>;
};

export type PostgresOptions = {
  home: string;
  port: number;
  /** Takes lines for the person who waits. */
  log?: (line: string) => void;
  /** False for data that is thrown away: nothing is synced, and stopping does not flush. */
  durable?: boolean;
};

const startTimeoutMs = 60_000;

/**
 * Runs PostgreSQL on 127.0.0.1 with its data in `home/postgres`, made at the first start, and a
 * database `meanwhile`. A server left over from a start that was killed is ended first.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { home, port, log = () => undefined, durable = true } = options;
  const account = chooseAccount(join(home, 'postgres'));
  const cluster = await openCluster({ home, account, log });
  await endLeftover(cluster.data);
  const server = await serve({ cluster, account, home, port, durable });
  await createDatabase(urlOf(port, 'postgres'), 'meanwhile');
  return {
    url: urlOf(port, 'meanwhile'),
    exited: server.exited,
    stop: async () => {
      await server.stop();
    },
    kill: server.kill,
  };
}

/** Only this machine can connect, so no password is asked for. */
function urlOf(port: number, database: string) {
  return `postgres://meanwhile@127.0.0.1:${port}/${database}`;
}

type Serving = {
  cluster: Cluster;
  account: Account | undefined;
  home: string;
  port: number;
  durable: boolean;
};

async function serve({ cluster, account, home, port, durable }: Serving): Promise<Launched> {
  const end = Date.now() + startTimeoutMs;
  for (;;) {
    const logFile = openLog(home, 'postgres');
    const server = launch({
      command: join(cluster.programs, 'bin', 'postgres'),
      args: ['-D', cluster.data, '-p', String(port), ...settings(durable)],
      cwd: '/',
      ...account,
      output: logFile.descriptor,
      stopSignal: durable ? 'SIGINT' : 'SIGQUIT',
      graceMs: 15_000,
    });
    closeSync(logFile.descriptor);
    if (await answers({ server, port, data: cluster.data, end })) return server;
    await server.stop();
    const tail = readTail(logFile.path);
    if (!isReleasingMemory(tail) || Date.now() > end) {
      throw new Error(`PostgreSQL did not start. From ${logFile.path}:\n${tail}`);
    }
    await sleep(500);
  }
}

function settings(durable: boolean): string[] {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '200',
    shared_buffers: '128MB',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** After a kill -9 the last backends hold the old shared memory for a moment. */
function isReleasingMemory(log: string) {
  return log.includes('pre-existing shared memory block');
}

type Answering = { server: Launched; port: number; data: string; end: number };

/** False once the server has ended or the time is over; asks for the data, so that no other
 * server on this port is taken for ours. */
async function answers({ server, port, data, end }: Answering): Promise<boolean> {
  let ended = false;
  server.exited.then(() => {
    ended = true;
  });
  const sql = connect(urlOf(port, 'postgres'));
  try {
    while (!ended && Date.now() < end) {
      const found = await sql`show data_directory`.catch(() => []);
      if (found.length > 0) return found[0]?.data_directory === data;
      await sleep(50);
    }
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function createDatabase(url: string, name: string) {
  const sql = connect(url);
  try {
    const found = await sql`select 1 from pg_database where datname = ${name}`;
    if (found.length === 0) await sql`create database ${sql(name)}`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function connect(url: string) {
  return postgres(url, {
    max: 1,
    connect_timeout: 2,
    backoff: () => 0.05,
    onnotice: () => undefined,
  });
}
