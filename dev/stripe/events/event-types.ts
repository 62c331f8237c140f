import type { Charge } from '../records/charge.ts';
import type { Dispute } from '../records/dispute.ts';
import type { Intent } from '../records/payment-intent.ts';
import type { PaymentMethod } from '../records/payment-method.ts';
import type { Refund } from '../records/refund.ts';
import type { SetupIntent } from '../records/setup-intent.ts';
import type { Change } from '../store.ts';

/** The events a change is, by what differs; none for what Stripe says nothing about. */
export const eventTypesOf = (change: Change): string[] => {
  if (change.after === null) return [];
  if (change.as !== undefined) return [change.as];
  if (change.kind === 'payment_intent') return ofIntent(change.before, change.after);
  if (change.kind === 'setup_intent') return ofSetup(change.before, change.after);
  if (change.kind === 'charge') return ofCharge(change.before, change.after);
  if (change.kind === 'refund') return ofRefund(change.before, change.after);
  if (change.kind === 'dispute') return ofDispute(change.before, change.after);
  if (change.kind === 'payment_method') return ofMethod(change.before, change.after);
  if (change.kind === 'fraud_warning' && !change.before)
    return ['radar.early_fraud_warning.created'];
  return [];
};

/** What a record held before, where it differs; undefined when nothing does. */
export const previousAttributes = (before: object, after: object): object | undefined => {
  const now = after as Record<string, unknown>;
  const changed = Object.entries(before).flatMap(([name, value]): [string, unknown][] => {
    if (JSON.stringify(value) === JSON.stringify(now[name])) return [];
    const inner = isGroup(value) && isGroup(now[name]);
    return [[name, inner ? previousAttributes(value, now[name] as object) : value]];
  });
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
};

const isGroup = (value: unknown): value is object =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const intentTypes: Partial<Record<Intent['status'], string>> = {
  requires_action: 'payment_intent.requires_action',
  requires_capture: 'payment_intent.amount_capturable_updated',
  succeeded: 'payment_intent.succeeded',
  canceled: 'payment_intent.canceled',
};

const ofIntent = (before: Intent | undefined, after: Intent): string[] => {
  const entered = before?.status === after.status ? undefined : intentTypes[after.status];
  const failed =
    after.last_payment_error && after.last_payment_error !== before?.last_payment_error;
  return [
    ...(before ? [] : ['payment_intent.created']),
    ...(entered ? [entered] : []),
    ...(failed ? ['payment_intent.payment_failed'] : []),
  ];
};

const setupTypes: Partial<Record<SetupIntent['status'], string>> = {
  requires_action: 'setup_intent.requires_action',
  succeeded: 'setup_intent.succeeded',
  canceled: 'setup_intent.canceled',
};

const ofSetup = (before: SetupIntent | undefined, after: SetupIntent): string[] => {
  const entered = before?.status === after.status ? undefined : setupTypes[after.status];
  const failed = after.last_setup_error && after.last_setup_error !== before?.last_setup_error;
  return [
    ...(before ? [] : ['setup_intent.created']),
    ...(entered ? [entered] : []),
    ...(failed ? ['setup_intent.setup_failed'] : []),
  ];
};

/** The rest of a hold that a capture releases is counted as refunded, but is no refund. */
const ofCharge = (before: Charge | undefined, after: Charge): string[] =>
  before && before.captured === after.captured && after.amount_refunded > before.amount_refunded
    ? ['charge.refunded']
    : [];

const ofRefund = (before: Refund | undefined, after: Refund): string[] => {
  if (!before) return ['refund.created'];
  const failed = before.status !== 'failed' && after.status === 'failed';
  return failed ? ['refund.updated', 'refund.failed'] : ['refund.updated'];
};

const ofDispute = (before: Dispute | undefined, after: Dispute): string[] => {
  if (!before) return ['charge.dispute.created'];
  const closed = ['won', 'lost', 'warning_closed'].includes(after.status);
  return closed && before.status !== after.status
    ? ['charge.dispute.updated', 'charge.dispute.closed']
    : ['charge.dispute.updated'];
};

const ofMethod = (before: PaymentMethod | undefined, after: PaymentMethod): string[] => {
  const owner = before?.customer ?? null;
  if (owner !== after.customer)
    return [after.customer ? 'payment_method.attached' : 'payment_method.detached'];
  return before && previousAttributes(before, after) ? ['payment_method.updated'] : [];
};
