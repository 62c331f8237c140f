import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../../dev/config.ts';
import type { Fault, Scene } from './fault.ts';

/** What does not come back by itself, and is made good as docs/operating.md says. */
export const lossFaults: Record<string, Fault> = {
  'temporal-lost': {
    reach: 'elsewhere',
    strike: async (scene) => {
      const { stand, known, hold } = scene;
      await stand.temporal.kill();
      for (const suffix of ['', '-wal', '-shm']) {
        rmSync(join(stand.home, `temporal.db${suffix}`), { force: true });
      }
      known.isTemporalLost = true;
      await hold();
      await stand.temporal.start();
      await revive(scene);
    },
  },
};

/** As an operator does it, while API and workers run. */
const revive = async ({ stand, signal }: Scene): Promise<void> => {
  const { databaseUrl, temporalAddress } = stand;
  const env = { ...process.env, DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporalAddress };
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'api/temporal/revive-cli.ts'], {
    cwd: projectRoot,
    env,
    signal,
    maxBuffer: 64_000_000,
  });
};
