import type { Db } from '../../db/client.ts';
import {
  type Attempt,
  findProviderIntent,
  openAttempt,
  settleAttempt,
} from '../../db/payment/attempts.ts';
import { getPayer } from '../../db/payment/payers.ts';
import { isProvablyAbsent, nextStep } from '../../workflows/domain/payment/attempt.ts';
import type { Activities, Outcome } from '../call.ts';
import { deadEnd, notYet } from '../failure.ts';
import { callProvider, readProvider } from './ask-provider.ts';
import type { IntentView, PaymentProvider } from './provider.ts';
import { settle } from './settle.ts';

/**
 * Captures a hold. A hold that is captured already is fine. One that is gone is a fact, not an
 * error.
 */
export const capturePayment =
  (db: Db, provider: PaymentProvider): Activities['capturePayment'] =>
  async ({ orderId, at, effect: { intentId, amount } }) => {
    const providerIntentId = await findProviderIntent(db, { orderId, intent: intentId });
    if (providerIntentId === undefined) throw deadEnd('intent_unknown');
    const { currency } = await getPayer(db, orderId);
    const request = { amount, currency };
    const attempt = await openAttempt(db, { orderId, intent: intentId, step: 'capture', request });
    if (attempt.answer !== null) return [attempt.answer as Outcome];
    const view = await captureOrRead(db, provider, attempt, providerIntentId);
    const outcome = outcomeOf(intentId, view);
    if (outcome) {
      return [await settle(db, { ...attempt, providerIntentId }, { answer: outcome, at })];
    }
    if (isProvablyAbsent(attempt, new Date().toISOString())) {
      await settleAttempt(db, attempt, { outcome: 'absent', answer: {} });
    }
    throw notYet('not_captured');
  };

/** The intent as the call answers it. It is read when the call is refused or cannot be repeated. */
const captureOrRead = async (
  db: Db,
  provider: PaymentProvider,
  attempt: Attempt,
  intentId: string,
): Promise<IntentView> => {
  const { key, request } = attempt;
  if (nextStep(attempt, new Date().toISOString()) === 'call') {
    const answer = await callProvider(db, attempt, () =>
      provider.capture({ key, intentId, amount: request }),
    );
    // A repeated call tells only what it told at first, so an undecided intent is read again.
    if ('ok' in answer && answer.ok.status !== 'pending') return answer.ok;
  }
  return readProvider(() => provider.getIntent(intentId));
};

const outcomeOf = (intentId: string, view: IntentView): Outcome | undefined => {
  if (view.status === 'captured') {
    return { type: 'PaymentCaptured', intentId, captured: view.captured };
  }
  return view.status === 'held' || view.status === 'pending'
    ? undefined
    : { type: 'HoldVoided', intentId };
};
