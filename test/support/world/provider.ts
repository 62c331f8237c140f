import type { DeclineKind } from '../../../workflows/domain/backorder/card.ts';
import type { MoneyEffect, SearchEffect } from '../../../workflows/domain/backorder/effect.ts';
import type { Outcome } from '../../../workflows/domain/backorder/fact.ts';
import { addMs, dayMs, type Instant } from '../../../workflows/domain/time.ts';
import type { ProviderCard } from './cards.ts';

export type CardAnswer = 'approve' | DeclineKind | 'authentication' | 'refuse';

export type ProviderIntent = {
  intentId: string;
  amount: number;
  status: 'held' | 'action_required' | 'declined' | 'captured' | 'voided';
  /** Its bank asked for the customer, who can confirm it from then on as long as it is open. */
  isTheirs: boolean;
  /** The card that was tried last. */
  methodId: string | null;
  holdUntil: Instant | null;
  captured: number;
  /** What we refunded, and what somebody refunded past us. */
  refunded: number;
  byHand: number;
  decline: DeclineKind | null;
  isDisputed: boolean;
  /** What a dispute that was lost took. */
  lost?: number;
};

/** The payment provider with our own attempts: an attempt without an answer stays as it was. */
export type Provider = {
  intents: Record<string, ProviderIntent>;
  cardsByMethod: Record<string, ProviderCard>;
  /** Cards that customers gave in forms, by the offer's id. */
  given: Record<string, string>;
  /** What the next authorisations answer; approved when there is nothing left to say. */
  cards: CardAnswer[];
  holdMs: number;
  /** The least sum that it holds or captures, and the smaller ones that it was asked for. */
  least: number;
  tooSmall: number[];
  refundsThatFail: number;
  /** Attempts whose answer has not come back. */
  open: Record<string, { amount: number; isDone: boolean; isLost?: boolean }>;
};

export const createProvider = (): Provider => ({
  intents: {},
  cardsByMethod: {},
  given: {},
  cards: [],
  holdMs: 7 * dayMs,
  least: 1,
  tooSmall: [],
  refundsThatFail: 0,
  open: {},
});

/** Writes the attempt down; from now on it is pursued with these parameters. */
export const openAttempt = (provider: Provider, effect: MoneyEffect): void => {
  if (effect.type === 'voidHold' || effect.type === 'lookAtIntent') return;
  provider.open[attemptOf(effect)] ??= { amount: effect.amount, isDone: false };
};

/** Closes the attempt: its answer has come back. */
export const closeAttempt = (provider: Provider, effect: MoneyEffect): void => {
  delete provider.open[attemptOf(effect)];
};

const attemptOf = ({ type, intentId }: MoneyEffect): string => `${type}:${intentId}`;

/** Does what the effect asks for. Repeating it changes nothing and gives the same answer. */
export const actAtProvider = (provider: Provider, effect: MoneyEffect, at: Instant): Outcome[] => {
  openAttempt(provider, effect);
  switch (effect.type) {
    case 'authorizePayment':
      return [authorize(provider, effect, at)];
    case 'capturePayment':
      return [capture(provider, effect, at)];
    case 'voidHold':
      return [cancel(provider, effect.intentId)];
    case 'refundPayment':
      return [refund(provider, effect)];
    case 'lookAtIntent':
      return [look(provider, effect, at)];
  }
};

/** All that the provider has: our refunds first, then each intent as it stands. */
export const findIntents = (
  provider: Provider,
  { known }: SearchEffect,
  at: Instant,
): Outcome[] => [
  { type: 'IntentsFound', intents: [] },
  ...known
    .filter(({ isAnswered }) => isAnswered)
    .flatMap(({ intentId, refundedByUs }): Outcome[] => [
      ...foundRefund(provider, intentId, refundedByUs),
      look(provider, { ...named, intentId, subject: intentId, look: 0 }, at),
    ]),
];

const named = { lane: 'money', type: 'lookAtIntent', turn: '' } as const;

