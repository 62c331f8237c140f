import { defineConfig } from 'vitest/config';

/** Pure: no services, no network. `npm run check` runs these alone. */
const unit = [
  'test/*.test.{ts,tsx}',
  'test/{workflows,emails,boundaries}/**/*.test.{ts,tsx}',
  'test/**/*.unit.test.{ts,tsx}',
];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: { name: 'unit', include: unit, testTimeout: 10_000 },
      },
      {
        test: {
          name: 'integration',
          include: ['test/*/**/*.test.{ts,tsx}'],
          exclude: unit,
          globalSetup: 'test/support/system/global-setup.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
