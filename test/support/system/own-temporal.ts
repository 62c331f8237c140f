import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseDevConfig } from '../../../dev/config.ts';
import { createTemporaryHome } from '../../../dev/home.ts';
import { findFreePort } from '../../../dev/service/ports.ts';
import { startTemporal } from '../../../dev/temporal.ts';

/**
 * A Temporal of a test's own, with its state on disk: it may go away and come back at the same
 * address. Call `start` first.
 */
export const createOwnTemporal = async (settings: Record<string, string> = {}) => {
  const home = createTemporaryHome();
  const port = await findFreePort();
  const binary = join(parseDevConfig(process.env).home, 'bin', 'temporal');
  const start = () => startTemporal({ binary, home, port, settings });
  let running: Awaited<ReturnType<typeof start>> | undefined;
  return {
    address: `127.0.0.1:${port}`,
    start: async (): Promise<void> => {
      running = await start();
    },
    stop: async (): Promise<void> => running?.stop(),
    remove: async (): Promise<void> => {
      await running?.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
};

/**
 * Settings under which a run goes on in a new one every few events. A run that follows within a
 * second is else started with a delay, and a fast-forward leaps over what it had to do until then.
 */
export const manyRuns = {
  'limit.historyCount.suggestContinueAsNew': '24',
  'history.workflowIdReuseMinimalInterval': '"0s"',
};
