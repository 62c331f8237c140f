import type { Client } from '@temporalio/client';
import { donePerSecond } from './clients.ts';
import type { plain } from './plain-workflow.ts';

export const plainQueue = 'plain';

/** Starts so many workflows at once, tells each to go on, and waits for its end; cycles a second. */
export const plainCycles = ({ workflow }: Client, ids: readonly string[]): Promise<number> =>
  donePerSecond({ clients: ids.length, count: ids.length }, async ({ nth }) => {
    const handle = await workflow.start<typeof plain>('plain', {
      workflowId: `plain/${ids[nth]}`,
      taskQueue: plainQueue,
      args: [],
    });
    await handle.signal('go');
    await handle.result();
  });
