import { describe, expect, it } from 'vitest';
import { adasLamp } from '../../../support/cast.ts';
import type { World } from '../../../support/world/effects.ts';
import { worldIn } from '../../../support/world/law.ts';
import { sentOf } from '../../../support/world/views.ts';
import { advance, advanceTo, ask, askAtOnce, goes } from '../../../support/world/world.ts';

const hour = 3_600_000;

const keysOf = (world: World) => sentOf(world, 'delay-notice').map(({ key }) => key);

describe('the end of a further period', () => {
  it('is told though another date is given before its mail is out', () => {
    const world = worldIn('DE', adasLamp);
    advanceTo(world, '2027-01-19T12:00:00.000Z');
    const until = '2027-01-25';
    ask(world, { type: 'SetFurtherPeriod', wordId: 'period/p', until, channel: 'page' });
    advanceTo(world, '2027-01-25T22:59:00.000Z');
    goes(world, 'sendMail', 'unreached');
    advanceTo(world, '2027-01-25T23:00:00.000Z');
    askAtOnce(world, {
      ...{ type: 'ChangePromise', promiseId: 's', on: '2027-02-20', statedAt: world.now },
      isSupply: false,
    });
    advance(world, hour);
    expect(keysOf(world)).toContain(`delay-notice:period-${until}`);
  });
});
