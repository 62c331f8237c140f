import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../config.ts';
import { type Launched, launch } from './launch.ts';
import { readTail } from './log-file.ts';
import { openServiceLog } from './service-log.ts';

export type ServiceOptions = {
  name: string;
  /** Its entry file, from the project's root. */
  script: string;
  env: NodeJS.ProcessEnv;
  home: string;
  say: (line: string) => void;
  /** Resolves once the process just launched does its work. */
  waitUntilReady: (launched: Launched) => Promise<void>;
};

export type Service = { stop(): Promise<void> };

const longestPauseMs = 15_000;
const steadyAfterMs = 30_000;

/**
 * Runs one of the product's own processes; resolves when it is ready, rejects when it ends before.
 * From then on it is started again, ever more slowly, whenever it ends unasked.
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { name, home, say, waitUntilReady } = options;
  const log = openServiceLog(home, name, say);
  let stopping = false;
  let current = launchOnce();

  function launchOnce(): Launched {
    const launched = launchNode(options);
    if (launched.output) log.follow(launched.output);
    if (launched.errors) log.follow(launched.errors);
    return launched;
  }

  async function keepRunning() {
    let startedAt = Date.now();
    let pauseMs = 500;
    for (;;) {
      const code = await current.exited;
      if (stopping) return;
      if (Date.now() - startedAt > steadyAfterMs) pauseMs = 500;
      say(`${name}: ended with ${code}; starting it again in ${pauseMs / 1000} s (${log.path})`);
      await sleep(pauseMs);
      if (stopping) return;
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      startedAt = Date.now();
      current = launchOnce();
      waitUntilReady(current).then(
        () => say(`${name}: ready again`),
        () => undefined,
      );
    }
  }

  const code = await Promise.race([waitUntilReady(current), current.exited]);
  if (code !== undefined) {
    throw new Error(`The ${name} ended with ${code}. From ${log.path}:\n${readTail(log.path, 20)}`);
  }
  keepRunning();
  return {
    async stop() {
      stopping = true;
      await current.stop();
    },
  };
}

function launchNode({ script, env }: ServiceOptions): Launched {
  return launch({
    command: process.execPath,
    args: ['--import', 'tsx', script],
    cwd: projectRoot,
    env,
    output: 'pipe',
    ipc: true,
    stopSignal: 'SIGTERM',
    graceMs: 10_000,
  });
}

/** For a process that says `ready` over IPC. */
export function untilItSaysSo(launched: Launched): Promise<void> {
  return new Promise((resolve) => {
    launched.onMessage((message) => {
      if (message === 'ready') resolve();
    });
  });
}

/** For a process that answers 200 at a URL; ends without an answer when the process does. */
export async function untilItAnswers(url: string, launched: Launched): Promise<void> {
  let ended = false;
  launched.exited.then(() => {
    ended = true;
  });
  while (!ended) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  await new Promise(() => undefined);
}
