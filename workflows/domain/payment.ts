import type { Backorder, Intent } from './backorder.ts';
import type { Effect, MoneyEffect } from './effect.ts';
import type { Fact } from './fact.ts';
import type { Lease } from './ledger.ts';
import { earliest, type Instant } from './time.ts';
import { leaseValues, uncollected } from './value.ts';

/** The lease of an intent for goods that left without their money. */
export const shippedLeaseId = 'shipped';

/**
 * What is to be done at the provider, most urgent first, to steer to two sums: captured is the
 * value shipped, held is the value set aside. Empty when the money is where it should be.
 */
export const moneySteps = (state: Backorder, at: Instant): MoneyEffect[] => {
  const owed = uncollected(state);
  const values = leaseValues(state);
  return [
    ...(owed > 0 ? captures(state, owed) : []),
    ...refunds(state, Math.max(0, -owed)),
    ...(owed > 0 ? [] : voids(state, values, at)),
    ...authorizations(state, values, at),
  ];
};

/**
 * What stands as soon as an effect starts. Money may have moved from then on, whatever the plan
 * would say later, so what was begun is pursued as it was until it has an answer.
 */
export const begun = (effect: Effect, at: Instant): Fact[] => {
  switch (effect.type) {
    case 'authorize': {
      const { intentId, leaseId, amount } = effect;
      return [{ type: 'AuthorizationStarted', at, intentId, leaseId, amount }];
    }
    case 'capture':
      return [{ type: 'CaptureStarted', at, intentId: effect.intentId, amount: effect.amount }];
    case 'refund':
      return [{ type: 'RefundStarted', at, intentId: effect.intentId, upTo: effect.upTo }];
    default:
      return [];
  }
};

/** Whether the lease's units are paid for by a live hold, so that they may become firm. */
export const isCovered = (state: Backorder, lease: Lease, at: Instant): boolean => {
  const value = leaseValues(state).find((each) => each.lease === lease)?.value ?? 0;
  return value === 0 || coveringIntent(state, lease.leaseId, value, at) !== undefined;
};

/** Whether the lease waits for the customer: its card said no, or asks for authentication. */
export const isBlocked = ({ intents }: Backorder, leaseId: string): boolean =>
  intents.some((intent) => intent.leaseId === leaseId && needsCustomer(intent));

/** Whether nothing more comes of the intent unless the customer does something. */
export const needsCustomer = ({ state }: Intent): boolean =>
  state === 'declined' || state === 'action_required' || state === 'refused';

/** Whether the key is that of an effect on the intent. */
export const isMoneyKey = (key: string, intentId: string): boolean => {
  const [step = '', id] = key.split(':');
  return id === intentId && ['authorize', 'capture', 'void', 'refund'].includes(step);
};

/** When a live hold must be renewed, and when it ends, at the earliest after `at`. */
export const nextHoldChange = ({ intents }: Backorder, at: Instant): Instant | undefined =>
  earliest(
    ...intents
      .flatMap(({ state, renewAt, holdUntil }) => (state === 'held' ? [renewAt, holdUntil] : []))
      .filter((instant) => instant !== null && instant > at),
  );

/**
 * Minor units of live holds that no capture is waiting for. A partial capture releases the rest
 * of its hold, so a hold that a capture will touch is not counted.
 */
export const freeHolds = (state: Backorder, at: Instant): number => {
  let owed = uncollected(state);
  let free = 0;
  for (const intent of heldInOrderOfUse(state)) {
    if (owed > 0) owed -= intent.capturing ?? intent.amount;
    else if (isLive(intent, at)) free += intent.amount;
  }
  return free;
};

const captures = (state: Backorder, owed: number): MoneyEffect[] => {
  const steps: MoneyEffect[] = [];
  let left = owed;
  for (const { intentId, amount: held, capturing } of heldInOrderOfUse(state)) {
    if (left <= 0) break;
    const amount = capturing ?? Math.min(left, held);
    steps.push({ lane: 'money', type: 'capture', key: `capture:${intentId}`, intentId, amount });
    left -= amount;
  }
  if (left > 0 && !isBlocked(state, shippedLeaseId)) {
    steps.push(authorize(state, shippedLeaseId, left));
  }
  return steps;
};

