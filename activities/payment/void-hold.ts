import type { Db } from '../../db/client.ts';
import {
  type Attempt,
  findProviderIntent,
  forgetSecret,
  type IntentRef,
  listAttempts,
  noteIntent,
  openAttempt,
  settleAttempt,
  settleOpen,
} from '../../db/payment/attempts.ts';
import { getPayer } from '../../db/payment/payers.ts';
import type { Outcome } from '../../workflows/domain/backorder/fact.ts';
import { isProvablyAbsent, nextStep } from '../../workflows/domain/payment/attempt.ts';
import type { Activities } from '../call.ts';
import { notYet } from '../failure.ts';
import { callProvider, readProvider } from './ask-provider.ts';
import type { IntentView, PaymentProvider } from './provider.ts';
import { settle } from './settle.ts';

/**
 * Releases all that is held on an intent, also when it is unknown whether there is one. An intent
 * that was captured meanwhile is told as captured, and its money goes back later.
 */
export const voidHold =
  (db: Db, provider: PaymentProvider): Activities['voidHold'] =>
  async ({ orderId, at, effect: { intentId } }) => {
    const intent: IntentRef = { orderId, intent: intentId };
    const known = await findProviderIntent(db.sql, intent);
    const providerIntentId = known ?? (await findLost(db, provider, intent));
    if (providerIntentId === undefined) return [{ type: 'HoldVoided', intentId }];
    const { currency } = await getPayer(db.sql, orderId);
    const [authorized] = await listAttempts(db.sql, { ...intent, step: 'authorize' });
    const request = { amount: authorized?.request.amount ?? 0, currency };
    const attempt = await openAttempt(db, { ...intent, step: 'void', request });
    if (attempt.answer !== null) return [attempt.answer as Outcome];
    const view = await cancelOrRead(db, provider, attempt, providerIntentId);
    const outcome = outcomeOf(intentId, view);
    if (outcome) {
      await settleRest(db, intent, outcome);
      const summary = summaryOf(outcome, authorized);
      return [
        await settle(db, { ...attempt, providerIntentId }, { answer: outcome, at, ...summary }),
      ];
    }
    if (isProvablyAbsent(attempt, new Date().toISOString())) {
      await settleAttempt(db, attempt, { outcome: 'absent', answer: {} });
    }
    throw notYet('not_voided');
  };

/** Looks for the intent of an authorisation whose outcome was never learned. */
const findLost = async (
  db: Db,
  provider: PaymentProvider,
  intent: IntentRef,
): Promise<string | undefined> => {
  const attempts = await listAttempts(db.sql, { ...intent, step: 'authorize' });
  for (const attempt of attempts.filter((each) => each.answer === null)) {
    const { attemptId, request } = attempt;
    const { customerId = '' } = request;
    const found = await readProvider(() => provider.findIntent({ customerId, attemptId }));
    if (found) {
      await noteIntent(db.sql, { attemptId, providerIntentId: found.intentId });
      return found.intentId;
    }
    if (!isProvablyAbsent(attempt, new Date().toISOString())) throw notYet('outcome_unknown');
    await settleAttempt(db, attempt, { outcome: 'absent', answer: {} });
  }
  return undefined;
};

const cancelOrRead = async (
  db: Db,
  provider: PaymentProvider,
  attempt: Attempt,
  intentId: string,
): Promise<IntentView> => {
  if (nextStep(attempt, new Date().toISOString()) === 'call') {
    const { key } = attempt;
    const answer = await callProvider(db, attempt, () => provider.cancel({ key, intentId }));
    if ('ok' in answer) return answer.ok;
  }
  return readProvider(() => provider.getIntent(intentId));
};

/** Closes an authorisation and a capture whose answers never came: their outcome is known now. */
const settleRest = async (db: Db, intent: IntentRef, answer: Outcome): Promise<void> => {
  await forgetSecret(db.sql, intent);
  await settleOpen(db.sql, { ...intent, step: 'authorize', answer });
  await settleOpen(db.sql, { ...intent, step: 'capture', answer });
};

/** An intent that never held anything has nothing to release, and the timeline says so. */
const summaryOf = ({ type }: Outcome, authorized: Attempt | undefined): { summary?: string } =>
  type === 'HoldVoided' && authorized?.outcome !== 'AuthorizationApproved'
    ? { summary: 'Closed an attempt that held nothing' }
    : {};

const outcomeOf = (intentId: string, view: IntentView): Outcome | undefined => {
  if (view.status === 'voided') return { type: 'HoldVoided', intentId };
  return view.status === 'captured'
    ? { type: 'PaymentCaptured', intentId, captured: view.captured }
    : undefined;
};
