import type { Backorder } from '../backorder/backorder.ts';
import type { RefusalCode } from '../backorder/request.ts';
import type { Part } from '../backorder/snapshot.ts';
import { decide, isRefusal } from '../decide.ts';
import { evolve } from '../evolve.ts';
import { moneySteps } from '../payment/steps.ts';
import { chargeOfShipped } from '../payment/sums/value.ts';
import { expectedStock, firmUnits } from '../stock/expected.ts';
import type { Instant } from '../time.ts';

/** What the report of a parcel would do at this moment; sums in minor units. */
export type ShipPreview = {
  units: Part[];
  /** What is charged for them, besides what is paid already. */
  charge: number;
  /** The holds that it is taken from. */
  captures: { intentId: string; amount: number }[];
};

/** By the very rules by which a report is decided and charged. Nothing is kept. */
export const previewShipment = (
  state: Backorder,
  lines: Part[] | null,
  at: Instant,
): ShipPreview | { refused: RefusalCode } => {
  const shipmentId = 'preview';
  const decision = decide(state, { type: 'ReportShipment', shipmentId, lines }, at);
  if (isRefusal(decision)) return { refused: decision.refused };
  const units = lines ?? firmUnits(expectedStock(state));
  const accepted = decision.reduce(evolve, state);
  const stock = expectedStock(accepted);
  const snapshot = { ...stock, ledgerRevision: state.stock.ledgerRevision + 1 };
  const applied = { actId: shipmentId, snapshot, lines: units, short: false };
  const after = evolve(accepted, { type: 'StockActApplied', at, ...applied });
  const captures = moneySteps(after, at).flatMap((step) =>
    step.type === 'capturePayment' ? [{ intentId: step.intentId, amount: step.amount }] : [],
  );
  return { units, charge: chargeOfShipped(after, units), captures };
};
