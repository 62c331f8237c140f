import type { Db } from '../../db/client.ts';
import {
  type Attempt,
  findProviderIntent,
  openAttempt,
  settleAttempt,
} from '../../db/payment/attempts.ts';
import { getPayer } from '../../db/payment/payers.ts';
import type { Outcome } from '../../workflows/domain/backorder/fact.ts';
import { isProvablyAbsent, nextStep } from '../../workflows/domain/payment/attempt.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Activities } from '../call.ts';
import { deadEnd, notYet } from '../failure.ts';
import { callProvider, readProvider } from './ask-provider.ts';
import type { IntentView, PaymentProvider } from './provider.ts';
import { settle, tellDeclinedCapture } from './settle.ts';

/**
 * Captures a hold. A hold that is captured already is fine. One that is gone is a fact, not an
 * error; so is a sum that the provider does not capture because it is too little.
 */
export const capturePayment =
  (db: Db, provider: PaymentProvider): Activities['capturePayment'] =>
  async ({ orderId, at, effect: { intentId, amount } }) => {
    const providerIntentId = await findProviderIntent(db.sql, { orderId, intent: intentId });
    if (providerIntentId === undefined) throw deadEnd('intent_unknown');
    const { currency } = await getPayer(db.sql, orderId);
    const request = { amount, currency };
    const opened = await openAttempt(db, { orderId, intent: intentId, step: 'capture', request });
    if (opened.answer !== null) return [opened.answer as Outcome];
    const attempt = { ...opened, providerIntentId };
    const view = await captureOrRead(db, provider, { attempt, at });
    if (view === 'too_small') {
      const { amount: tried } = attempt.request;
      const answer: Outcome = { type: 'CaptureTooSmall', intentId, amount: tried };
      return [await settle(db, attempt, { answer, at })];
    }
    const outcome = outcomeOf(intentId, view);
    if (outcome) {
      const { decline } = view;
      return [await settle(db, attempt, { answer: outcome, at, decline })];
    }
    if (isProvablyAbsent(attempt, new Date().toISOString())) {
      await settleAttempt(db, attempt, { outcome: 'absent', answer: {} });
    }
    throw notYet('not_captured');
  };

/** The intent as the call answers it, unless the sum is too little. It is read when the call is refused or cannot be repeated. */
const captureOrRead = async (
  db: Db,
  provider: PaymentProvider,
  { attempt, at }: { attempt: Attempt & { providerIntentId: string }; at: Instant },
): Promise<IntentView | 'too_small'> => {
  const { key, request, providerIntentId: intentId } = attempt;
  if (nextStep(attempt, new Date().toISOString()) === 'call') {
    const answer = await callProvider(db, attempt, () =>
      provider.capture({ key, intentId, amount: request }),
    );
    // A repeated call tells only what it told at first, so an undecided intent is read again.
    if ('ok' in answer && answer.ok.status !== 'pending') return answer.ok;
    if ('refused' in answer && answer.refused === tooSmall) return 'too_small';
    const decline = 'refused' in answer ? answer.decline : null;
    if (decline) await tellDeclinedCapture(db, attempt, { decline, at });
  }
  return readProvider(() => provider.getIntent(intentId));
};

const tooSmall = 'amount_too_small';

const outcomeOf = (intentId: string, view: IntentView): Outcome | undefined => {
  if (view.status === 'captured') {
    return { type: 'PaymentCaptured', intentId, captured: view.captured };
  }
  return view.status === 'held' || view.status === 'pending'
    ? undefined
    : { type: 'HoldVoided', intentId };
};
