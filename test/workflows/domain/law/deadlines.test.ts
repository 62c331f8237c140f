import { describe, expect, it, test } from 'vitest';
import type { Opening } from '../../../../workflows/domain/backorder/backorder.ts';
import { phaseOf } from '../../../../workflows/domain/backorder/snapshot.ts';
import { adasLamp, asked, day } from '../../../support/cast.ts';
import type { World } from '../../../support/world/effects.ts';
import {
  answer,
  codesOf,
  endInNewYork,
  isEndedByLaw,
  lawSaid,
  promise,
  worldIn,
} from '../../../support/world/law.ts';
import {
  advance,
  advanceTo,
  ask,
  askAtOnce,
  restock,
  settle,
  ship,
  sleepThrough,
} from '../../../support/world/world.ts';

const hour = 3_600_000;
const T = '2027-01-15';

const phase = (world: World) => phaseOf(world.state.stock);

const lamp = (order: Opening = adasLamp): World => worldIn('US', order);

describe('nobody forgets', () => {
  it('asks a person three days before, and tells the customer on the last day', () => {
    const world = lamp();
    advanceTo(world, '2027-01-12T14:59:00.000Z');
    expect(codesOf(world)).toEqual([]);
    advanceTo(world, '2027-01-12T15:01:00.000Z');
    expect(world.state.attention).toMatchObject([{ code: 'notice_due', dueAt: endInNewYork(T) }]);
    ask(world, { type: 'ResolveAttention', code: 'notice_due' });
    advanceTo(world, '2027-01-15T14:59:00.000Z');
    expect(lawSaid(world)).toEqual([]);
    advanceTo(world, '2027-01-15T15:01:00.000Z');
    expect(lawSaid(world)).toMatchObject([{ kind: 'first_undated' }]);
    expect(codesOf(world)).toEqual([]);
  });

  it('gives units that are set aside three days more', () => {
    const world = lamp();
    advanceTo(world, '2027-01-14T12:00:00.000Z');
    restock(world, 1);
    advanceTo(world, '2027-01-15T15:01:00.000Z');
    expect(lawSaid(world)).toMatchObject([{ kind: 'first_within_30', newOn: '2027-01-18' }]);
    expect(ship(world, 's')).toBeNull();
  });

  it('says nothing of what has shipped', () => {
    const world = lamp();
    restock(world, 1);
    ship(world, 's');
    advanceTo(world, '2027-01-16T12:00:00.000Z');
    expect(lawSaid(world)).toEqual([]);
    expect(codesOf(world)).toEqual([]);
  });

  it('asks a person, and nothing else, before a later deadline that units can meet', () => {
    const world = lamp();
    promise(world, 's', '2027-02-01');
    advanceTo(world, '2027-01-27T12:00:00.000Z');
    restock(world, 1);
    advanceTo(world, '2027-01-29T16:00:00.000Z');
    expect(lawSaid(world)).toHaveLength(1);
    expect(world.state.attention).toMatchObject([
      { code: 'notice_due', dueAt: endInNewYork('2027-02-01') },
    ]);
    advanceTo(world, '2027-02-01T16:00:00.000Z');
    expect(lawSaid(world).at(-1)).toMatchObject({ kind: 'later', newOn: '2027-02-04' });
  });
});

describe('after an outage over a deadline', () => {
  const late = (): World => {
    const world = lamp();
    promise(world, 's', '2027-02-20');
    advanceTo(world, '2027-02-14T12:00:00.000Z');
    sleepThrough(world, 17 * hour + 16 * 60_000);
    return world;
  };

  it('nothing ends by itself, and a person is asked', () => {
    const world = late();
    advance(world, 48 * hour);
    expect(phase(world)).toBe('awaiting_stock');
    expect(world.state.attention).toMatchObject([
      { code: 'notice_due', dueAt: endInNewYork('2027-02-14') },
    ]);
  });

  it('ends it once a person says so', () => {
    const world = late();
    ask(world, { type: 'ResolveAttention', code: 'notice_due' });
    advance(world, hour);
    expect(isEndedByLaw(world)).toBe(true);
  });

  it('goes on with a date that a person has given since', () => {
    const world = late();
    promise(world, 'after', '2027-03-20');
    ask(world, { type: 'ResolveAttention', code: 'notice_due' });
    advance(world, hour);
    expect(phase(world)).toBe('awaiting_stock');
    expect(world.state.law.clock).toMatchObject({ deadlineOn: '2027-03-20', silence: 'none' });
  });

  it('tells that date as news: it threatens no end, and asks for no answer', () => {
    const world = late();
    promise(world, 'after', '2027-03-20');
    expect(lawSaid(world)).toHaveLength(2);
    expect(lawSaid(world).at(-1)).toBeNull();
  });

  it('counts what the customer said before', () => {
    const world = late();
    expect(answer(world, { accept: true, receivedAt: '2027-02-14T20:00:00.000Z' })).toBeNull();
    expect(world.state.law.clock).toMatchObject({ deadlineOn: '2027-02-20', silence: 'none' });
    expect(codesOf(world)).toEqual([]);
  });

  it('ends it by itself if it is late by less than a quarter of an hour', () => {
    const world = lamp();
    promise(world, 's', '2027-02-20');
    advanceTo(world, '2027-02-14T12:00:00.000Z');
    sleepThrough(world, 17 * hour + 14 * 60_000);
    advance(world, hour);
    expect(isEndedByLaw(world)).toBe(true);
  });
});

