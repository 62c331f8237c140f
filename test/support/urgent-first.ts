import { proxyActivities } from '@temporalio/workflow';

/** Asks for one activity of each urgency, the least urgent first, and all of them at once. */
export async function urgentFirst(keys: number[]): Promise<void> {
  const { note } = proxyActivities<Record<'note', AnyActivity>>({
    startToCloseTimeout: '1 minute',
  });
  await Promise.all(
    keys.map((priorityKey) =>
      (note as unknown as AnyActivity).executeWithOptions({ priority: { priorityKey } }, [
        priorityKey,
      ]),
    ),
  );
}

type AnyActivity = {
  (...args: unknown[]): Promise<unknown>;
  executeWithOptions: (
    options: { priority: { priorityKey: number } },
    args: [number],
  ) => Promise<void>;
};
