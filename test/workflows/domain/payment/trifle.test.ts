import { describe, expect, test } from 'vitest';
import type { Opening } from '../../../../workflows/domain/backorder/backorder.ts';
import { plan } from '../../../../workflows/domain/plan.ts';
import { dayMs, hourMs } from '../../../../workflows/domain/time.ts';
import { viewOf } from '../../../../workflows/domain/view.ts';
import { bensMints, bensMugs } from '../../../support/cast.ts';
import { units } from '../../../support/facts.ts';
import type { World } from '../../../support/world/effects.ts';
import { sumOf } from '../../../support/world/provider.ts';
import { attentionOf, intentsOf, sentOf, waivedTold } from '../../../support/world/views.ts';
import {
  advance,
  askAtOnce,
  cancel,
  createWorld,
  goes,
  restock,
  settle,
  ship,
  tellHintAtOnce,
} from '../../../support/world/world.ts';

const captured = ({ provider }: World): number => sumOf(provider, 'captured');

const firm = ({ state }: World): string[] =>
  state.stock.leases.flatMap(({ leaseId, state: its }) => (its === 'firm' ? [leaseId] : []));

const waived = (world: World): number =>
  viewOf(world.state, plan(world.state, world.now), world.now).payment.books.waived;

/** Of Ben's three mints, which cost 13, 13 and 14, of which no two come to 30. */
const mints = (): World => createWorld(bensMints);

/** So many of the same at 15 each, two of which can be charged together. */
const mintsAt15 = (quantity: number): Opening => ({
  ...bensMints,
  lines: [{ lineId: '1', quantity, total: quantity * 15 }],
  stock: {
    ...bensMints.stock,
    lines: bensMints.stock.lines.map((line) => ({ ...line, waiting: quantity })),
  },
});

const four = mintsAt15(4);
const five = mintsAt15(5);

describe('a part that is too little to be charged', () => {
  test('becomes firm without a hold, and is charged with the next', () => {
    const world = createWorld(four);
    restock(world, 1);
    expect([firm(world), intentsOf(world)]).toEqual([['L1'], []]);
    restock(world, 1);
    expect([firm(world), intentsOf(world)]).toEqual([['L1', 'L2'], ['i1 L2 30 held']]);
    expect(ship(world, 's1', units(1))).toBeNull();
    expect(captured(world)).toBe(0);
    expect(ship(world, 's2', units(1))).toBeNull();
    expect(captured(world)).toBe(30);
  });

  test('is charged with the next also if it has left before', () => {
    const world = createWorld(four);
    restock(world, 1);
    expect(ship(world, 's1')).toBeNull();
    restock(world, 1);
    expect(intentsOf(world)).toEqual(['i1 L2 30 held']);
    expect(ship(world, 's2')).toBeNull();
    restock(world, 2);
    expect(ship(world, 's3')).toBeNull();
    expect([captured(world), waived(world), world.end]).toEqual([60, 0, 'shipped']);
    expect(sentOf(world, 'payment-recovered').map(({ about }) => about)).toEqual([
      { outcome: 'charged', amount: 15 },
    ]);
  });

  test('is waived in the mail of its shipment once nothing can follow', () => {
    const world = mints();
    restock(world, 3);
    expect(cancel(world, 'c1', units(1))).toBeNull();
    expect(ship(world, 's1')).toBeNull();
    expect(intentsOf(world)).toEqual(['i1 L1 0 voided']);
    expect([captured(world), waived(world), world.end]).toEqual([0, 26, 'shipped']);
    expect(sentOf(world, 'shipped').map(({ about }) => about)).toMatchObject([
      { charge: null, waived: 26, isCovered: false },
    ]);
    expect(attentionOf(world)).toEqual([]);
  });

  test('is waived in a mail of its own if the rest is cancelled later', () => {
    const world = mints();
    restock(world, 1);
    expect(ship(world, 's1')).toBeNull();
    expect([waivedTold(world), waived(world)]).toEqual([0, 0]);
    advance(world, dayMs);
    expect(cancel(world, 'c1')).toBeNull();
    expect([captured(world), waived(world), world.end]).toEqual([0, 13, 'shipped']);
    expect(sentOf(world, 'payment-recovered').map(({ about }) => about)).toEqual([
      { outcome: 'waived', amount: 13 },
    ]);
  });

  test('asks no bank twice for what one hold covers', () => {
    const world = createWorld(bensMugs);
    restock(world, 2);
    expect(intentsOf(world)).toEqual(['i1 L1 66 held']);
    expect(cancel(world, 'c1', units(1))).toBeNull();
    restock(world, 1);
    expect(ship(world, 's1')).toBeNull();
    expect([captured(world), world.provider.tooSmall]).toEqual([66, []]);
  });

  test('is not captured of another hold while the capture before it is delayed', () => {
    const world = createWorld(five);
    restock(world, 2);
    restock(world, 3);
    expect(intentsOf(world)).toEqual(['i1 L1 30 held', 'i2 L2 45 held']);
    goes(world, 'capturePayment', 'unreached');
    expect(ship(world, 's1', units(3))).toBeNull();
    expect([captured(world), world.provider.tooSmall]).toEqual([0, []]);
    advance(world, hourMs);
    expect([captured(world), world.provider.tooSmall]).toEqual([30, []]);
    expect(ship(world, 's2')).toBeNull();
    expect([captured(world), waived(world), world.end]).toEqual([75, 0, 'shipped']);
  });

  test('does not hold up what has left with a hold of its own', () => {
    const world = createWorld(four);
    restock(world, 2);
    restock(world, 1);
    expect([firm(world), intentsOf(world)]).toEqual([['L1', 'L2'], ['i1 L1 30 held']]);
    expect(ship(world, 's1')).toBeNull();
    expect(captured(world)).toBe(30);
    expect(cancel(world, 'c1')).toBeNull();
    expect([captured(world), waived(world), world.end]).toEqual([30, 15, 'shipped']);
  });
});

