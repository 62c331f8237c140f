import { findLapse, type Life, wasCarriedOut } from '../../db/backorder/life.ts';
import type { Db } from '../../db/client.ts';
import { raiseAttention, resolveLeft } from '../../db/record/attention.ts';
import type {
  CancelBackorder,
  RefusalCode,
  Request,
} from '../../workflows/domain/backorder/request.ts';
import { wallToOrder } from '../../workflows/domain/order-time.ts';
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
      if (await lapsedSince(db, orderId, request)) return { ok: true };
      return refuse(end === 'already_shipped' ? end : 'nothing_to_cancel');
    }
    case 'ReportShipment': {
      const id = request.shipmentId;
      if (await wasCarriedOut(db.sql, { orderId, id, act: 'shipment' })) return { ok: true };
      const at = wallToOrder(new Date().toISOString(), life.skippedMs);
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
    case 'SetFurtherPeriod':
      return refuse('nothing_to_answer');
    case 'WithdrawContract':
      return refuse('nothing_to_withdraw');
    case 'OfferCard':
    case 'AcceptMandate':
    case 'ChangePaymentMethod':
    case 'SuspendBackorder':
      return refuse(end);
  }
};

/** Whether the time to pay ran out after the customer had said to cancel all that was left. */
const lapsedSince = async (
  db: Db,
  orderId: string,
  { lines, receivedAt }: CancelBackorder,
): Promise<boolean> => {
  if (receivedAt === undefined || lines !== null) return false;
  const lapsedAt = await findLapse(db.sql, orderId);
  return lapsedAt !== undefined && lapsedAt > receivedAt;
};

const refuse = (refused: RefusalCode): ActAnswer => ({ refused });
