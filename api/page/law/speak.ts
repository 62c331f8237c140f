import { forgetWord } from '../../../db/backorder/words.ts';
import { forgetCancellation, recordCancellation } from '../../../db/stock/cancel.ts';
import type { CustomerWord } from '../../../workflows/domain/backorder/request.ts';
import type { AppDeps } from '../../deps.ts';
import { nowOf } from '../../http/order-time.ts';
import { type ActAnswer, OutcomeUnknown } from '../../temporal/port.ts';
import { hearWord } from '../../temporal/words.ts';
import type { OrderPage } from '../parts/order-page.ts';

type Deps = Pick<AppDeps, 'db' | 'acts'>;

/** What the customer says on their page, but for its id and how it reached us. */
type Spoken = Exclude<CustomerWord, { type: 'CancelBackorder' }>;

/**
 * Keeps what the customer says and asks the backorder. The same form sent again is the same word and
 * gets the same answer; `unknown`: it is kept, and carried out later. One that is refused at once
 * leaves nothing behind.
 */
export const speak = async (
  { db, acts }: Deps,
  { order }: OrderPage,
  request: Spoken,
): Promise<ActAnswer | 'unknown'> => {
  const { orderId } = order;
  const { wordId } = request;
  const receivedAt = nowOf(order);
  const reason = endingReason(request);
  const isOpen = order.lines.some(({ waiting, allocated }) => waiting + allocated > 0);
  const cancellation = { orderId, cancelId: wordId, by: 'customer' as const, lines: null };
  if (reason !== null && isOpen) {
    await recordCancellation(db.sql, { ...cancellation, reason, at: receivedAt });
  }
  try {
    const answer = await hearWord({ db, acts }, { orderId, wordId, request, receivedAt });
    if ('refused' in answer) {
      await forgetCancellation(db.sql, cancellation);
      await forgetWord(db.sql, { orderId, wordId });
    }
    return answer;
  } catch (error) {
    if (error instanceof OutcomeUnknown) return 'unknown';
    throw error;
  }
};

/** Why the order is cancelled by what they say; null if it is not. */
const endingReason = (request: Spoken): string | null => {
  switch (request.type) {
    case 'AnswerNotice':
      return request.accept ? null : 'did not want to wait, on the status page';
    case 'WithdrawContract':
      return 'withdrew on the status page';
    case 'SetFurtherPeriod':
      return null;
  }
};
