import { expire } from './intents/intent.ts';
import type { Charge } from './records/charge.ts';
import type { RefundCourse } from './records/refund.ts';
import { settleRefund } from './returns/refund-courses.ts';
import type { Store } from './store.ts';

/** Node's timers hold no more; a longer wait is begun again. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * Does in time what happens by itself: holds end, refunds are settled. Reading does the same, so
 * that nobody sees what is overdue. An aborted signal ends it; the next start takes it up again.
 */
export const createAgenda = (
  store: Store,
  { now, signal }: { now: () => number; signal?: AbortSignal | undefined },
): void => {
  const timers = new Set<NodeJS.Timeout>();
  const at = (atMs: number, act: () => void): void => {
    if (signal?.aborted) return;
    const waitMs = Math.min(longestTimerMs, Math.max(0, atMs - now()));
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (now() < atMs) return at(atMs, act);
      act();
      store.commit();
    }, waitMs).unref();
    timers.add(timer);
  };
  signal?.addEventListener('abort', () => timers.forEach(clearTimeout), { once: true });

  const enterHold = ({ payment_intent, payment_method_details, ...charge }: Charge): void => {
    const before = payment_method_details.card.capture_before;
    if (before === undefined || charge.captured || charge.refunded) return;
    at(before * 1000, () => {
      const intent = store.find('payment_intent', payment_intent);
      if (intent) expire(store, intent, now());
    });
  };
  const enterRefund = ({ id, atMs }: RefundCourse): void =>
    at(atMs, () => {
      const refund = store.find('refund', id);
      if (refund) settleRefund(store, refund, now());
    });
  for (const charge of store.list('charge')) enterHold(charge);
  for (const course of store.list('refund_course')) enterRefund(course);
  store.watch((changes) => {
    for (const { kind, after } of changes) {
      if (kind === 'charge' && after) enterHold(after);
      if (kind === 'refund_course' && after) enterRefund(after);
    }
  });
};
