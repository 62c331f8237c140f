import { describe, expect, it } from 'vitest';
import { shareOut } from '../../db/pools.ts';

describe('the pools of one process', () => {
  it.each([
    { max: 20, writes: 10, reads: 5, background: 5 },
    { max: 7, writes: 5, reads: 1, background: 1 },
    { max: 3, writes: 1, reads: 1, background: 1 },
    { max: 1, writes: 1, reads: 1, background: 1 },
  ])('share $max connections out, and none goes without', ({ max, ...shares }) => {
    expect(shareOut(max)).toEqual(shares);
  });
});
