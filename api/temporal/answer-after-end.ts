import { findHeard, withdrawAfterShipment } from '../../db/backorder/late-words.ts';
import { findLapse, type Life, wasCarriedOut } from '../../db/backorder/life.ts';
import type { Db } from '../../db/client.ts';
import { raiseAttention, resolveLeft } from '../../db/record/attention.ts';
import type {
  AnswerNotice,
  RefusalCode,
  Request,
  WithdrawContract,
} from '../../workflows/domain/backorder/request.ts';
import { wallToOrder } from '../../workflows/domain/order-time.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { ActAnswer } from './port.ts';

/**
 * Answers a request to a backorder that has ended, from its stored end. An act that was done before
 * is answered as before. A shipment against the end asks for a person.
 */
export const answerAfterEnd = async (
  db: Db,
  orderId: string,
  { life, request }: { life: Life; request: Request },
): Promise<ActAnswer> => {
  const end = life.outcome === 'shipped' ? 'already_shipped' : 'cancelled';
  switch (request.type) {
    case 'CancelBackorder': {
      const id = request.cancelId;
      if (await wasCarriedOut(db.sql, { orderId, id, act: 'cancellation' })) return { ok: true };
      if (request.lines === null && (await lapsedSince(db, orderId, request))) return { ok: true };
      if (end === 'cancelled') return refuse('nothing_to_cancel');
      await askIfCrossed(db, orderId, { life, request });
      return refuse(end);
    }
    case 'ReportShipment': {
      const id = request.shipmentId;
      if (await wasCarriedOut(db.sql, { orderId, id, act: 'shipment' })) return { ok: true };
      const at = nowOf(life);
      const isCancelled = end === 'cancelled';
      const code = isCancelled ? 'shipped_after_cancel' : 'unexpected_shipment';
      await raiseAttention(db.sql, { orderId, code, at });
      return refuse(isCancelled ? 'cancelled' : 'not_ready_to_ship');
    }
    case 'ResolveAttention': {
      const { code } = request;
      const isOpen = await resolveLeft(db.sql, { orderId, code });
      return isOpen ? { ok: true } : refuse('nothing_to_resolve');
    }
    case 'ResumeBackorder':
      return refuse('nothing_to_release');
    case 'ChangeCustomer':
    case 'LookAtPayment':
      return { ok: true };
    case 'ChangePromise': {
      const id = request.promiseId;
      if (await wasCarriedOut(db.sql, { orderId, id, act: 'promise' })) return { ok: true };
      return refuse(end);
    }
    case 'AnswerNotice':
      return answerNotice(db, orderId, { life, request });
    case 'SetFurtherPeriod':
      return (await wasHeard(db, orderId, request)) ? { ok: true } : refuse('nothing_to_answer');
    case 'WithdrawContract':
      return withdraw(db, orderId, { life, request });
    case 'OfferCard':
    case 'AcceptMandate':
    case 'ChangePaymentMethod':
    case 'SuspendBackorder':
      return refuse(end);
  }
};

/** When the customer said it, in order time, if that is known. */
type Received = { receivedAt?: Instant };

/** Whether all that was left ended by itself after the customer had said that it shall. */
const lapsedSince = async (db: Db, orderId: string, { receivedAt }: Received): Promise<boolean> => {
  if (receivedAt === undefined) return false;
  const lapsedAt = await findLapse(db.sql, orderId);
  return lapsedAt !== undefined && lapsedAt > receivedAt;
};

/** A person is asked if the customer said to cancel before the last shipment was accepted. */
const askIfCrossed = async (
  db: Db,
  orderId: string,
  { life, request: { receivedAt } }: { life: Life; request: Received },
): Promise<void> => {
  if (receivedAt === undefined) return;
  const { shippedAt } = await findHeard(db.sql, orderId);
  if (shippedAt === null || receivedAt >= shippedAt) return;
  await raiseAttention(db.sql, { orderId, code: 'shipped_after_cancel', at: nowOf(life) });
};

/** Whether the backorder carried out that word before it ended, though nobody read its answer. */
const wasHeard = async (
  db: Db,
  orderId: string,
  { wordId }: Pick<WithdrawContract, 'wordId'>,
): Promise<boolean> => {
  const { wordIds } = await findHeard(db.sql, orderId);
  if (wordIds.includes(wordId)) return true;
  return wasCarriedOut(db.sql, { orderId, id: wordId, act: 'cancellation' });
};

/** A refused notice is a cancellation, which the end may have overtaken. */
const answerNotice = async (
  db: Db,
  orderId: string,
  { life, request }: { life: Life; request: AnswerNotice },
): Promise<ActAnswer> => {
  if (await wasHeard(db, orderId, request)) return { ok: true };
  if (!request.accept) {
    if (await lapsedSince(db, orderId, request)) return { ok: true };
    if (life.outcome === 'shipped') await askIfCrossed(db, orderId, { life, request });
  }
  return refuse('nothing_to_answer');
};

/** Returns of what has left are not ours, but the shop has to hear of the withdrawal. */
const withdraw = async (
  db: Db,
  orderId: string,
  { life, request }: { life: Life; request: WithdrawContract },
): Promise<ActAnswer> => {
  if (await wasHeard(db, orderId, request)) return { ok: true };
  if (life.outcome !== 'shipped') return refuse('nothing_to_withdraw');
  const { wordId, channel, receivedAt: at = nowOf(life) } = request;
  const isRecorded = await withdrawAfterShipment(db, { orderId, wordId, channel, at });
  return isRecorded ? { ok: true } : refuse('nothing_to_withdraw');
};

const nowOf = ({ skippedMs }: Life): Instant => wallToOrder(new Date().toISOString(), skippedMs);

const refuse = (refused: RefusalCode): ActAnswer => ({ refused });
