import type { Instant } from '../time.ts';
import type { AttentionCode, Backorder } from './backorder.ts';

/** Asks for a person of ours. An item that is open already keeps its first `at` and `dueAt`. */
export const raise = (
  state: Backorder,
  code: AttentionCode,
  at: Instant,
  dueAt?: Instant,
): Backorder =>
  state.attention.some((item) => item.code === code)
    ? state
    : { ...state, attention: [...state.attention, { code, at, ...(dueAt && { dueAt }) }] };

/** Takes these items off the list, once a person or a later event has answered them. */
export const closeAttention = (state: Backorder, ...codes: AttentionCode[]): Backorder =>
  state.attention.some((item) => codes.includes(item.code))
    ? { ...state, attention: state.attention.filter((item) => !codes.includes(item.code)) }
    : state;

const stopping: ReadonlySet<string> = new Set<AttentionCode>([
  'disputed',
  'fraud_warning',
  'refunded_elsewhere',
]);

/** A backorder or its view: both carry the list. */
type Asking = { attention: readonly { code: string }[] };

/** Whether a person must look at the order's money before goods may leave. */
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