/** A refund that failed waits for a person, who resolves the attention it raised. */
const refunds = ({ intents, attention }: Backorder, excess: number): MoneyEffect[] => {
  if (attention.some(({ code }) => code === 'refund_failed')) return [];
  const steps: MoneyEffect[] = [];
  let left = excess;
  const newestFirst = intents.filter(({ captured }) => captured > 0).reverse();
  newestFirst.sort((a, b) => Number(b.refundingUpTo !== null) - Number(a.refundingUpTo !== null));
  for (const { intentId, captured, refunded, refundingUpTo } of newestFirst) {
    const upTo = refundingUpTo ?? refunded + Math.min(left, captured - refunded);
    const amount = upTo - refunded;
    if (amount <= 0) continue;
    const key = `refund:${intentId}:${upTo}`;
    steps.push({ lane: 'money', type: 'refund', key, intentId, amount, upTo });
    left -= amount;
  }
  return steps;
};

/** Holds whose lease is gone, or which a newer hold has replaced. */
const voids = (state: Backorder, values: LeaseValue[], at: Instant): MoneyEffect[] =>
  state.intents
    .filter(
      ({ state: its }) => its === 'held' || its === 'action_required' || its === 'authorizing',
    )
    .filter((intent) => {
      const lease = values.find((each) => each.lease.leaseId === intent.leaseId);
      if (lease === undefined) return true;
      if (intent.state !== 'held') return false;
      const covering = coveringIntent(state, intent.leaseId, lease.value, at);
      return covering !== undefined && covering !== intent;
    })
    .map(({ intentId }) => ({ lane: 'money', type: 'void', key: `void:${intentId}`, intentId }));

/**
 * Nothing is authorised while a cancellation or shipment is on its way to the ledger, nor for a
 * lease that has ended.
 */
const authorizations = (state: Backorder, values: LeaseValue[], at: Instant): MoneyEffect[] =>
  state.acts.length > 0
    ? []
    : values
        .filter(({ lease, value }) => value > 0 && (lease.state === 'firm' || lease.endsAt > at))
        .filter(({ lease: { leaseId }, value }) => {
          const covering = coveringIntent(state, leaseId, value, at);
          return (covering?.renewAt ?? at) <= at && !isBlocked(state, leaseId);
        })
        .map(({ lease: { leaseId }, value }) => authorize(state, leaseId, value));

/** An attempt that has begun is pursued as it was; its outcome may already stand there. */
const authorize = (state: Backorder, leaseId: string, value: number): MoneyEffect => {
  const begun = state.intents.find(
    (intent) => intent.leaseId === leaseId && intent.state === 'authorizing',
  );
  const intentId = begun?.intentId ?? `i${state.intents.length + 1}`;
  const amount = begun?.amount ?? value;
  return {
    lane: 'money',
    type: 'authorize',
    key: `authorize:${intentId}`,
    intentId,
    leaseId,
    amount,
  };
};

type LeaseValue = ReturnType<typeof leaseValues>[number];

/** The newest live hold that is large enough. */
const coveringIntent = (
  { intents }: Backorder,
  leaseId: string,
  value: number,
  at: Instant,
): Intent | undefined =>
  intents.findLast(
    (intent) => intent.leaseId === leaseId && intent.amount >= value && isLive(intent, at),
  );

const isLive = ({ state, holdUntil }: Intent, at: Instant): boolean =>
  state === 'held' && holdUntil !== null && holdUntil > at;

/** Begun captures come first, then holds of goods that all left, then of those that leave first. */
const heldInOrderOfUse = ({ intents, stock }: Backorder): Intent[] => {
  const place = ({ leaseId, capturing }: Intent) =>
    capturing === null ? stock.leases.findIndex((lease) => lease.leaseId === leaseId) : -2;
  return intents.filter(({ state }) => state === 'held').sort((a, b) => place(a) - place(b));
};
