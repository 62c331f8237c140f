import type { BackorderRow } from '../../db/backorder/read.ts';
import { forgetCancellation, recordCancellation } from '../../db/stock/cancel.ts';
import type { AppDeps } from '../deps.ts';
import { nowOf } from '../http/order-time.ts';
import { type ActAnswer, OutcomeUnknown } from '../temporal/port.ts';

/**
 * Cancels everything that has not shipped, as the customer's own act. The same form sent again is
 * the same cancellation and gets the same answer; `unknown` may still take effect. One that is
 * refused leaves nothing behind.
 */
export const cancelByForm = async (
  { db, acts }: Pick<AppDeps, 'db' | 'acts'>,
  order: BackorderRow,
  formId: string,
): Promise<ActAnswer | 'unknown'> => {
  const { orderId } = order;
  const cancelId = `page-${formId}`;
  const by = 'customer' as const;
  const reason = 'cancelled on the status page';
  const at = nowOf(order);
  const isOpen = order.lines.some(({ waiting, allocated }) => waiting + allocated > 0);
  if (isOpen) await recordCancellation(db.sql, { orderId, cancelId, by, reason, lines: null, at });
  const request = { type: 'CancelBackorder' as const, cancelId, by, lines: null };
  try {
    const answer = await acts.act(orderId, request, { id: `cancel/${cancelId}` });
    if ('refused' in answer) await forgetCancellation(db.sql, { orderId, cancelId });
    return answer;
  } catch (error) {
    if (error instanceof OutcomeUnknown) return 'unknown';
    throw error;
  }
};
