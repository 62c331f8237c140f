import { describe, expect, it } from 'vitest';
import { adasLamp } from '../../../support/cast.ts';
import { codesOf, isEndedByLaw, underLaw } from '../../../support/world/law.ts';
import { advance, ask, createWorld } from '../../../support/world/world.ts';

const hour = 3_600_000;
const minute = 60_000;

describe('an import that comes after its deadline', () => {
  it.each([1, 14, 16])('asks a person, %i minutes after it as well', (late) => {
    const now = new Date(Date.parse('2026-11-23T05:00:00.000Z') + late * minute).toISOString();
    const promised = {
      promiseId: 'checkout',
      on: '2026-11-22',
      statedAt: '2026-11-01T09:00:00.000Z',
    };
    const order = { ...adasLamp, isImported: true, placedAt: now, promise: promised };
    const world = createWorld(underLaw(order, 'US'), { now });
    advance(world, 48 * hour);
    expect(codesOf(world)).toEqual(['notice_due']);
    ask(world, { type: 'ResolveAttention', code: 'notice_due' });
    advance(world, hour);
    expect(isEndedByLaw(world)).toBe(true);
  });
});
