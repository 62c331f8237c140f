import type { Backorder } from '../../backorder/backorder.ts';
import type { Part } from '../../backorder/snapshot.ts';
import { isTerminal, phaseOf } from '../../backorder/snapshot.ts';
import { uncollected, valueOfCancelled } from './value.ts';

/** Minor units that go back, those whose hold ends, and those that are never charged. */
export type Settlement = { refunded: number; voided: number; neverCharged: number };

/**
 * What would become of the money if these waiting units were cancelled now. Money that is owed back
 * already is not counted again. A hold ends once nothing is left to ship; before that it is for
 * units that stay.
 */
export const settlementOf = (state: Backorder, parts: readonly Part[]): Settlement => {
  const after = withoutWaiting(state, parts);
  const worth = valueOfCancelled(after, parts);
  const refunded = owedBack(after) - owedBack(state);
  const isOver = isTerminal(phaseOf(after.stock));
  const voided = isOver ? Math.min(heldBy(state), worth - refunded) : 0;
  return { refunded, voided, neverCharged: worth - refunded - voided };
};

const owedBack = (state: Backorder): number => Math.max(0, -uncollected(state));

const heldBy = ({ intents }: Backorder): number =>
  intents.reduce((sum, { state, amount }) => sum + (state === 'held' ? amount : 0), 0);

const withoutWaiting = (state: Backorder, parts: readonly Part[]): Backorder => {
  const lines = state.stock.lines.map((line) => {
    const asked = parts.find(({ lineId }) => lineId === line.lineId)?.quantity ?? 0;
    const quantity = Math.min(asked, line.waiting);
    return { ...line, waiting: line.waiting - quantity, cancelled: line.cancelled + quantity };
  });
  return { ...state, stock: { ...state.stock, lines } };
};
