import type { Db } from '../../db/client.ts';
import {
  type Attempt,
  findProviderIntent,
  noteCameBack,
  openAttempt,
  settleAttempt,
} from '../../db/payment/attempts.ts';
import { getPayer } from '../../db/payment/payers.ts';
import type { Outcome } from '../../workflows/domain/backorder/fact.ts';
import { isProvablyAbsent, nextStep } from '../../workflows/domain/payment/attempt.ts';
import type { Activities } from '../call.ts';
import { deadEnd, notYet } from '../failure.ts';
import { callProvider, readProvider } from './ask-provider.ts';
import type { PaymentProvider, RefundView } from './provider.ts';
import { settle } from './settle.ts';

/**
 * Sends captured money back to the method it came from, and says so only once that is verified.
 * Repeating it sends nothing twice. Money that a bank has sent back here is sent anew.
 */
export const refundPayment =
  (db: Db, provider: PaymentProvider): Activities['refundPayment'] =>
  async ({ orderId, at, effect: { intentId, amount, upTo } }) => {
    const providerIntentId = await findProviderIntent(db.sql, { orderId, intent: intentId });
    if (providerIntentId === undefined) throw deadEnd('intent_unknown');
    const { currency } = await getPayer(db.sql, orderId);
    const request = { amount, currency, upTo };
    const open = () => openAttempt(db, { orderId, intent: intentId, step: 'refund', request });
    const known = await open();
    const isLost = await cameBack(db, provider, { known, providerIntentId, upTo });
    const attempt = isLost ? await open() : known;
    if (attempt.answer !== null) return [attempt.answer as Outcome];
    const failed: Outcome = { type: 'RefundFailed', intentId };
    const call = await askForRefund(db, provider, attempt, providerIntentId);
    if (call === 'refused') {
      return [await settle(db, attempt, { answer: failed, at })];
    }
    const refunds = await readProvider(() => provider.listRefunds(providerIntentId));
    const refund = refunds.find(isOf(attempt));
    if (!refund && call === 'over' && isProvablyAbsent(attempt, new Date().toISOString())) {
      await settleAttempt(db, attempt, { outcome: 'absent', answer: {} });
    }
    if (refund === undefined || refund.status === 'pending') throw notYet('refund_pending');
    const refunded: Outcome = {
      type: 'PaymentRefunded',
      intentId,
      refundedByUs: sumOfOurs(refunds),
      amount: attempt.request.amount,
    };
    const answer = refund.status === 'failed' ? failed : refunded;
    return [await settle(db, { ...attempt, providerIntentId }, { answer, at })];
  };

/** Refunds that somebody made by hand carry no attempt of ours. */
const sumOfOurs = (refunds: readonly RefundView[]): number =>
  refunds
    .filter(({ attemptId, status }) => attemptId !== null && status === 'succeeded')
    .reduce((sum, { amount }) => sum + amount.amount, 0);

/**
 * Asks for the refund; `over` when the call cannot be repeated. A repeated call answers with the
 * refund as it was the first time, so only the list tells how it stands.
 */
const askForRefund = async (
  db: Db,
  provider: PaymentProvider,
  attempt: Attempt,
  intentId: string,
): Promise<'done' | 'refused' | 'over'> => {
  const { key, attemptId, request } = attempt;
  if (nextStep(attempt, new Date().toISOString()) !== 'call') return 'over';
  const answer = await callProvider(db, attempt, () =>
    provider.refund({ key, attemptId, intentId, amount: request }),
  );
  return 'ok' in answer ? 'done' : 'refused';
};

/**
 * Whether refunds failed after they had succeeded, so that less has gone back than this one brought
 * it to. The sum is then sent again.
 */
const cameBack = async (
  db: Db,
  provider: PaymentProvider,
  { known, providerIntentId, upTo }: { known: Attempt; providerIntentId: string; upTo: number },
): Promise<boolean> => {
  if (known.outcome !== 'PaymentRefunded') return false;
  const refunds = await readProvider(() => provider.listRefunds(providerIntentId));
  if (sumOfOurs(refunds) >= upTo) return false;
  await noteCameBack(db.sql, known.attemptId);
  return true;
};

const isOf =
  ({ attemptId }: Attempt) =>
  (refund: RefundView): boolean =>
    refund.attemptId === attemptId;