describe('a customer whose word is still on its way when the deadline passes', () => {
  it('is waited for, and a person is asked once that takes long', () => {
    const world = lamp();
    promise(world, 's', '2027-02-20');
    world.wayOf = ({ type }) => (type === 'hearCustomer' ? 'unreached' : 'done');
    advanceTo(world, endInNewYork('2027-02-14'));
    advance(world, hour);
    expect(phase(world)).toBe('awaiting_stock');
    expect(codesOf(world)).toEqual(['notice_due']);
    expect(answer(world, { accept: true, receivedAt: '2027-02-14T20:00:00.000Z' })).toBeNull();
    expect(world.state.law.clock).toMatchObject({ deadlineOn: '2027-02-20', silence: 'none' });
    expect(codesOf(world)).toEqual([]);
  });
});

describe('shipment and the end by law', () => {
  it('ships nothing after it', () => {
    const world = lamp();
    promise(world, 's', '2027-02-20');
    advanceTo(world, endInNewYork('2027-02-14'));
    settle(world);
    restock(world, 1);
    expect(ship(world, 'x')).toBe('cancelled');
    expect(codesOf(world)).toContain('shipped_after_cancel');
  });

  it('does not end what has shipped before', () => {
    const world = lamp();
    promise(world, 's', '2027-02-20');
    restock(world, 1);
    ship(world, 'x');
    advanceTo(world, '2027-03-01T00:00:00.000Z');
    expect(phase(world)).toBe('shipped');
  });

  test('a word of the customer that a shipment overtook asks a person', () => {
    const world = lamp();
    restock(world, 1);
    const receivedAt = world.now;
    advance(world, hour);
    ship(world, 'x');
    const cancel = { type: 'CancelBackorder', cancelId: 'c', by: 'customer', lines: null } as const;
    expect(askAtOnce(world, { ...cancel, receivedAt })).toBe('already_shipped');
    expect(codesOf(world)).toContain('shipped_after_cancel');
  });
});

test('a refused notice that a shipment overtook asks a person, once, and stays refused', () => {
  const world = lamp();
  promise(world, 's', '2027-02-20');
  restock(world, 1);
  const receivedAt = world.now;
  advance(world, hour);
  ship(world, 'x');
  const refusal = { accept: false, receivedAt };
  expect(answer(world, refusal)).toBe('nothing_to_answer');
  expect(codesOf(world)).toContain('shipped_after_cancel');
  ask(world, { type: 'ResolveAttention', code: 'shipped_after_cancel' });
  expect(answer(world, refusal)).toBe('nothing_to_answer');
  expect(codesOf(world)).not.toContain('shipped_after_cancel');
});

describe('the clock', () => {
  it('of a stated date goes on while a payment fails', () => {
    const world = lamp();
    world.provider.cards = ['hard'];
    restock(world, 1);
    expect(world.state.card.trouble).not.toBeNull();
    expect(world.state.law.clock.deadlineOn).toBe(T);
  });

  it('starts when card and consent are there, from the date that stands then', () => {
    const world = lamp(asked(adasLamp));
    expect(world.state.law.clock.deadlineAt).toBeNull();
    promise(world, 's', '2027-02-01');
    expect(lawSaid(world)).toEqual([null]);
    ask(world, { type: 'AcceptMandate' });
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_1' });
    settle(world);
    expect(world.state.law.clock).toMatchObject({ deadlineOn: '2027-02-01' });
  });

  it('of an order without a date starts again once a failed payment is replaced', () => {
    const undated = lamp({ ...adasLamp, promise: null });
    undated.provider.cards = ['hard'];
    restock(undated, 1);
    expect(undated.state.law.clock.deadlineAt).toBeNull();
    advanceTo(undated, day(2));
    ask(undated, { type: 'ChangePaymentMethod', methodId: 'pm_2' });
    advance(undated, hour);
    expect(undated.state.law.clock.deadlineOn).toBe('2026-12-25');
  });
});
