import { expect, test } from 'vitest';
import { isFollowed } from '../../../../workflows/domain/answerable.ts';
import { evolve } from '../../../../workflows/domain/evolve.ts';
import { adasLamp, cleosRoom } from '../../../support/cast.ts';
import { lawSaid, promise, worldIn } from '../../../support/world/law.ts';
import { advanceTo, restock, sleepThrough } from '../../../support/world/world.ts';

test('no date is given for units that still wait because others are set aside', () => {
  const world = worldIn('US', cleosRoom);
  advanceTo(world, '2027-02-25T12:00:00.000Z');
  restock(world, 1);
  advanceTo(world, '2027-02-26T15:01:00.000Z');
  expect(world.state.stock.leases).toHaveLength(1);
  expect(lawSaid(world)).toMatchObject([{ kind: 'first_undated', newOn: null }]);
});

test('who answers for a deadline that has passed sees the days that follow', () => {
  const world = worldIn('US', adasLamp);
  promise(world, 's', '2027-02-20');
  advanceTo(world, '2027-02-14T12:00:00.000Z');
  sleepThrough(world, 18 * 3_600_000);
  promise(world, 'after', '2027-03-20');
  const request = { type: 'ResolveAttention', code: 'notice_due' } as const;
  const resolved = { type: 'AttentionResolved', at: world.now, code: 'notice_due' } as const;
  expect(isFollowed(evolve(world.state, resolved), request, world.now)).toBe(false);
});
