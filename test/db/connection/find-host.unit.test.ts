import { describe, expect, it } from 'vitest';
import type { Target } from '../../../db/connection/database-url.ts';
import { createHostFinder } from '../../../db/connection/find-host.ts';

type Name = 'a' | 'b' | 'c';
type State = 'writes' | 'reads' | 'standby' | 'away' | 'wrong password';

const standings = {
  writes: { isPrimary: true, isWritable: true },
  reads: { isPrimary: true, isWritable: false },
  standby: { isPrimary: false, isWritable: false },
};
const codes = { away: 'ECONNREFUSED', 'wrong password': '28P01' };

/** Hosts in the states given, which a test may change, and who was asked for how long. */
const among = (states: Partial<Record<Name, State>>, target: Target) => {
  const asked: { host: Name; withinMs: number }[] = [];
  const find = createHostFinder<Name>({
    hosts: Object.keys(states) as Name[],
    target,
    withinMs: 5_000,
    ask: async (host, withinMs) => {
      asked.push({ host, withinMs });
      const state = states[host] ?? 'away';
      if (state in standings) return standings[state as keyof typeof standings];
      throw Object.assign(new Error(state), { code: codes[state as keyof typeof codes] });
    },
  });
  return { find, asked, states };
};

describe('the host of a new connection', () => {
  it.each<{ states: Partial<Record<Name, State>>; target: Target; found: Name }>([
    { states: { a: 'writes', b: 'writes' }, target: 'any', found: 'a' },
    { states: { a: 'standby', b: 'writes' }, target: 'any', found: 'a' },
    { states: { a: 'standby', b: 'writes' }, target: 'primary', found: 'b' },
    { states: { a: 'reads', b: 'writes' }, target: 'primary', found: 'a' },
    { states: { a: 'reads', b: 'writes' }, target: 'read-write', found: 'b' },
    { states: { a: 'away', b: 'standby', c: 'writes' }, target: 'read-write', found: 'c' },
    { states: { a: 'wrong password', b: 'writes' }, target: 'any', found: 'b' },
  ])('is the first that answers and fits: $states, $target', async ({ states, target, found }) => {
    expect(await among(states, target).find()).toBe(found);
  });

  it.each<{ states: Partial<Record<Name, State>>; target: Target; code: string }>([
    { states: { a: 'away', b: 'standby' }, target: 'read-write', code: 'NO_WRITABLE_HOST' },
    { states: { a: 'wrong password', b: 'away' }, target: 'any', code: '28P01' },
    { states: { a: 'away', b: 'away' }, target: 'any', code: 'ECONNREFUSED' },
  ])('is none, and why is what tells most: $states', async ({ states, target, code }) => {
    await expect(among(states, target).find()).rejects.toMatchObject({ code });
  });

  it('is looked for within one deadline, of which each gets its share', async () => {
    const { find, asked } = among({ a: 'away', b: 'away', c: 'writes' }, 'any');
    await find();
    const shares = asked.map(({ withinMs }) => Math.round(withinMs / 100) * 100);
    expect(shares).toEqual([1_700, 2_500, 5_000]);
  });

  it('is asked last for a while when it did not answer', async () => {
    const { find, asked, states } = among({ a: 'away', b: 'writes' }, 'any');
    await find();
    states.a = 'writes';
    expect(await find()).toBe('b');
    states.b = 'away';
    expect(await find()).toBe('a');
    states.b = 'writes';
    expect(await find()).toBe('a');
    expect(asked.map(({ host }) => host).join('')).toBe('abbbaa');
  });

  it('is looked for once for all who ask at the same time', async () => {
    const { find, asked } = among({ a: 'writes', b: 'writes' }, 'any');
    expect(await Promise.all([find(), find(), find()])).toEqual(['a', 'a', 'a']);
    expect(asked).toHaveLength(1);
  });
});
