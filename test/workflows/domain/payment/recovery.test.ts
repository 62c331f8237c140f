import { describe, expect, test } from 'vitest';
import { phaseOf } from '../../../../workflows/domain/backorder/snapshot.ts';
import { addMs, dayMs, hourMs, minuteMs } from '../../../../workflows/domain/time.ts';
import { adasLamp, day } from '../../../support/cast.ts';
import { changeCard } from '../../../support/world/cards.ts';
import { attentionOf } from '../../../support/world/views.ts';
import {
  advance,
  advanceTo,
  ask,
  createWorld,
  goes,
  lampWith,
  restock,
  tellHint,
} from '../../../support/world/world.ts';

describe('an order that may pay again', () => {
  test('is not asked to rejoin a queue that it is in already, with nothing on the shelf', () => {
    const world = lampWith('hard');
    advanceTo(world, day(10));
    world.ledger.free = {};
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' });
    advance(world, dayMs);
    expect(world.ledger.isBarred).toBe(false);
    expect(phaseOf(world.state.stock)).toBe('awaiting_stock');
  });

  test.each(['lost', 'unreached'] as const)(
    'is back in line while its units go to others: %s',
    (way) => {
      const world = lampWith('hard');
      goes(world, 'endLease', way);
      advanceTo(world, addMs(day(3), 2000));
      ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' });
      advance(world, 10 * minuteMs);
      expect(world.ledger.isBarred).toBe(false);
      expect(world.state.stock.leases.map(({ leaseId }) => leaseId)).not.toContain('L1');
      expect(world.state.delays).toEqual([]);
    },
  );

  test('is not held up by what the card before was refused', () => {
    const world = createWorld(adasLamp);
    world.provider.cards = ['refuse'];
    world.wayOf = ({ type }) => (type === 'authorizePayment' ? 'unreached' : 'done');
    restock(world, 1);
    world.wayOf = () => 'done';
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' });
    advance(world, 10 * minuteMs);
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
    expect(attentionOf(world)).toEqual([]);
  });

  test('is asked for again when its card is replaced after a refusal', () => {
    const world = lampWith('soft', 'refuse');
    advance(world, 5 * hourMs);
    changeCard(world.provider, 'pm_1', { fingerprint: 'new' });
    tellHint(world, { about: 'card' });
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
  });
});