const foundRefund = (provider: Provider, intentId: string, known: number): Outcome[] => {
  const { refunded = 0 } = provider.intents[intentId] ?? {};
  if (refunded <= known) return [];
  delete provider.open[`refundPayment:${intentId}`];
  const amount = refunded - known;
  return [{ type: 'PaymentRefunded', intentId, refundedByUs: refunded, amount }];
};

/** The customer confirms with the card we have, or another, and their bank answers. */
export const authenticate = (
  provider: Provider,
  intentId: string,
  { at, answer, methodId }: { at: Instant; answer: 'approve' | DeclineKind; methodId?: string },
): void => {
  const intent = provider.intents[intentId];
  if (!intent?.isTheirs) return;
  if (intent.status !== 'action_required' && intent.status !== 'declined') return;
  const isApproved = answer === 'approve';
  intent.status = isApproved ? 'held' : 'declined';
  intent.methodId = methodId ?? intent.methodId;
  intent.decline = isApproved ? null : answer;
  intent.holdUntil = isApproved ? addMs(at, provider.holdMs) : null;
};

/** Somebody sends money back at the provider, past us. */
export const refundByHand = (provider: Provider, intentId: string, amount: number): void => {
  const intent = provider.intents[intentId];
  if (intent === undefined) return;
  intent.byHand += Math.min(amount, intent.captured - intent.refunded - intent.byHand);
};

/** The bank sends back here whatever went back to the customer. */
export const comesBack = (provider: Provider, intentId: string): void => {
  const intent = provider.intents[intentId];
  if (intent) Object.assign(intent, { refunded: 0, byHand: 0 });
  const attempt = provider.open[`refund:${intentId}`];
  if (attempt?.isDone) attempt.isLost = true;
};

/** What the storefront captured before the order came. */
export const payUpfront = (provider: Provider, captured: number): void => {
  const sums = { amount: captured, captured, refunded: 0, byHand: 0 };
  provider.intents.upfront = {
    ...{ intentId: 'upfront', status: 'captured', holdUntil: null, ...sums },
    ...{ decline: null, isDisputed: false, isTheirs: false, methodId: null },
  };
};

const look = (provider: Provider, effect: Effect<'lookAtIntent'>, at: Instant): Outcome => {
  const { intentId, look: n } = effect;
  const intent = provider.intents[intentId];
  const { status = 'pending', amount = 0, captured = 0, refunded = 0, byHand = 0 } = intent ?? {};
  const isGone = status === 'held' && intent && !isLive(intent, at);
  return {
    ...{ type: 'IntentSeen', intentId, look: n, amount, captured, isWarned: false },
    status: isGone ? 'voided' : status,
    refunded: refunded + byHand,
    holdUntil: intent?.holdUntil ?? null,
    decline: intent?.decline ?? null,
    methodId: intent?.methodId ?? null,
    isProven: true,
    isDisputed: intent?.isDisputed ?? false,
    chargedBack: intent?.lost ?? 0,
  };
};

/** Somebody captures a hold by hand, past us. */
export const captureByHand = (provider: Provider, intentId: string, at: Instant): void => {
  const intent = provider.intents[intentId];
  if (intent === undefined || !isLive(intent, at)) return;
  intent.status = 'captured';
  intent.captured = intent.amount;
};

/** The bank lets go of a hold before its time. */
export const dropHold = (provider: Provider, intentId: string): void => {
  if (provider.intents[intentId]?.status === 'held') letGo(provider, intentId);
};

/** Somebody cancels an intent by hand, past us. */
export const letGo = (provider: Provider, intentId: string): void => {
  const intent = provider.intents[intentId];
  if (intent !== undefined && intent.status !== 'captured') intent.status = 'voided';
};

export const sumOf = ({ intents }: Provider, what: 'captured' | 'refunded'): number =>
  Object.values(intents).reduce(
    (sum, intent) =>
      sum + (what === 'captured' ? intent.captured : intent.refunded + intent.byHand),
    0,
  );

/** Minor units that are held on the customer's card. */
export const heldSum = ({ intents }: Provider, at: Instant): number =>
  Object.values(intents)
    .filter((intent) => isLive(intent, at))
    .reduce((sum, { amount }) => sum + amount, 0);

