import { Worker } from '@temporalio/worker';
import type { Temporal } from '../../../api/temporal/client.ts';
import { workflowBundle } from './stack.ts';

/**
 * Replays every run that a system has made, as a worker does that takes over after a crash. Throws
 * with the ids of those that went another way, which would have parked.
 */
export const replayRuns = async ({ temporal }: { temporal: Temporal }): Promise<void> => {
  const { workflow } = await temporal.client();
  const runs = workflow.list().intoHistories({ concurrency: 8 });
  const options = { workflowBundle: workflowBundle() };
  const failed: string[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories(options, runs)) {
    if (error) failed.push(`${workflowId}: ${error.message}`);
  }
  if (failed.length > 0) throw new Error(`cannot be replayed:\n${failed.join('\n')}`);
};
