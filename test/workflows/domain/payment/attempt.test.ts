import { describe, expect, test } from 'vitest';
import { phaseOf } from '../../../../workflows/domain/backorder/snapshot.ts';
import { dayMs, hourMs, minuteMs } from '../../../../workflows/domain/time.ts';
import { adasLamp, bensMugs } from '../../../support/cast.ts';
import { confirmed, leased, snapshot, stockChanged } from '../../../support/facts.ts';
import { given } from '../../../support/given.ts';
import { heldSum } from '../../../support/world/provider.ts';
import { intentsOf } from '../../../support/world/views.ts';
import { advance, createWorld, restock, ship } from '../../../support/world/world.ts';

describe('a lease', () => {
  test('is paid for by an intent of its own before its units become firm', () => {
    given(...confirmed, stockChanged(snapshot(2, {}, leased('L1', 1))))
      .plans()
      .starts({ type: 'authorizePayment', intentId: 'i1', leaseId: 'L1', amount: 13_800 });
    const world = createWorld(bensMugs);
    restock(world, 1);
    restock(world, 2);
    expect(intentsOf(world)).toEqual(['i1 L1 33 held', 'i2 L2 67 held']);
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
  });

  test('of goods that cost nothing becomes firm without a hold', () => {
    const world = createWorld({
      ...adasLamp,
      shipping: 0,
      lines: [{ lineId: '1', quantity: 1, total: 0 }],
    });
    restock(world, 1);
    expect(world.state.intents).toEqual([]);
    expect(ship(world, 's1')).toBeNull();
    expect(world.end).toBe('shipped');
  });

  test('that is taken back has its hold voided, too', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    world.ledger.leases.pop();
    world.ledger.lines.forEach((line) => {
      line.waiting = 1;
    });
    world.ledger.ledgerRevision += 1;
    restock(world, 1);
    expect(intentsOf(world)).toEqual(['i1 L1 0 voided', 'i2 L2 13800 held']);
    expect(heldSum(world.provider, world.now)).toBe(13_800);
  });

  test('that ends while the bank cannot be reached goes to the next in line', () => {
    const world = createWorld(adasLamp);
    world.wayOf = ({ lane }) => (lane === 'money' ? 'unreached' : 'done');
    restock(world, 1);
    advance(world, 3 * dayMs + minuteMs);
    expect(phaseOf(world.state.stock)).toBe('awaiting_stock');
    expect(world.ledger.isBarred).toBe(false);
    world.wayOf = () => 'done';
    advance(world, hourMs);
    expect(intentsOf(world)).toEqual(['i1 L1 13800 closed']);
  });
});
