import { describe, expect, it } from 'vitest';
import { phaseOf } from '../../../../workflows/domain/backorder/snapshot.ts';
import { dayMs } from '../../../../workflows/domain/time.ts';
import { adasLamp, bensMugs } from '../../../support/cast.ts';
import type { World } from '../../../support/world/effects.ts';
import { codesOf, lawSaid, worldIn } from '../../../support/world/law.ts';
import { advance, advanceTo, ask, sleepThrough } from '../../../support/world/world.ts';

const moveTo = (world: World, country: string) => {
  world.country = country;
  ask(world, { type: 'ChangeCustomer' });
  advance(world, 60_000);
};

/** Guernsey has the zone of the United Kingdom, and no policy of its own. */
describe('an order that moves to where its last day ends at the same moment', () => {
  it('ends by no law that it was not under when its day passed', () => {
    const world = worldIn('GB', bensMugs);
    advanceTo(world, '2026-12-25T12:00:00.000Z');
    expect(codesOf(world)).toEqual(['deadline_missed']);
    moveTo(world, 'GG');
    expect(world.state.law.clock).toMatchObject({ policy: 'strict', deadlineOn: '2026-12-23' });
    expect(phaseOf(world.state.stock)).toBe('awaiting_stock');
    expect(codesOf(world)).toEqual(['notice_due']);
  });

  it('keeps asking for a person where nobody was there as its day passed', () => {
    const world = worldIn('GG', adasLamp);
    sleepThrough(world, 60 * dayMs);
    expect(codesOf(world)).toEqual(['notice_due']);
    moveTo(world, 'JE');
    expect(codesOf(world)).toEqual(['notice_due']);
    moveTo(world, 'GB');
    advance(world, 3 * dayMs);
    expect(codesOf(world)).toEqual(['deadline_missed']);
  });

  it('has its day come near as that law wants it', () => {
    const world = worldIn('GB', bensMugs);
    advanceTo(world, '2026-12-21T12:00:00.000Z');
    moveTo(world, 'GG');
    advanceTo(world, '2026-12-22T12:00:00.000Z');
    expect(codesOf(world)).toEqual(['notice_due']);
    moveTo(world, 'IM');
    expect(codesOf(world)).toEqual(['notice_due']);
    advanceTo(world, '2026-12-23T11:00:00.000Z');
    expect(lawSaid(world)).toMatchObject([{ kind: 'first_undated', policy: 'strict' }]);
  });
});
