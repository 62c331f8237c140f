import type { Backorder } from 'meanwhile-client';

/** The order as Vendure has it; sums in Meanwhile's minor units. */
export type ShopOrder = {
  lines: { id: string; quantity: number }[];
  /** The payment by our method, if there is one. */
  payment: { state: string; amount: number; refunded: number } | undefined;
  /** What other methods have sent back. */
  refundedElsewhere: number;
};

export type Part = { id: string; quantity: number };

/** What one side has done that the other does not know. Each is done at most once by looking. */
export type Act =
  | { kind: 'cancel-there'; lines: Part[] }
  | { kind: 'cancel-here'; lines: Part[]; isAll: boolean }
  | { kind: 'settle' }
  | { kind: 'release' }
  | { kind: 'note-refund'; amount: number }
  | { kind: 'confirm-refund' };

/**
 * Compares the two sides. A line's quantity here is what is left of it after cancellations, as
 * `quantity - cancelled` is there; whichever side keeps less has cancelled, so that our own act,
 * seen again, asks for nothing.
 */
export const listOwed = (here: ShopOrder, there: Backorder): Act[] => {
  const acts: Act[] = [];
  const cancelThere = there.lines.flatMap((line) =>
    part(line.id, Math.min(keptThere(line) - keptHere(here, line.id), openThere(line))),
  );
  const cancelHere = there.lines
    .filter((line) => line.cancelled > 0)
    .flatMap((line) => part(line.id, keptHere(here, line.id) - keptThere(line)));
  if (cancelThere.length > 0) acts.push({ kind: 'cancel-there', lines: cancelThere });
  if (cancelHere.length > 0) {
    const isAll = there.lines.every((line) => keptThere(line) === 0);
    acts.push({ kind: 'cancel-here', lines: cancelHere, isAll });
  }
  return [...acts, ...moneyOf(here, there)];
};

const moneyOf = (here: ShopOrder, there: Backorder): Act[] => {
  const { captured, refunded } = there.payment;
  const { payment } = here;
  if (!payment) return isRefundSent(here, there) ? [{ kind: 'confirm-refund' }] : [];
  if (payment.state === 'Authorized') {
    const isCharged = captured.amount > 0;
    if (isCharged && (captured.amount >= payment.amount || there.phase === 'shipped')) {
      return [{ kind: 'settle' }];
    }
    return !isCharged && there.phase === 'cancelled' ? [{ kind: 'release' }] : [];
  }
  const missing = Math.min(refunded.amount, payment.amount) - payment.refunded;
  const isNoted = payment.state !== 'Settled' || missing <= 0;
  return isNoted ? [] : [{ kind: 'note-refund', amount: missing }];
};

/** Meanwhile waits for the shop to send back what the shop holds. */
const isRefundSent = (here: ShopOrder, there: Backorder): boolean =>
  there.attention.some(
    ({ code, amount }) =>
      code === 'refund_wanted' && amount !== undefined && here.refundedElsewhere >= amount.amount,
  );

type Line = Backorder['lines'][number];

const keptThere = (line: Line): number => line.quantity - line.cancelled;
const openThere = (line: Line): number => line.waiting + line.allocated;

const keptHere = (here: ShopOrder, id: string): number =>
  here.lines.find((line) => line.id === id)?.quantity ?? 0;

const part = (id: string, quantity: number): Part[] => (quantity > 0 ? [{ id, quantity }] : []);

/**
 * Whether the units may leave now: they are set aside for this order, and the money is held, had or
 * not owed. Otherwise why not, for the shop's people.
 */
export const whyNotShip = (there: Backorder, parts: Part[]): string | undefined => {
  if (there.hold) return `Meanwhile: the order is on hold (${there.hold.reason ?? 'no reason'})`;
  const isPaid = ['authorized', 'captured', 'none'].includes(there.payment.state);
  if (!isPaid) return `Meanwhile: the payment is not ready (${there.payment.state})`;
  const isWhole = there.fulfilment !== 'whole-order' || there.phase === 'ready_to_ship';
  const isSetAside = parts.every(({ id, quantity }) => {
    const line = there.lines.find((one) => one.id === id);
    return line !== undefined && quantity <= line.allocated;
  });
  return isWhole && isSetAside ? undefined : 'Meanwhile: not all of these units are here yet';
};
