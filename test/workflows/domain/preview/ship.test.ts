import { describe, expect, it } from 'vitest';
import { previewShipment } from '../../../../workflows/domain/preview/ship.ts';
import { adasLamp, cleosRoom, day, dayZero } from '../../../support/cast.ts';
import { authorized, firm, snapshot, stockChanged, units } from '../../../support/facts.ts';
import { stateAfter } from '../../../support/given.ts';

const at = dayZero;

describe('the preview of a parcel', () => {
  it('says what is charged for it, and from which hold', () => {
    const state = stateAfter(adasLamp, [
      stockChanged(snapshot(2, {}, firm('L1', 1))),
      ...authorized('i1', { leaseId: 'L1', amount: 13_800 }),
    ]);
    expect(previewShipment(state, null, at)).toEqual({
      units: units(1),
      charge: 13_800,
      captures: [{ intentId: 'i1', amount: 13_800 }],
    });
  });

  it('charges nothing for what is paid already', () => {
    const prepaid = { ...cleosRoom, payment: { methodId: null, upfront: { amount: 27_500 } } };
    const state = stateAfter(prepaid, [
      stockChanged(snapshot(2, [{ waiting: 1 }, { waiting: 1 }], firm('L1', 1))),
      { type: 'PaymentCaptured', at, intentId: 'upfront', captured: 27_500 },
    ]);
    expect(previewShipment(state, units(1), at)).toEqual({
      ...{ units: units(1), charge: 0, captures: [] },
    });
  });

  it('is refused as the report would be', () => {
    const waiting = stateAfter(adasLamp, []);
    expect(previewShipment(waiting, null, at)).toEqual({ refused: 'not_ready_to_ship' });
    const held = stateAfter(adasLamp, [
      stockChanged(snapshot(2, {}, firm('L1', 1))),
      ...authorized('i1', { leaseId: 'L1', amount: 13_800 }),
      { type: 'BackorderSuspended', at },
    ]);
    expect(previewShipment(held, null, day(1))).toEqual({ refused: 'on_hold' });
  });
});
