import type { Instant } from '../time.ts';
import type { AttentionCode, Backorder } from './backorder.ts';

/** Asks for a person. An item that is open already keeps its first time. */
export const raise = (
  state: Backorder,
  code: AttentionCode,
  at: Instant,
  dueAt?: Instant,
): Backorder =>
  state.attention.some((item) => item.code === code)
    ? state
    : { ...state, attention: [...state.attention, { code, at, ...(dueAt && { dueAt }) }] };

/** Takes items back that a person, or the course of things, has answered. */
export const closeAttention = (state: Backorder, ...codes: AttentionCode[]): Backorder =>
  state.attention.some((item) => codes.includes(item.code))
    ? { ...state, attention: state.attention.filter((item) => !codes.includes(item.code)) }
    : state;

const stopping: ReadonlySet<string> = new Set<AttentionCode>([
  'disputed',
  'fraud_warning',
  'refunded_elsewhere',
]);

/** All that is read here of a backorder, or of its view. */
type Asking = { attention: readonly { code: string }[] };

/** Whether goods must not leave before a person has looked at the order's money. */
export const stopsShipment = ({ attention }: Asking): boolean =>
  attention.some(({ code }) => stopping.has(code));

/** Whether the provider has not confirmed what was to be paid at checkout: nothing becomes firm. */
export const isUnconfirmed = ({ attention }: Asking): boolean =>
  attention.some(({ code }) => code === 'unpaid');

/** Whether a payment waits for a person of ours, and not for the customer. */
export const isPaymentUnclear = ({ attention }: Asking): boolean =>
  attention.some(({ code }) => code === 'unpaid' || code === 'payment_refused');

/** Whether goods have left whose money is still pursued. */
export const isShippedUnpaid = ({ attention }: Asking): boolean =>
  attention.some(({ code }) => code === 'shipped_unpaid');
