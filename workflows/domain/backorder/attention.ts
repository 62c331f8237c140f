import type { Instant } from '../time.ts';

/** Why a person has to look at a backorder. */
export const attentionCodes = [
  'payment_failed',
  'payment_refused',
  'shipped_unpaid',
  'refund_failed',
  'refund_wanted',
  'disputed',
  'fraud_warning',
  'refunded_elsewhere',
  'unpaid',
  'money_differs',
  'unexpected_shipment',
  'shipped_after_cancel',
  'shipment_short',
  'mail_failed',
  'mail_unknown',
  'mail_undelivered',
  'notice_due',
  'deadline_missed',
  'further_period_over',
  'withdrawal_after_shipment',
  'dead_end',
  'orphaned',
  'parked',
  'news_late',
  'filling_late',
  'lease_late',
  'shop_differs',
] as const;

export type AttentionCode = (typeof attentionCodes)[number];

/**
 * `dueAt`: the law's own deadline, where there is one. `amount`: minor units that the person is
 * asked to send.
 */
export type Attention = { code: AttentionCode; at: Instant; dueAt?: Instant; amount?: number };

/** All that is read here of a backorder, or of its view. */
type Asking = { attention: Attention[] };

/** Asks for a person. An item that is open already keeps its first time. */
export const raise = <State extends Asking>(
  state: State,
  code: AttentionCode,
  at: Instant,
  dueAt?: Instant,
): State => raiseItem(state, { code, at, ...(dueAt && { dueAt }) });

/** The same of an item that says more. */
export const raiseItem = <State extends Asking>(state: State, item: Attention): State =>
  state.attention.some(({ code }) => code === item.code)
    ? state
    : { ...state, attention: [...state.attention, item] };

/** Takes items back that a person, or the course of things, has answered. */
export const closeAttention = <State extends Asking>(
  state: State,
  ...codes: AttentionCode[]
): State =>
  state.attention.some((item) => codes.includes(item.code))
    ? { ...state, attention: state.attention.filter((item) => !codes.includes(item.code)) }
    : state;

const stopping: ReadonlySet<AttentionCode> = new Set<AttentionCode>([
  'disputed',
  'fraud_warning',
  'refunded_elsewhere',
]);

/**
 * The codes under which a customer gets no relationship mail. One whose payment failed does not
 * want us to count the days.
 */
export const mutingCodes: readonly AttentionCode[] = ['payment_failed', ...stopping];

/** Whether relationship mail makes no sense before the order's payment is in order. */
export const isMuted = ({ attention }: Asking): boolean =>
  attention.some(({ code }) => mutingCodes.includes(code));

/** Whether goods must not leave before a person has looked at the order's money. */
export const stopsShipment = ({ attention }: Asking): boolean =>
  attention.some(({ code }) => stopping.has(code));

/** Whether the provider has yet to confirm the payment at checkout: until then no unit is firm. */
export const isUnconfirmed = ({ attention }: Asking): boolean =>
  attention.some(({ code }) => code === 'unpaid');

/** Whether a payment waits for a person of ours, and not for the customer. */
export const isPaymentUnclear = ({ attention }: Asking): boolean =>
  attention.some(({ code }) => code === 'unpaid' || code === 'payment_refused');

/** Whether goods have left and we are still pursuing the payment for them. */
export const isShippedUnpaid = ({ attention }: Asking): boolean =>
  attention.some(({ code }) => code === 'shipped_unpaid');
