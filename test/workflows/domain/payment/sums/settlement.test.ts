import { describe, expect, it } from 'vitest';
import { settlementOf } from '../../../../../workflows/domain/payment/sums/settlement.ts';
import { bensMugs } from '../../../../support/cast.ts';
import { firm, snapshot, units } from '../../../../support/facts.ts';
import { mugs } from '../../../../support/upfront.ts';
import { createWorld } from '../../../../support/world/world.ts';

/** Ben's three mugs cost a hundred together, the last of them 34. */
const unpaid = () => createWorld(bensMugs).state;

describe('what becomes of the money of units that are given up', () => {
  it('is that nothing of it is ever charged, where nothing was', () => {
    expect(settlementOf(unpaid(), units(3))).toEqual({
      ...{ refunded: 0, voided: 0, neverCharged: 100 },
    });
    expect(settlementOf(unpaid(), units(1))).toMatchObject({ refunded: 0, neverCharged: 34 });
  });

  it('is a hold that is let go once nothing is left to ship, and not before', () => {
    const hold = { ...unpaid().intents[0], state: 'held', amount: 100, captured: 0 };
    const intents = [{ refundedByUs: 0, returnedElsewhere: 0, foreign: 0, ...hold }] as never;
    const state = { ...unpaid(), intents };
    expect(settlementOf(state, units(3))).toEqual({ refunded: 0, voided: 100, neverCharged: 0 });
    const stock = snapshot(2, { waiting: 1 }, firm('L-1', 2));
    expect(settlementOf({ ...state, stock }, units(1))).toMatchObject({ voided: 0 });
  });

  it.each([
    [100, 3, 100],
    [100, 1, 34],
    [40, 3, 40],
    [40, 1, 0],
  ])('gives back of %i paid, for %i units, %i', (paid, quantity, refunded) => {
    const { state } = mugs(paid, paid);
    const captured = state.intents.map((intent) => ({ ...intent, captured: paid }));
    const sums = settlementOf({ ...state, intents: captured }, units(quantity));
    expect(sums.refunded).toBe(refunded);
    expect(sums.refunded + sums.voided + sums.neverCharged).toBe(quantity === 3 ? 100 : 34);
  });
});