type Effect<T extends MoneyEffect['type']> = Extract<MoneyEffect, { type: T }>;

const authorize = (
  provider: Provider,
  { intentId, amount, methodId }: Effect<'authorizePayment'>,
  at: Instant,
): Outcome => {
  const known = provider.intents[intentId];
  if (known) return standing(known);
  if (amount < provider.least) {
    provider.tooSmall.push(amount);
    return { type: 'AuthorizationRefused', intentId, code: 'amount_too_small' };
  }
  const answer = provider.cards.shift() ?? 'approve';
  if (answer === 'refuse') return { type: 'AuthorizationRefused', intentId, code: 'http_400' };
  const holdUntil = answer === 'approve' ? addMs(at, provider.holdMs) : null;
  const isDecline = answer !== 'approve' && answer !== 'authentication';
  const status = isDecline ? 'declined' : answer === 'approve' ? 'held' : 'action_required';
  const intent: ProviderIntent = {
    ...{ intentId, amount, status, holdUntil, captured: 0, refunded: 0, byHand: 0 },
    ...{ methodId, decline: isDecline ? answer : null },
    ...{ isTheirs: status === 'action_required', isDisputed: false },
  };
  provider.intents[intentId] = intent;
  return standing(intent);
};

const standing = ({ intentId, status, holdUntil, captured, decline }: ProviderIntent): Outcome => {
  switch (status) {
    case 'held':
      return { type: 'AuthorizationApproved', intentId, holdUntil: holdUntil ?? '' };
    case 'action_required':
      return { type: 'AuthenticationRequired', intentId };
    case 'declined':
      return { type: 'AuthorizationDeclined', intentId, kind: decline ?? 'soft' };
    case 'captured':
      return { type: 'PaymentCaptured', intentId, captured };
    case 'voided':
      return { type: 'HoldVoided', intentId };
  }
};

const capture = (provider: Provider, effect: Effect<'capturePayment'>, at: Instant): Outcome => {
  const { intentId } = effect;
  const intent = intentOf(provider, intentId);
  if (isLive(intent, at)) {
    const amount = provider.open[attemptOf(effect)]?.amount ?? 0;
    if (amount < provider.least) {
      provider.tooSmall.push(amount);
      return { type: 'CaptureTooSmall', intentId, amount };
    }
    intent.status = 'captured';
    intent.captured = amount;
  }
  return intent.status === 'captured' ? standing(intent) : { type: 'HoldVoided', intentId };
};

const cancel = (provider: Provider, intentId: string): Outcome => {
  const intent = provider.intents[intentId];
  if (intent?.status === 'captured') return standing(intent);
  if (intent) intent.status = 'voided';
  return { type: 'HoldVoided', intentId };
};

const refund = (provider: Provider, effect: Effect<'refundPayment'>): Outcome => {
  const { intentId } = effect;
  const intent = intentOf(provider, intentId);
  const attempt = provider.open[attemptOf(effect)] ?? { amount: 0, isDone: true };
  if (provider.refundsThatFail > 0 || attempt.isLost) {
    if (!attempt.isLost) provider.refundsThatFail -= 1;
    closeAttempt(provider, effect);
    return { type: 'RefundFailed', intentId };
  }
  const left = intent.captured - intent.refunded - intent.byHand;
  if (!attempt.isDone && attempt.amount > left) {
    closeAttempt(provider, effect);
    return { type: 'RefundFailed', intentId };
  }
  if (!attempt.isDone) intent.refunded += attempt.amount;
  attempt.isDone = true;
  const refundedByUs = intent.refunded;
  return { type: 'PaymentRefunded', intentId, refundedByUs, amount: attempt.amount };
};

const isLive = ({ status, holdUntil }: ProviderIntent, at: Instant): boolean =>
  status === 'held' && holdUntil !== null && holdUntil > at;

const intentOf = ({ intents }: Provider, intentId: string): ProviderIntent => {
  const intent = intents[intentId];
  if (intent === undefined) throw new Error(`No intent ${intentId}`);
  return intent;
};
