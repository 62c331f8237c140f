import type { AttentionCode, Backorder } from './backorder.ts';
import type { Instant } from './time.ts';

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
export const settle = (state: Backorder, ...codes: AttentionCode[]): Backorder =>
  state.attention.some((item) => codes.includes(item.code))
    ? { ...state, attention: state.attention.filter((item) => !codes.includes(item.code)) }
    : state;

const stopping: ReadonlySet<string> = new Set<AttentionCode>([
  'disputed',
  'fraud_warning',
  'refunded_elsewhere',
]);

/** Whether goods must not leave before a person has looked at the order's money. */
export const stopsShipment = ({ attention }: { attention: readonly { code: string }[] }): boolean =>
  attention.some(({ code }) => stopping.has(code));

/** Whether the provider has not confirmed what was to be paid at checkout: nothing becomes firm. */
export const isUnconfirmed = ({ attention }: { attention: readonly { code: string }[] }): boolean =>
  attention.some(({ code }) => code === 'unpaid');

/** Whether goods have left whose money is still pursued. */
export const isShippedUnpaid = ({
  attention,
}: {
  attention: readonly { code: string }[];
}): boolean => attention.some(({ code }) => code === 'shipped_unpaid');
