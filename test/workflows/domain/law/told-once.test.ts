import { describe, expect, it } from 'vitest';
import { adasLamp } from '../../../support/cast.ts';
import type { World } from '../../../support/world/effects.ts';
import { lawSaid, promise, worldIn } from '../../../support/world/law.ts';
import { sentOf } from '../../../support/world/views.ts';
import { advance, ask, bounceNewest, goes, settle } from '../../../support/world/world.ts';

const hour = 3_600_000;

const keysOf = (world: World) => sentOf(world, 'delay-notice').map(({ key }) => key);

describe('a notice goes out once', () => {
  it('if one that came back goes to a new address in another country', () => {
    const world = worldIn('US', adasLamp);
    promise(world, 's', '2027-02-20');
    bounceNewest(world);
    settle(world);
    world.country = 'JP';
    ask(world, { type: 'ChangeCustomer', hasNewAddress: true });
    advance(world, hour);
    expect(keysOf(world)).toEqual(['delay-notice:s', 'delay-notice:s~2']);
    expect(lawSaid(world).at(-1)).toMatchObject({ policy: 'strict' });
  });

  it('if the order goes to another country before it has begun', () => {
    const world = worldIn('US', adasLamp);
    goes(world, 'planLaw', 'unreached');
    promise(world, 's', '2027-02-20');
    expect(keysOf(world)).toEqual([]);
    world.country = 'JP';
    ask(world, { type: 'ChangeCustomer' });
    advance(world, hour);
    expect(keysOf(world)).toEqual(['delay-notice:s']);
    expect(lawSaid(world)).toMatchObject([{ policy: 'strict' }]);
  });
});
