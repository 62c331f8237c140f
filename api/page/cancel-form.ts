import type { BackorderRow } from '../../db/backorder/read.ts';
import { forgetWord } from '../../db/backorder/words.ts';
import { forgetCancellation, recordCancellation } from '../../db/stock/cancel.ts';
import type { Part } from '../../workflows/domain/backorder/snapshot.ts';
import type { AppDeps } from '../deps.ts';
import { nowOf } from '../http/order-time.ts';
import { type ActAnswer, OutcomeUnknown } from '../temporal/port.ts';
import { hearWord } from '../temporal/words.ts';

/** `lines`: only these units; null: everything that has not shipped. */
type Wish = { formId: string; lines: Part[] | null };

/**
 * Cancels what the customer asks for, as their own act. The same form sent again is the same
 * cancellation and gets the same answer; `unknown`: it is kept, and carried out later. One that is
 * refused at once leaves nothing behind.
 */
export const cancelByForm = async (
  { db, acts }: Pick<AppDeps, 'db' | 'acts'>,
  order: BackorderRow,
  { formId, lines }: Wish,
): Promise<ActAnswer | 'unknown'> => {
  const { orderId } = order;
  const cancelId = `page-${formId}`;
  const by = 'customer' as const;
  const reason = 'cancelled on the status page';
  const at = nowOf(order);
  const isOpen = order.lines.some(({ waiting, allocated }) => waiting + allocated > 0);
  if (isOpen) await recordCancellation(db.sql, { orderId, cancelId, by, reason, lines, at });
  const request = { type: 'CancelBackorder' as const, cancelId, by, lines };
  const wordId = `cancel/${cancelId}`;
  try {
    const answer = await hearWord({ db, acts }, { orderId, wordId, request, receivedAt: at });
    if ('refused' in answer) {
      await forgetCancellation(db.sql, { orderId, cancelId });
      await forgetWord(db.sql, { orderId, wordId });
    }
    return answer;
  } catch (error) {
    if (error instanceof OutcomeUnknown) return 'unknown';
    throw error;
  }
};
