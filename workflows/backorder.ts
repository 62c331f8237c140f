import { CancellationScope } from '@temporalio/workflow';
import type { Outcome } from './domain/plan.ts';
import { cancelByShop, setHandlers } from './handlers.ts';
import type { Start } from './messages.ts';
import { createRun } from './run.ts';

/** One backorder, from its opening until its phase is terminal and nothing is owed. */
export async function backorder(start: Start): Promise<Outcome> {
  const cancelled = CancellationScope.current().cancelRequested;
  return CancellationScope.nonCancellable(async () => {
    const run = createRun(start);
    setHandlers(run);
    cancelled.catch(() => cancelByShop(run));
    return run.live();
  });
}
