import type { Db } from '../../db/client.ts';
import {
  findProviderIntent,
  forgetSecret,
  type IntentRef,
  settleOpen,
} from '../../db/payment/attempts.ts';
import { getPayer, isPaidUpfrontOnce, type Payer } from '../../db/payment/payers.ts';
import { appendTimeline } from '../../db/record/timeline.ts';
import type { IntentSeen } from '../../workflows/domain/backorder/fact.ts';
import { upfrontId } from '../../workflows/domain/backorder/intent.ts';
import { seenWords } from '../../workflows/domain/desk/payment-words.ts';
import { wallToOrder } from '../../workflows/domain/order-time.ts';
import type { Activities } from '../call.ts';
import { notYet } from '../failure.ts';
import { skippedMsAt } from '../order-time.ts';
import { readProvider } from './ask-provider.ts';
import type { IntentView, PaymentProvider } from './provider.ts';

/** Reads an intent, its disputes and its fraud warnings at the provider. It moves no money. */
export const lookAtIntent =
  (db: Db, provider: PaymentProvider): Activities['lookAtIntent'] =>
  async ({ orderId, at, effect: { intentId, look } }) => {
    const intent: IntentRef = { orderId, intent: intentId };
    const providerIntentId = await findProviderIntent(db.sql, intent);
    const view = providerIntentId && (await findView(provider, providerIntentId));
    if (!view) return [{ type: 'IntentSeen', intentId, look, ...notThere }];
    const payer = await getPayer(db.sql, orderId);
    const isOnce = intentId !== upfrontId || (await isPaidUpfrontOnce(db.sql, orderId));
    const seen: IntentSeen = {
      ...sumsOf(view),
      holdUntil: view.captureBefore && wallToOrder(view.captureBefore, skippedMsAt(at)),
      decline: view.decline?.kind ?? null,
      methodId: view.paymentMethodId,
      isProven: isOnce && belongsTo(view, payer),
      ...(await disputesOf(provider, view)),
      isWarned: await isWarned(provider, view),
    };
    await closeOpen(db, intent, seen);
    await appendTimeline(db.sql, [entryOf(intent, { view, seen, at })]);
    return [{ type: 'IntentSeen', intentId, look, ...seen }];
  };

/** Undefined when the provider knows no such intent. */
const findView = async (
  provider: PaymentProvider,
  providerIntentId: string,
): Promise<IntentView | undefined> => {
  const answer = await provider.getIntent(providerIntentId);
  if (answer.outcome === 'ok') return answer.value;
  if (answer.outcome === 'refused' && answer.code === 'resource_missing') return undefined;
  throw notYet(answer.outcome === 'refused' ? answer.code : 'outcome_unknown');
};

const sumsOf = ({ status, amount, captured, refunded }: IntentView) => ({
  status,
  amount: amount.amount,
  captured,
  refunded,
});

const notThere: IntentSeen = {
  ...{ status: 'pending', amount: 0, captured: 0, refunded: 0, holdUntil: null, decline: null },
  ...{ methodId: null, isProven: false, isDisputed: false, isWarned: false, chargedBack: 0 },
};

const belongsTo = ({ amount, customerId }: IntentView, payer: Payer): boolean =>
  amount.currency === payer.currency && customerId === payer.customerId;

/**
 * A dispute that the shop won is over. Where no dispute can be read, the charge's own word counts.
 */
const disputesOf = async (provider: PaymentProvider, view: IntentView) => {
  if (view.captured === 0) return { isDisputed: false, chargedBack: 0 };
  const disputes = await readProvider(() => provider.listDisputes(view.intentId));
  if (disputes.length === 0) return { isDisputed: view.isDisputed, chargedBack: 0 };
  return {
    isDisputed: disputes.some(({ status }) => status !== 'won'),
    chargedBack: disputes
      .filter(({ status, amount }) => status === 'lost' && amount.currency === view.amount.currency)
      .reduce((sum, { amount }) => sum + amount.amount, 0),
  };
};

const isWarned = async (provider: PaymentProvider, { intentId }: IntentView): Promise<boolean> =>
  (await readProvider(() => provider.listFraudWarnings(intentId))).length > 0;

/** Closes attempts whose answers never came: the look tells what they did. */
const closeOpen = async (db: Db, intent: IntentRef, seen: IntentSeen): Promise<void> => {
  const { intent: intentId } = intent;
  if (hasEnded(seen)) await forgetSecret(db.sql, intent);
  if (seen.status !== 'captured' && seen.status !== 'voided') return;
  const answer =
    seen.status === 'captured'
      ? { type: 'PaymentCaptured' as const, intentId, captured: seen.captured }
      : { type: 'HoldVoided' as const, intentId };
  for (const step of ['authorize', 'capture', 'void'] as const) {
    await settleOpen(db.sql, { ...intent, step, answer });
  }
};

/** A payment that was declined can still be confirmed, until we close it. */
const hasEnded = ({ status }: IntentSeen): boolean =>
  status === 'held' || status === 'captured' || status === 'voided';

/** Told once for each way in which the provider showed it; of a decline, for each code of it. */
const entryOf = (
  { orderId, intent }: IntentRef,
  { view, seen, at }: { view: IntentView; seen: IntentSeen; at: string },
) => {
  const { status, captured, refunded, isDisputed: disputed, isWarned: warned, chargedBack } = seen;
  const { intentId: providerIntentId, decline } = view;
  const { currency } = view.amount;
  const also = [
    ...(disputed ? ['disputed'] : []),
    ...(chargedBack > 0 ? ['charged back'] : []),
    ...(warned ? ['reported as fraud'] : []),
  ];
  const says = [status, ...also].join(', ');
  return {
    orderId,
    key: ['look', intent, says, captured, refunded, ...(decline ? [decline.code] : [])].join('/'),
    at,
    type: 'PaymentSeen',
    summary: `The provider shows the payment as ${[seenWords[status], ...also].join(', ')}`,
    detail: {
      ...{ intent, providerIntentId, captured, refunded, currency },
      ...(decline && { decline }),
    },
  };
};
