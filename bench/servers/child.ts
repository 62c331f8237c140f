import { closeSync } from 'node:fs';
import { projectRoot } from '../../dev/config.ts';
import { type Launched, launch } from '../../dev/service/launch.ts';
import { openLog, readTail } from '../../dev/service/log-file.ts';
import { profileFlags } from './profile.ts';

export type Child = {
  pid: number;
  onMessage: Launched['onMessage'];
  /** Resolves with the exit code, also when nobody asked it to end. */
  exited: Promise<number>;
  stop(): Promise<void>;
  kill(): Promise<number>;
};

export type ChildOptions = {
  name: string;
  /** Its entry file, from the project's root. */
  script: string;
  env: NodeJS.ProcessEnv;
  /** Where its log goes. */
  home: string;
  /** More flags of Node. */
  flags?: string[];
  waitUntilReady: (launched: Launched) => Promise<void>;
};

/** Several are measured at once, and nobody asks them. */
const anyPorts = { METRICS_PORT: '0', WORKER_METRICS_PORT: '0', HOST: '127.0.0.1' };

/** Runs one of the product's own processes as production does; resolves when it is ready. */
export const startChild = async (options: ChildOptions): Promise<Child> => {
  const { name, script, env, home, flags = [], waitUntilReady } = options;
  const log = openLog(home, name);
  const launched = launch({
    command: process.execPath,
    args: [...profileFlags(name), '--import', 'tsx', ...flags, script],
    cwd: projectRoot,
    env: { ...anyPorts, ...env, NODE_ENV: 'production', LOG_LEVEL: 'warn' },
    output: log.descriptor,
    ipc: true,
    stopSignal: 'SIGTERM',
    graceMs: 15_000,
  });
  closeSync(log.descriptor);
  const code = await Promise.race([waitUntilReady(launched), launched.exited]);
  if (code !== undefined) throw new Error(`The ${name} ended with ${code}:\n${readTail(log.path)}`);
  return {
    pid: await launched.pid,
    onMessage: launched.onMessage,
    exited: launched.exited,
    kill: launched.kill,
    stop: async () => {
      await launched.stop();
    },
  };
};
