import type { Db } from '../../db/client.ts';
import { type Attempt, noteIntent, openAttempt, settleAttempt } from '../../db/payment/attempts.ts';
import { getPayer } from '../../db/payment/payers.ts';
import type { Outcome } from '../../workflows/domain/backorder/fact.ts';
import { wallToOrder } from '../../workflows/domain/order-time.ts';
import { isProvablyAbsent, nextStep } from '../../workflows/domain/payment/attempt.ts';
import type { Activities } from '../call.ts';
import { notYet } from '../failure.ts';
import { skippedMsAt } from '../order-time.ts';
import { callProvider, readProvider } from './ask-provider.ts';
import type { IntentView, PaymentProvider } from './provider.ts';
import { settle } from './settle.ts';

/**
 * Holds the amount, off-session. The attempt is written before the call. While its outcome is
 * unknown the same call is repeated, and later its intent is looked for. Only an attempt that is
 * provably absent is replaced.
 */
export const authorizePayment =
  (db: Db, provider: PaymentProvider): Activities['authorizePayment'] =>
  async ({ orderId, at, effect: { intentId, amount, methodId } }) => {
    const { customerId, currency } = await getPayer(db.sql, orderId);
    if (methodId === null || customerId === null) {
      return [{ type: 'AuthorizationRefused', intentId, code: 'no_payment_method' }];
    }
    const request = { amount, currency, customerId, paymentMethodId: methodId };
    const attempt = await openAttempt(db, {
      orderId,
      intent: intentId,
      step: 'authorize',
      request,
    });
    if (attempt.answer !== null) return [attempt.answer as Outcome];
    const answer = await ask(db, provider, attempt);
    if ('refused' in answer) {
      const { decline } = answer;
      const outcome = refusalOf(intentId, answer.refused);
      return [await settle(db, attempt, { answer: outcome, at, decline })];
    }
    const view = await readIfUndecided(provider, answer.ok);
    const { intentId: providerIntentId, status } = view;
    const clientSecret = status === 'action_required' ? view.clientSecret : null;
    await noteIntent(db.sql, { attemptId: attempt.attemptId, providerIntentId, clientSecret });
    const known = { ...attempt, providerIntentId };
    if (status === 'pending') throw notYet('authorization_pending');
    const problem = status === 'held' ? mismatch(view, attempt) : undefined;
    if (problem) {
      const closed = await provider.cancel({
        key: `${attempt.key}-mismatch`,
        intentId: providerIntentId,
      });
      if (closed.outcome === 'unknown' || closed.outcome === 'later') throw notYet('not_voided');
      return [await settle(db, known, { answer: refusalOf(intentId, problem), at })];
    }
    const outcome = outcomeOf(intentId, view, skippedMsAt(at));
    return [await settle(db, known, { answer: outcome, at, decline: view.decline })];
  };

/**
 * Reads an intent again that the answer leaves undecided. Only a decline's charge tells whether the
 * provider itself blocked the card, and a repeated call tells only what it told at first.
 */
const readIfUndecided = async (provider: PaymentProvider, view: IntentView): Promise<IntentView> =>
  view.decline?.kind === 'soft' || view.status === 'pending'
    ? readProvider(() => provider.getIntent(view.intentId))
    : view;

/** An intent that is known to be this attempt's is read: nothing has to be asked for any more. */
const ask = async (db: Db, provider: PaymentProvider, attempt: Attempt) => {
  const { providerIntentId } = attempt;
  if (providerIntentId !== null) {
    return { ok: await readProvider(() => provider.getIntent(providerIntentId)) };
  }
  const step = nextStep(attempt, new Date().toISOString());
  return (step === 'call' ? call : look)(db, provider, attempt);
};

const call = (db: Db, provider: PaymentProvider, attempt: Attempt) => {
  const { key, attemptId, orderId, request } = attempt;
  const { amount, currency, customerId = '', paymentMethodId = '' } = request;
  return callProvider(db, attempt, () =>
    provider.authorize({
      key,
      attemptId,
      orderId,
      customerId,
      paymentMethodId,
      amount: { amount, currency },
    }),
  );
};

const look = async (db: Db, provider: PaymentProvider, attempt: Attempt) => {
  const { attemptId, request } = attempt;
  const { customerId = '' } = request;
  const found = await readProvider(() => provider.findIntent({ customerId, attemptId }));
  if (found) return { ok: found };
  if (isProvablyAbsent(attempt, new Date().toISOString())) {
    await settleAttempt(db, attempt, { outcome: 'absent', answer: {} });
  }
  throw notYet('outcome_unknown');
};

/** The code of what is wrong with a hold, before goods are set aside on it. */
const mismatch = (view: IntentView, { request }: Attempt): string | undefined => {
  if (view.amount.currency !== request.currency) return 'currency_mismatch';
  if (view.capturable !== request.amount) return 'amount_mismatch';
  if (view.captureBefore === null) return 'no_hold_deadline';
  return view.captureBefore <= new Date().toISOString() ? 'hold_expired' : undefined;
};

const refusalOf = (intentId: string, code: string): Outcome => ({
  type: 'AuthorizationRefused',
  intentId,
  code,
});

/** What an intent means for its authorisation. */
export const outcomeOf = (intentId: string, view: IntentView, skippedMs: number): Outcome => {
  switch (view.status) {
    case 'held':
      return {
        type: 'AuthorizationApproved',
        intentId,
        holdUntil: wallToOrder(view.captureBefore ?? '', skippedMs),
      };
    case 'action_required':
      return { type: 'AuthenticationRequired', intentId };
    case 'declined':
    case 'pending':
      return { type: 'AuthorizationDeclined', intentId, kind: view.decline?.kind ?? 'soft' };
    case 'captured':
      return { type: 'PaymentCaptured', intentId, captured: view.captured };
    case 'voided':
      return { type: 'HoldVoided', intentId };
  }
};