describe("the provider's own word that a sum is too little", () => {
  test('means the same when it is about a hold', () => {
    const world = createWorld(four);
    world.provider.least = 40;
    restock(world, 2);
    expect([firm(world), intentsOf(world)]).toEqual([['L1'], ['i1 L1 30 closed']]);
    expect(ship(world, 's1')).toBeNull();
    restock(world, 2);
    expect(ship(world, 's2')).toBeNull();
    expect([captured(world), waived(world), world.end]).toEqual([60, 0, 'shipped']);
    expect(world.provider.tooSmall).toEqual([30]);
    expect(attentionOf(world)).toEqual([]);
  });

  test('gives up the hold, also if a look still shows it', () => {
    const world = createWorld(bensMugs);
    world.provider.least = 36;
    restock(world, 2);
    askAtOnce(world, { type: 'ReportShipment', shipmentId: 's1', lines: units(1) });
    // While the card is looked at, the shipment is entered: its capture then goes before the look.
    tellHintAtOnce(world, { about: 'card' });
    tellHintAtOnce(world, { about: 'intent', intentId: 'i1' });
    settle(world);
    expect(intentsOf(world)).toEqual(['i1 L1 66 closed', 'i2 L1 66 held']);
    expect(ship(world, 's2', units(1))).toBeNull();
    expect([captured(world), world.provider.tooSmall]).toEqual([66, [33]]);
  });

  test('means the same when it is about a capture', () => {
    const world = createWorld(four);
    restock(world, 4);
    world.provider.least = 40;
    expect(ship(world, 's1', units(2))).toBeNull();
    expect(intentsOf(world)).toEqual(['i1 L1 60 closed', 'i2 L1 60 held']);
    expect(ship(world, 's2')).toBeNull();
    expect([captured(world), waived(world), world.end]).toEqual([60, 0, 'shipped']);
    expect(world.provider.tooSmall).toEqual([30]);
  });

  test('waives all of an order that it never charges', () => {
    const world = createWorld(four);
    world.provider.least = 100;
    restock(world, 4);
    expect(ship(world, 's1')).toBeNull();
    expect([captured(world), waived(world), world.end]).toEqual([0, 60, 'shipped']);
    expect(world.provider.tooSmall).toEqual([60]);
  });
});
