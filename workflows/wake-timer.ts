import { CancellationScope, sleep } from '@temporalio/workflow';
import { type Instant, msBetween } from './domain/time.ts';

/** One timer at a time. Each start is paid for, so a timer stays unless it would come too late. */
export const createWakeTimer = ({ now, wake }: { now: () => Instant; wake: () => void }) => {
  let current: { wakeAt: Instant; scope: CancellationScope } | undefined;

  return (wakeAt: Instant | undefined, summary: string): void => {
    if (wakeAt === undefined || (current && current.wakeAt <= wakeAt)) return;
    current?.scope.cancel();
    const scope = new CancellationScope();
    const timer = { wakeAt, scope };
    current = timer;
    const ring = () => sleep(Math.max(1, msBetween(now(), wakeAt)), { summary });
    scope.run(ring).then(
      () => {
        if (current === timer) current = undefined;
        wake();
      },
      () => {
        // Cancelled, because an earlier timer has taken its place.
      },
    );
  };
};
