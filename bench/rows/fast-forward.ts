import { createOrderIds } from '../load/orders.ts';
import { forward, placeAndWait } from '../load/story.ts';
import { atMost, type Figure } from '../report/figure.ts';
import { countOf, fetchHistory } from '../report/history.ts';
import { repeat } from '../report/measure.ts';
import type { Parts } from '../servers/parts.ts';
import { startSystem } from '../servers/system.ts';

/** The shortest wait whose timetable has fourteen mails. Days by themselves cost nothing. */
const days = 200;
const wakeUps = 14;

const what = `fast-forward of ${days} days with ${wakeUps} wake-ups`;

/** From the request to its answer: at every wake-up a mail is decided, rendered and sent. */
export const fastForward = async (parts: Parts): Promise<Figure[]> => {
  const system = await startSystem(parts);
  const nextId = createOrderIds();
  const measured = await repeat(what, async () => {
    const orderId = nextId();
    await placeAndWait(system, orderId, { promiseIn: days });
    const begin = performance.now();
    await forward(system, orderId, days);
    const tookMs = performance.now() - begin;
    const woken = countOf(await fetchHistory(system.client, orderId), 'EVENT_TYPE_TIMER_FIRED');
    if (woken !== wakeUps) throw new Error(`The order woke up ${woken} times, not ${wakeUps}`);
    return tookMs / 1_000;
  });
  await system.close();
  return [{ what, unit: 's', ...measured, bar: atMost(2.5, 'figure') }];
};
