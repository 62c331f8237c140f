import type { Db } from '../../db/client.ts';
import {
  adoptAttempt,
  findProviderIntent,
  type IntentRef,
  listAttempts,
} from '../../db/payment/attempts.ts';
import { getPayer } from '../../db/payment/payers.ts';
import type { Outcome } from '../../workflows/domain/backorder/fact.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import { readProvider } from './ask-provider.ts';
import type { PaymentProvider, RefundView } from './provider.ts';
import { settle } from './settle.ts';

type Refunded = IntentRef & { refundedByUs: number; at: Instant };

/**
 * What our own refunds of an intent mean for a state that knows of `refundedByUs`. Refunds that the
 * database has lost are written down anew. One that is under way is pursued, and not made again.
 */
export const findRefunds = async (
  db: Db,
  provider: PaymentProvider,
  { refundedByUs, at, ...intent }: Refunded,
): Promise<Outcome[]> => {
  const providerIntentId = await findProviderIntent(db.sql, intent);
  if (providerIntentId === undefined) return [];
  const ours = (await readProvider(() => provider.listRefunds(providerIntentId)))
    .filter(({ attemptId }) => isAttemptId(attemptId))
    .toReversed();
  await adopt(db, { intent, ours, providerIntentId });
  const done = sumOf(ours, 'succeeded');
  const facts: Outcome[] = [];
  const { intent: intentId } = intent;
  if (done > refundedByUs) {
    const amount = done - refundedByUs;
    facts.push({ type: 'PaymentRefunded', intentId, refundedByUs: done, amount });
  }
  for (const attempt of await listAttempts(db.sql, { ...intent, step: 'refund' })) {
    if (attempt.answer !== null) continue;
    const refund = ours.find((each) => each.attemptId === attempt.attemptId);
    if (refund?.status === 'succeeded') {
      const { amount } = attempt.request;
      const answer = { type: 'PaymentRefunded', intentId, refundedByUs: done, amount } as const;
      await settle(db, attempt, { answer, at });
    } else if (refund?.status !== 'failed') {
      const upTo = attempt.request.upTo ?? done + attempt.request.amount;
      facts.push({ type: 'RefundStarted', intentId, upTo });
    }
  }
  return facts;
};

/** Whether the metadata names an attempt of ours; others may write there what they like. */
export const isAttemptId = (id: string | null): boolean =>
  id !== null && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id);

const adopt = async (
  db: Db,
  {
    intent,
    ours,
    providerIntentId,
  }: { intent: IntentRef; ours: readonly RefundView[]; providerIntentId: string },
): Promise<void> => {
  const { currency } = await getPayer(db.sql, intent.orderId);
  let upTo = 0;
  for (const { attemptId, refundId, amount, status } of ours) {
    if (status !== 'failed') upTo += amount.amount;
    await adoptAttempt(db.sql, {
      ...{ attemptId: attemptId ?? '', ...intent, step: 'refund' },
      request: { amount: amount.amount, currency, upTo },
      ...{ providerIntentId, providerRefundId: refundId },
    });
  }
};

const sumOf = (refunds: readonly RefundView[], status: RefundView['status']): number =>
  refunds.reduce((sum, each) => sum + (each.status === status ? each.amount.amount : 0), 0);
