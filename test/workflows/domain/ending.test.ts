import { describe, expect, test } from 'vitest';
import { adasLamp, bensMugs, day, totalOf } from '../../support/cast.ts';
import { units } from '../../support/facts.ts';
import type { World } from '../../support/world/effects.ts';
import { arrive, snapshotOf } from '../../support/world/ledger.ts';
import { heldSum, sumOf } from '../../support/world/provider.ts';
import { mailsOf } from '../../support/world/views.ts';
import {
  advance,
  advanceTo,
  askAtOnce,
  cancel,
  createWorld,
  restock,
  settle,
  ship,
  tell,
} from '../../support/world/world.ts';

const memoOf = ({ mailbox }: World) => mailbox.find(({ kind }) => kind === 'cancelled');

/** What is held and owed to nobody at the end. */
const expectClean = (world: World, captured: number) => {
  expect(world.end).toBeDefined();
  expect(heldSum(world.provider, world.now)).toBe(0);
  expect(sumOf(world.provider, 'captured') - sumOf(world.provider, 'refunded')).toBe(captured);
};

describe('a cancelled order ends without money, and says so', () => {
  test('while it waits for stock', () => {
    const world = createWorld(adasLamp);
    advanceTo(world, day(30));
    expect(cancel(world, 'c1')).toBeNull();
    expectClean(world, 0);
    expect(memoOf(world)?.money).toMatchObject({ captured: 0, givenBack: 0, voided: 0, owed: 0 });
    advanceTo(world, day(90));
    expect(mailsOf(world).at(-1)).toBe('cancelled 2026-12-23');
  });

  test('while its payment is being made ready', () => {
    const world = createWorld(adasLamp);
    arrive(world.ledger, { lineId: '1', quantity: 1 }, world.now);
    tell(world, snapshotOf(world.ledger));
    advance(world, 1_500);
    expect(world.inFlight.map(({ effect }) => effect.type)).toContain('authorizePayment');
    expect(cancel(world, 'c1')).toBeNull();
    expectClean(world, 0);
  });

  test('while its card says no', () => {
    const world = createWorld(adasLamp);
    world.provider.cards = ['soft'];
    restock(world, 1);
    expect(cancel(world, 'c1')).toBeNull();
    expectClean(world, 0);
    expect(world.state.attention).toEqual([]);
  });

  test('when it is ready to ship', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    expect(cancel(world, 'c1')).toBeNull();
    expectClean(world, 0);
    expect(memoOf(world)?.money).toMatchObject({
      captured: 0,
      givenBack: 0,
      voided: 13_800,
      owed: 0,
    });
  });

  test('counting only the hold voided at its end, not one that was lost on the way', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    advanceTo(world, day(20));
    expect(cancel(world, 'c1')).toBeNull();
    expect(memoOf(world)?.money.voided).toBe(13_800);
  });

  test('after a part shipped: the part is paid, the rest voided', () => {
    const world = createWorld(bensMugs);
    restock(world, 2);
    expect(ship(world, 's1', units(1))).toBeNull();
    expect(cancel(world, 'c1')).toBeNull();
    expect(world.end).toBe('shipped');
    expectClean(world, 33);
  });

  test('in parts, as the customer likes', () => {
    const world = createWorld(bensMugs);
    restock(world, 3);
    expect(cancel(world, 'c1', units(1))).toBeNull();
    expect(cancel(world, 'c2', units(1))).toBeNull();
    expect(ship(world, 's1')).toBeNull();
    expect(world.end).toBe('shipped');
    expectClean(world, 33);
    expect(mailsOf(world).filter((mail) => mail.startsWith('cancelled'))).toHaveLength(2);
  });
});

describe('a cancellation and a shipment at the same instant', () => {
  const ready = () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    return world;
  };
  const shipment = { type: 'ReportShipment', shipmentId: 's1', lines: null } as const;
  const cancellation = {
    type: 'CancelBackorder',
    cancelId: 'c1',
    by: 'customer',
    lines: null,
  } as const;

  test('end as shipped and paid when the shipment came first', () => {
    const world = ready();
    expect(askAtOnce(world, shipment)).toBeNull();
    expect(askAtOnce(world, cancellation)).toBe('already_shipped');
    settle(world);
    expect(world.end).toBe('shipped');
    expectClean(world, totalOf(adasLamp));
  });

  test('end as cancelled, the report kept, when the cancellation came first', () => {
    const world = ready();
    expect(askAtOnce(world, cancellation)).toBeNull();
    expect(askAtOnce(world, shipment)).toBe('cancelled');
    settle(world);
    expect(world.end).toBe('cancelled');
    expectClean(world, 0);
    expect(world.state.attention.map(({ code }) => code)).toEqual(['shipped_after_cancel']);
  });
});

test('nothing is said about waiting once the order has ended', () => {
  const world = createWorld(adasLamp);
  world.wayOf = ({ type }) => (type === 'voidHold' ? 'unreached' : 'done');
  restock(world, 1);
  cancel(world, 'c1');
  askAtOnce(world, { type: 'ChangeCustomer' });
  advanceTo(world, day(60));
  expect(world.end).toBeUndefined();
  expect(mailsOf(world)).toEqual(['confirmation 2026-11-23', 'ready-to-ship 2026-11-23']);
  world.wayOf = () => 'done';
  advanceTo(world, day(61));
  expect(world.end).toBe('cancelled');
});
