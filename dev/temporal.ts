import { closeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { keepSearchAttributes } from '../api/temporal/search-attributes.ts';
import { type Launched, launch } from './service/launch.ts';
import { openLog, readTail } from './service/log-file.ts';

export type Temporal = {
  address: string;
  /** Resolves with the exit code, also when nobody asked it to end. */
  exited: Promise<number>;
  stop(): Promise<void>;
  kill(): Promise<number>;
};

export type TemporalOptions = {
  /** The CLI; `home/bin/temporal` is where the setup puts it. */
  binary: string;
  home: string;
  port: number;
  /** Without it there is no web page. */
  uiPort?: number | undefined;
  /** Keeps nothing on disk. */
  ephemeral?: boolean;
  /** Server settings besides those that every embedded Temporal has. */
  settings?: Record<string, string>;
};

/**
 * Time skipping is what fast-forward is made of. Timers would else fire up to a second late, or,
 * read 20 times a second as by default, a tenth of a second late at each skip, and one partition a
 * queue completes a third more on a single node.
 */
export const dynamicConfig = {
  'frontend.WorkflowTimeSkippingEnabled': 'true',
  'history.timerProcessorMaxTimeShift': '"1ms"',
  'history.timerProcessorMaxPollRPS': '1000',
  'history.transferProcessorMaxPollRPS': '1000',
  'matching.numTaskqueueReadPartitions': '1',
  'matching.numTaskqueueWritePartitions': '1',
};

const namespace = 'default';
const startTimeoutMs = 60_000;

/**
 * Runs Temporal on 127.0.0.1; resolves once its namespace answers, keeps ended runs 30 days, and
 * knows the search attributes.
 */
export async function startTemporal(options: TemporalOptions): Promise<Temporal> {
  const { binary, home, port } = options;
  const logFile = openLog(home, 'temporal');
  const server = launch({
    command: binary,
    args: serverArguments(options),
    cwd: home,
    output: logFile.descriptor,
    stopSignal: 'SIGTERM',
    graceMs: 10_000,
  });
  closeSync(logFile.descriptor);
  const address = `127.0.0.1:${port}`;
  try {
    await prepare(await connect(address, server));
  } catch (error) {
    await server.stop();
    throw new Error(`Temporal did not start. From ${logFile.path}:\n${readTail(logFile.path)}`, {
      cause: error,
    });
  }
  return {
    address,
    exited: server.exited,
    stop: async () => {
      await server.stop();
    },
    kill: server.kill,
  };
}

function serverArguments(options: TemporalOptions): string[] {
  const { home, port, uiPort, ephemeral, settings } = options;
  const storage = ['--db-filename', join(home, 'temporal.db')];
  const pragmas = ['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'];
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port)],
    ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)]),
    ...(ephemeral ? [] : [...storage, ...pragmas]),
    ...flags('--dynamic-config-value', { ...dynamicConfig, ...settings }),
  ];
}

function flags(flag: string, values: Record<string, string>): string[] {
  return Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
}

async function connect(address: string, server: Launched): Promise<Connection> {
  let ended = false;
  server.exited.then(() => {
    ended = true;
  });
  const end = Date.now() + startTimeoutMs;
  for (;;) {
    try {
      return await Connection.connect({ address, connectTimeout: 1_000 });
    } catch (error) {
      if (ended || Date.now() > end) throw error;
      await sleep(100);
    }
  }
}

async function prepare(connection: Connection) {
  try {
    await keepEndedRuns(connection);
    await keepSearchAttributes(connection, namespace);
  } finally {
    await connection.close();
  }
}

/** The development server forgets a run 24 hours after its end; an order is asked about later. */
async function keepEndedRuns({ workflowService }: Connection) {
  await workflowService.updateNamespace({
    namespace,
    config: { workflowExecutionRetentionTtl: msToTs('30 days') },
  });
}
