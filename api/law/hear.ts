import type { BackorderRow } from '../../db/backorder/read.ts';
import { forgetWord, type Word } from '../../db/backorder/words.ts';
import { forgetCancellation, recordCancellation } from '../../db/stock/cancel.ts';
import { dayAtShipTo } from '../../workflows/calendar/ship-to-day.ts';
import type { Until } from '../../workflows/domain/backorder/law.ts';
import { addMs, type Instant, minuteMs } from '../../workflows/domain/time.ts';
import { refusal, tooEarly } from '../backorder/refusal.ts';
import type { RouteDeps } from '../deps.ts';
import { invalid } from '../http/invalid.ts';
import { nowOf } from '../http/order-time.ts';
import { hearWord } from '../temporal/words.ts';

/** Two clocks may differ by so much. */
const driftMs = minuteMs;

type Reported = { receivedAt?: Instant | undefined; until?: Until | undefined };

/**
 * When the customer said it, in order time. A moment that the order has not reached, or from before
 * it was placed, is a 422, and so is a day that is over at ship-to.
 */
export const heardAt = (row: BackorderRow, { receivedAt, until }: Reported): Instant => {
  const now = nowOf(row);
  const isPast = until !== undefined && until !== 'open' && until < dayAtShipTo(row, now);
  const wrong = wrongMoment(row, { receivedAt: receivedAt ?? now, now });
  if (wrong !== undefined) {
    throw invalid([issue('receivedAt', wrong), ...(isPast ? [issue('until', isOver)] : [])]);
  }
  if (isPast) throw tooEarly(isOver);
  return receivedAt !== undefined && receivedAt < now ? receivedAt : now;
};

const isOver = 'That day is over where the order goes to';

const wrongMoment = (
  { placedAt }: BackorderRow,
  { receivedAt, now }: { receivedAt: Instant; now: Instant },
): string | undefined => {
  if (receivedAt > addMs(now, driftMs)) return "It lies ahead of the backorder's own time";
  return receivedAt < placedAt ? 'The order was not placed yet' : undefined;
};

const issue = (field: string, message: string) => ({
  ...{ code: 'custom' as const, path: [field], message, input: undefined },
});

/**
 * Gives what the customer said to the backorder. It is kept first, and given later if it has to be;
 * one that is refused at once leaves nothing behind. `ends`: why, if it cancels what has not
 * shipped.
 */
export const hear = async (
  deps: RouteDeps,
  row: BackorderRow,
  { word, ends }: { word: Omit<Word, 'orderId'>; ends: string | null },
): Promise<void> => {
  const { orderId } = row;
  const { wordId, request, receivedAt: at } = word;
  const isOpen = row.lines.some(({ waiting, allocated }) => waiting + allocated > 0);
  if (ends !== null && isOpen) {
    const cancellation = { orderId, cancelId: wordId, by: 'customer' as const, lines: null, at };
    await recordCancellation(deps.db.sql, { ...cancellation, reason: ends });
  }
  const answer = await hearWord(deps, { orderId, ...word });
  if (!('refused' in answer)) return;
  await forgetCancellation(deps.db.sql, { orderId, cancelId: wordId });
  await forgetWord(deps.db.sql, { orderId, wordId });
  throw refusal(request, answer.refused);
};
