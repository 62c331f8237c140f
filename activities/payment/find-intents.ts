import type { Db } from '../../db/client.ts';
import {
  type Attempt,
  adoptAttempt,
  listStep,
  noteIntent,
  settleAttempt,
} from '../../db/payment/attempts.ts';
import { getPayer, type Payer } from '../../db/payment/payers.ts';
import type { FoundIntent, Outcome } from '../../workflows/domain/backorder/fact.ts';
import { isProvablyAbsent } from '../../workflows/domain/payment/attempt.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Activities } from '../call.ts';
import { notYet } from '../failure.ts';
import { skippedMsAt } from '../order-time.ts';
import { readProvider } from './ask-provider.ts';
import { outcomeOf } from './authorize.ts';
import { findRefunds, isAttemptId } from './find-refunds.ts';
import { lookAtIntent } from './look-at-intent.ts';
import type { IntentView, PaymentProvider } from './provider.ts';
import { settle } from './settle.ts';

/**
 * Reads all that the provider has of an order whose run was lost. Intents and refunds of ours that
 * the database has lost are written down anew, then each intent is looked at. It moves no money,
 * and repeating it is safe. Throws until everything was read.
 */
export const findIntents =
  (db: Db, provider: PaymentProvider): Activities['findIntents'] =>
  async (call) => {
    const { orderId, at, effect } = call;
    const known = new Set(effect.known.map(({ intentId }) => intentId));
    const traced = await trace(db, provider, orderId);
    await closeUntraced(db, orderId, known);
    const unknown = traced.filter(({ intent, view }) => !known.has(intent) && isOfUse(view));
    const answers = await Promise.all(unknown.map((each) => answer(db, each, at)));
    const look = lookAtIntent(db, provider);
    const refundedBefore = new Map(effect.known.map((each) => [each.intentId, each.refundedByUs]));
    const outcomes: Outcome[] = [
      { type: 'IntentsFound', intents: unknown.map(foundOf) },
      ...answers,
    ];
    const answered = effect.known.filter(({ isAnswered }) => isAnswered);
    for (const { intentId } of [...answered, ...unknown.map(foundOf)]) {
      const intent = { orderId, intent: intentId };
      const refundedByUs = refundedBefore.get(intentId) ?? 0;
      outcomes.push(...(await findRefunds(db, provider, { ...intent, refundedByUs, at })));
      const named = { lane: 'money', type: 'lookAtIntent', subject: intentId, turn: '' } as const;
      const effect = { ...named, intentId, look: 0 };
      outcomes.push(...(await look({ ...call, effect })));
    }
    return outcomes;
  };

/** An intent of ours at the provider, and the attempt that made it. */
type Traced = { intent: string; attempt: Attempt; view: IntentView };

/** Finds the attempt of each intent, oldest first; writes down those that were lost. */
const trace = async (db: Db, provider: PaymentProvider, orderId: string): Promise<Traced[]> => {
  const payer = await getPayer(db.sql, orderId);
  const { customerId } = payer;
  const all = customerId ? await readProvider(() => provider.listIntentsOf(customerId)) : [];
  const traced: Traced[] = [];
  for (const view of all.filter((each) => isOurs(each, orderId, payer)).toReversed()) {
    const attempt = await attemptOf(db, orderId, view);
    // An attempt that was called absent has been replaced; the comparison of the books tells of it.
    if (attempt.outcome === 'absent') continue;
    traced.push({ intent: attempt.intent, attempt, view });
  }
  return traced;
};

const isOurs = (view: IntentView, orderId: string, { currency }: Payer): boolean =>
  view.orderId === orderId && isAttemptId(view.attemptId) && view.amount.currency === currency;

const attemptOf = async (db: Db, orderId: string, view: IntentView): Promise<Attempt> => {
  const { attemptId, intentId: providerIntentId, status, clientSecret } = view;
  const attempts = await listStep(db.sql, { orderId, step: 'authorize' });
  const known = attempts.find((attempt) => attempt.attemptId === attemptId);
  if (known) {
    const secret = status === 'action_required' ? clientSecret : null;
    const noted = { attemptId: known.attemptId, providerIntentId, clientSecret: secret };
    if (known.providerIntentId === null) await noteIntent(db.sql, noted);
    return { ...known, providerIntentId };
  }
  const made = Math.max(0, ...attempts.map(({ intent }) => Number(intent.replace(/^i/, '')) || 0));
  return adoptAttempt(db.sql, {
    ...{ attemptId: attemptId ?? '', orderId, intent: `i${made + 1}`, step: 'authorize' },
    request: {
      ...{ amount: view.amount.amount, currency: view.amount.currency },
      ...(view.customerId !== null && { customerId: view.customerId }),
      ...(view.paymentMethodId !== null && { paymentMethodId: view.paymentMethodId }),
    },
    providerIntentId,
  });
};

/** An attempt that the state does not know, and that never reached the provider, is over. */
const closeUntraced = async (
  db: Db,
  orderId: string,
  known: ReadonlySet<string>,
): Promise<void> => {
  for (const attempt of await listStep(db.sql, { orderId, step: 'authorize' })) {
    const isTraced = attempt.providerIntentId !== null || attempt.answer !== null;
    if (isTraced || known.has(attempt.intent)) continue;
    if (!isProvablyAbsent(attempt, new Date().toISOString())) throw notYet('outcome_unknown');
    await settleAttempt(db, attempt, { outcome: 'absent', answer: {} });
  }
};

/** One that is void and took nothing is as good as none. */
const isOfUse = ({ status, captured }: IntentView): boolean => status !== 'voided' || captured > 0;

const answer = async (db: Db, { intent, attempt, view }: Traced, at: Instant): Promise<Outcome> => {
  const outcome = outcomeOf(intent, view, skippedMsAt(at));
  if (attempt.answer === null) await settle(db, attempt, { answer: outcome, at });
  return outcome;
};

const foundOf = ({ intent, attempt: { request } }: Traced): FoundIntent => ({
  intentId: intent,
  amount: request.amount,
  methodId: request.paymentMethodId ?? null,
});
