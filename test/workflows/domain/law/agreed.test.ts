import { describe, expect, it } from 'vitest';
import { adasLamp } from '../../../support/cast.ts';
import type { World } from '../../../support/world/effects.ts';
import { answer, codesOf, lawSaid, promise, worldIn } from '../../../support/world/law.ts';
import { sentOf } from '../../../support/world/views.ts';
import { advance, ask, bounceNewest, settle } from '../../../support/world/world.ts';

const minute = 60_000;

const moveTo = (world: World, country: string) => {
  world.country = country;
  ask(world, { type: 'ChangeCustomer' });
};

const keysOf = (world: World) => sentOf(world, 'delay-notice').map(({ key }) => key);

describe('a date that was agreed to', () => {
  it.each([
    ['DE', '2027-02-23'],
    ['JP', '2027-03-12'],
  ])('stands in %s however many notices nobody answers', (country, deadlineOn) => {
    const world = worldIn(country, adasLamp);
    promise(world, 's', country === 'DE' ? '2027-02-20' : '2027-02-10');
    answer(world, { accept: true });
    for (let day = 13; day < 30; day += 1) {
      advance(world, minute);
      promise(world, `s${day}`, `2027-03-${day}`);
    }
    expect(world.state.law.clock.deadlineOn).toBe(deadlineOn);
    expect(world.state.law.notices.length).toBeLessThan(12);
  });

  it.each([
    ['US', '2027-02-20', '2027-02-20'],
    ['JP', '2027-02-20', '2027-02-20'],
    ['US', null, null],
  ])('stands in %s though the order went to Germany when it was: %s', (country, on, deadlineOn) => {
    const world = worldIn('DE', adasLamp);
    promise(world, 's', on);
    answer(world, { accept: true });
    moveTo(world, country);
    expect(world.state.law.clock).toMatchObject({ deadlineOn, silence: 'none' });
    expect(keysOf(world)).toEqual(['delay-notice:s']);
  });

  it('stands though a notice before it, to the United States, was never answered', () => {
    const world = worldIn('US', adasLamp);
    promise(world, 's', '2027-02-20');
    moveTo(world, 'DE');
    promise(world, 't', '2027-03-20');
    answer(world, { accept: true });
    moveTo(world, 'US');
    expect(world.state.law.clock).toMatchObject({ deadlineOn: '2027-03-20', silence: 'none' });
    promise(world, 'u', '2027-04-30');
    expect(lawSaid(world).at(-1)).toMatchObject({ kind: 'later', answerOn: '2027-03-20' });
  });

  it('stands though the mail that was answered is said to have come back', () => {
    const world = worldIn('US', adasLamp);
    promise(world, 's', '2027-02-20');
    answer(world, { accept: true });
    bounceNewest(world);
    settle(world);
    expect(world.state.law.clock.deadlineOn).toBe('2027-02-20');
    expect(codesOf(world)).toEqual(['mail_undelivered']);
    promise(world, 'later', '2027-03-20');
    expect(keysOf(world)).toEqual(['delay-notice:s']);
  });
});
