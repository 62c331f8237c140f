import { describe, expect, it } from 'vitest';
import { adasLamp } from '../../../support/cast.ts';
import { lawSaid, promise, worldIn } from '../../../support/world/law.ts';
import { advanceTo, sleepThrough } from '../../../support/world/world.ts';

const hour = 3_600_000;
const minute = 60_000;

describe('a date given after a deadline', () => {
  it('is told, and is no notice', () => {
    const world = worldIn('US', adasLamp);
    promise(world, 's', '2027-02-20');
    advanceTo(world, '2027-02-14T12:00:00.000Z');
    sleepThrough(world, 17 * hour + 16 * minute);
    promise(world, 'after', '2027-03-20');
    expect(lawSaid(world)).toMatchObject([{ kind: 'first_beyond_30' }, null]);
  });
});
