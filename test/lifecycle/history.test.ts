import { Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';
import { listHistories, readHistory } from '../support/lives/histories.ts';
import { recordHistories } from '../support/lives/record-histories.ts';
import { workflowBundle } from '../support/system/stack.ts';

/**
 * `npm run histories` records them anew: once the workflow of a release is settled, never to make
 * a replay pass, because runs like these exist.
 */
beforeAll(async () => {
  if (process.env.RECORD_HISTORIES) await recordHistories();
}, 240_000);

const historyOf = (name: string) => ({
  workflowId: `backorder/${name}`,
  history: readHistory(name),
});

const replay = async (histories: ReturnType<typeof historyOf>[]): Promise<string[]> => {
  const failed: string[] = [];
  const options = { workflowBundle: workflowBundle() };
  for await (const { workflowId, error } of Worker.runReplayHistories(options, histories)) {
    if (error) failed.push(`${workflowId}: ${error.message}`);
  }
  return failed;
};

describe('runs that began before this change', () => {
  it('are there for every way a backorder can go', () => {
    expect(listHistories()).toEqual([
      'another-card',
      'authenticated',
      'barred',
      'cancelled',
      'continued',
      'declined',
      'parts',
      'shipped',
      'silent',
    ]);
  });

  it('go on under the workflow of today', async () => {
    expect(await replay(listHistories().map(historyOf))).toEqual([]);
  });

  it('would be seen to break', async () => {
    const shipped = historyOf('shipped');
    const { events } = shipped.history;
    const scheduled = events?.find((event) => event.activityTaskScheduledEventAttributes);
    const type = scheduled?.activityTaskScheduledEventAttributes?.activityType;
    if (type) type.name = 'anotherActivity';
    expect(await replay([shipped])).toHaveLength(1);
  });
});
