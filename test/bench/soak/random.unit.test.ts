import { expect, it } from 'vitest';
import { createRandom } from '../../../bench/soak/random.ts';

const first = (seed: number, name: string): number[] => {
  const random = createRandom(seed, name);
  return Array.from({ length: 20 }, () => random.below(1_000));
};

it('chooses the same for the same seed and name, and something else for others', () => {
  expect(first(1, 'shop')).toEqual(first(1, 'shop'));
  expect(first(2, 'shop')).not.toEqual(first(1, 'shop'));
  expect(first(1, 'faults')).not.toEqual(first(1, 'shop'));
});

it('reaches every item, and loses none when it shuffles', () => {
  const random = createRandom(1, 'any');
  const items = ['a', 'b', 'c'] as const;
  expect(new Set(Array.from({ length: 100 }, () => random.pick(items)))).toEqual(new Set(items));
  expect(random.shuffled(items).toSorted()).toEqual([...items]);
});
