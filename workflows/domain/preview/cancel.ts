import type { Backorder } from '../backorder/backorder.ts';
import { isHeldByShop } from '../backorder/intent.ts';
import type { CancelBackorder, RefusalCode } from '../backorder/request.ts';
import { isTerminal, type Part, phaseOf, type Snapshot } from '../backorder/snapshot.ts';
import { decide, isRefusal } from '../decide.ts';
import { evolve } from '../evolve.ts';
import { moneySteps } from '../payment/steps.ts';
import { remainingValue, uncollected } from '../payment/sums/value.ts';
import { expectedStock } from '../stock/expected.ts';
import type { Instant } from '../time.ts';

/** Money on one intent; in minor units. */
type OnIntent = { intentId: string; amount: number };

/** What a cancellation would do at this moment; sums in minor units. */
export type CancelPreview = {
  /** The units that it takes. */
  units: Part[];
  /** Whether nothing is left open after it. */
  isEnd: boolean;
  /** What these units cost. */
  worth: number;
  /** Sent back by us, by the payment that it came with. */
  refunds: OnIntent[];
  /** Holds that are let go. */
  voids: OnIntent[];
  /** What the shop, which holds it, has to send back itself. */
  byShop: number;
  /** Owed back beyond these: a person has to see to it. */
  unsent: number;
  /** The part of `worth` that nobody has paid, and that is not charged any more. */
  neverCharged: number;
  /** The provider has not confirmed what was paid at checkout: more may turn out to be owed. */
  isUnconfirmed: boolean;
  /** By when the law wants sent what goes back; null when nothing does. */
  refundBy: Instant | null;
};

type Asked = Pick<CancelBackorder, 'by' | 'lines'>;

/**
 * What follows from a cancellation, by the very rules by which it is decided and carried out.
 * `refundBy`: by when its money has to be sent. Nothing is kept.
 */
export const previewCancellation = (
  state: Backorder,
  { by, lines }: Asked,
  { at, refundBy }: { at: Instant; refundBy: Instant },
): CancelPreview | { refused: RefusalCode } => {
  const cancelId = 'preview';
  const decision = decide(state, { type: 'CancelBackorder', cancelId, by, lines }, at);
  if (isRefusal(decision)) return { refused: decision.refused };
  const accepted = decision.reduce(evolve, state);
  const before = expectedStock(state);
  const stock = expectedStock(accepted);
  const units = cancelledSince(before, stock);
  const snapshot = { ...stock, ledgerRevision: state.stock.ledgerRevision + 1 };
  const applied = { actId: cancelId, snapshot, lines: units, short: false, refundBy };
  const after = evolve(accepted, { type: 'StockActApplied', at, ...applied });
  return { units, isEnd: isTerminal(phaseOf(stock)), ...moneyOf(state, after, { at, refundBy }) };
};

const cancelledSince = (before: Snapshot, after: Snapshot): Part[] =>
  after.lines
    .map(({ lineId, cancelled }) => {
      const known = before.lines.find((line) => line.lineId === lineId);
      return { lineId, quantity: cancelled - (known?.cancelled ?? 0) };
    })
    .filter(({ quantity }) => quantity > 0);

type Money = Omit<CancelPreview, 'units' | 'isEnd'>;

const moneyOf = (
  before: Backorder,
  after: Backorder,
  { at, refundBy }: { at: Instant; refundBy: Instant },
): Money => {
  const steps = moneySteps(after, at);
  const refunds = steps.flatMap((step) =>
    step.type === 'refundPayment' ? [{ intentId: step.intentId, amount: step.amount }] : [],
  );
  const voids = steps.flatMap((step) => {
    const intent = after.intents.find(({ intentId }) => intentId === step.intentId);
    if (step.type !== 'voidHold' || intent?.state !== 'held') return [];
    return [{ intentId: step.intentId, amount: intent.amount }];
  });
  const worth = remainingValue(before) - remainingValue({ ...before, stock: after.stock });
  const owed = Math.max(0, -uncollected(after));
  const byShop = after.intents.some(isHeldByShop) ? owed : 0;
  return {
    ...{ worth, refunds, voids, byShop },
    unsent: Math.max(0, owed - byShop - sumOf(refunds)),
    neverCharged: Math.max(0, worth - owed),
    isUnconfirmed: after.intents.some(({ state }) => state === 'unverified'),
    refundBy: owed > 0 ? refundBy : null,
  };
};

const sumOf = (parts: readonly OnIntent[]): number =>
  parts.reduce((sum, { amount }) => sum + amount, 0);
