import { defineConfig } from 'vitest/config';
import { LongFirst } from './test/support/long-first.ts';
import { patienceMs } from './test/support/patience.ts';

/** Pure: no services, no network. `npm run check` runs these alone. */
const unit = [
  'test/*.test.{ts,tsx}',
  'test/{workflows,emails,boundaries}/**/*.test.{ts,tsx}',
  'test/**/*.unit.test.{ts,tsx}',
];

/** `expect.poll` gives up within the test, so that it says what it still saw. */
const waiting = { expect: { poll: { timeout: patienceMs } }, hookTimeout: 4 * patienceMs };

/** Files share a process: to load a thousand modules anew for each takes longer than most of them. */
const shared = { isolate: false };

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: { name: 'unit', include: unit, testTimeout: patienceMs, ...shared, ...waiting },
      },
      {
        test: {
          name: 'integration',
          include: ['test/*/**/*.test.{ts,tsx}'],
          exclude: unit,
          globalSetup: 'test/support/system/global-setup.ts',
          setupFiles: 'test/support/system/midnight.ts',
          testTimeout: 4 * patienceMs,
          ...shared,
          ...waiting,
        },
      },
    ],
  },
});
