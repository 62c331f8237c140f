import { describe, expect, it } from 'vitest';
import type { Opening } from '../../../../workflows/domain/backorder/backorder.ts';
import type { Fact } from '../../../../workflows/domain/backorder/fact.ts';
import type { Part } from '../../../../workflows/domain/backorder/snapshot.ts';
import { previewCancellation } from '../../../../workflows/domain/preview/cancel.ts';
import { adasLamp, cleosRoom, day, dayZero, heldByShop } from '../../../support/cast.ts';
import { authorized, firm, leased, snapshot, stockChanged, units } from '../../../support/facts.ts';
import { stateAfter } from '../../../support/given.ts';

const at = dayZero;
const refundBy = day(9);

const preview = (opening: Opening, facts: Fact[], lines: Part[] | null = null) =>
  previewCancellation(stateAfter(opening, facts), { by: 'shop', lines }, { at, refundBy });

const nothing = { refunds: [], voids: [], byShop: 0, unsent: 0, isUnconfirmed: false };

const prepaid = (opening: Opening, amount: number): Opening => ({
  ...opening,
  payment: { methodId: null, upfront: { amount } },
});

/** The provider shows what was paid at checkout. */
const confirmedUpfront = (captured: number): Fact[] => [
  { type: 'PaymentCaptured', at, intentId: 'upfront', captured },
];

describe('the preview of a cancellation', () => {
  it('says of what was never paid that it is not charged', () => {
    expect(preview(adasLamp, [])).toEqual({
      ...nothing,
      units: units(1),
      isEnd: true,
      worth: 13_800,
      neverCharged: 13_800,
      refundBy: null,
    });
  });

  it('lets the hold of the units go', () => {
    const facts = [
      stockChanged(snapshot(2, {}, leased('L1', 1))),
      ...authorized('i1', { leaseId: 'L1', amount: 13_800 }),
    ];
    expect(preview(adasLamp, facts)).toMatchObject({
      voids: [{ intentId: 'i1', amount: 13_800 }],
      neverCharged: 13_800,
      refundBy: null,
    });
  });

  it('sends back what was paid with the order, by when the law wants it', () => {
    const facts = confirmedUpfront(13_800);
    expect(preview(prepaid(adasLamp, 13_800), facts)).toMatchObject({
      refunds: [{ intentId: 'upfront', amount: 13_800 }],
      neverCharged: 0,
      refundBy,
    });
  });

  it('sends back the part of some units alone, and the order goes on', () => {
    const all = 27_500;
    const chair = [{ lineId: '2', quantity: 1 }];
    const told = preview(prepaid(cleosRoom, all), confirmedUpfront(all), chair);
    // A chair of 70.00, and its share of 5.00 shipping.
    expect(told).toMatchObject({ units: chair, isEnd: false, worth: 7_130, neverCharged: 0 });
    expect(told).toMatchObject({ refunds: [{ intentId: 'upfront', amount: 7_130 }] });
  });

  it('asks the shop for what only the shop can send back', () => {
    expect(preview(heldByShop(adasLamp), [])).toMatchObject({
      ...nothing,
      byShop: 13_800,
      neverCharged: 0,
      refundBy,
    });
  });

  it('says that a payment nobody has confirmed may turn out to be owed', () => {
    expect(preview(prepaid(adasLamp, 13_800), [])).toMatchObject({ isUnconfirmed: true });
  });

  it('leaves what has shipped', () => {
    const facts = [stockChanged(snapshot(2, [{ waiting: 1, shipped: 1 }, { waiting: 1 }]))];
    expect(preview(cleosRoom, facts)).toMatchObject({
      units: [
        { lineId: '1', quantity: 1 },
        { lineId: '2', quantity: 1 },
      ],
      isEnd: true,
    });
  });

  it('says that a failed refund keeps a person from nothing', () => {
    const facts: Fact[] = [
      ...confirmedUpfront(27_500),
      { type: 'RefundFailed', at, intentId: 'upfront' },
    ];
    const told = preview(prepaid(cleosRoom, 27_500), facts, [{ lineId: '2', quantity: 1 }]);
    expect(told).toMatchObject({ refunds: [], unsent: 7_130 });
  });

  it('is refused as the cancellation would be', () => {
    const shipped = stockChanged(snapshot(2, { shipped: 1 }));
    expect(preview(adasLamp, [shipped])).toEqual({ refused: 'already_shipped' });
    const gone = stockChanged(snapshot(2, { cancelled: 1 }));
    expect(preview(adasLamp, [gone])).toEqual({ refused: 'nothing_to_cancel' });
    const firmOne = stockChanged(snapshot(2, {}, firm('L1', 1)));
    expect(preview(adasLamp, [firmOne], units(2))).toEqual({ refused: 'nothing_to_cancel' });
    expect(preview(adasLamp, [firmOne])).toMatchObject({ units: units(1) });
  });
});
