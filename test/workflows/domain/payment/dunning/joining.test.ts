import { describe, expect, test } from 'vitest';
import { addMs, dayMs } from '../../../../../workflows/domain/time.ts';
import { cleosRoom, dayZero } from '../../../../support/cast.ts';
import type { World } from '../../../../support/world/effects.ts';
import { arrive, snapshotOf } from '../../../../support/world/ledger.ts';
import { sentOf } from '../../../../support/world/views.ts';
import { advance, ask, createWorld, restock, ship, tell } from '../../../../support/world/world.ts';

const second = 1_000;

/** Two rugs and a chair, whose parts may leave alone. */
const room = (): World => createWorld({ ...cleosRoom, joinMs: 5 * second });

/** Units come, and time passes. */
const bring = (world: World, lineId: string, quantity: number, thenMs = 0): void => {
  arrive(world.ledger, { lineId, quantity }, world.now);
  tell(world, snapshotOf(world.ledger));
  advance(world, thenMs);
};

const holds = ({ provider }: World) =>
  Object.values(provider.intents).map(({ amount, status }) => `${status} ${amount}`);

const readyMails = (world: World) => sentOf(world, 'ready-to-ship').map(({ about }) => about.units);

describe('leases that follow each other within seconds', () => {
  test('are one hold and one mail', () => {
    const world = room();
    bring(world, '1', 1, 2 * second);
    expect(holds(world)).toEqual([]);
    bring(world, '2', 1, second);
    expect(holds(world)).toEqual([]);
    advance(world, dayMs);
    expect(holds(world)).toEqual([expect.stringMatching(/^held 1\d{4}$/)]);
    expect(world.state.stock.leases).toHaveLength(1);
    expect(readyMails(world)).toEqual([
      [
        { lineId: '1', quantity: 1 },
        { lineId: '2', quantity: 1 },
      ],
    ]);
  });

  test('go on at once when nothing can follow any more', () => {
    const world = room();
    bring(world, '1', 2, second);
    bring(world, '2', 1);
    expect(world.inFlight.map(({ effect }) => effect.type)).toContain('joinLeases');
    advance(world, 4 * second);
    expect(holds(world)).toEqual(['held 27500']);
  });

  test('wait for nothing when a shipment is reported', () => {
    const world = room();
    bring(world, '1', 1);
    const refused = ask(world, { type: 'ReportShipment', shipmentId: 's1', lines: null });
    expect(refused).toBeNull();
    expect(world.state.stock.lines[0]?.shipped).toBe(1);
  });

  test('are two holds when the second comes later', () => {
    const world = room();
    bring(world, '1', 1, 20 * second);
    bring(world, '2', 1, dayMs);
    expect(holds(world)).toHaveLength(2);
    expect(readyMails(world)).toHaveLength(2);
  });

  test('stay apart from one whose card was declined, since its end was told', () => {
    const world = room();
    world.provider.cards = ['hard'];
    bring(world, '1', 1, dayMs);
    bring(world, '1', 1, second);
    bring(world, '2', 1, second);
    expect(world.state.stock.leases).toHaveLength(3);
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' });
    advance(world, second * 30);
    expect(world.state.stock.leases).toHaveLength(2);
    ship(world, 's1');
    expect(world.state.stock.lines.map(({ shipped }) => shipped)).toEqual([2, 1]);
  });
});

test('a whole order waits for nothing', () => {
  const world = createWorld({ ...cleosRoom, joinMs: 0 });
  restock(world, 1);
  expect(holds(world)).toHaveLength(1);
  expect(addMs(dayZero, 5 * second) > world.now).toBe(true);
});
