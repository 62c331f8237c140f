import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Counts, createCounts } from '../../../api/access/counts.ts';
import { minuteMs } from '../../../workflows/domain/time.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T10:00:20.000Z') });
});
afterEach(() => vi.useRealTimers());

const limit = 20;
const counts = () => createCounts('shared');
const addTimes = (to: Counts, times: number, subject = 'a'): number[] =>
  Array.from({ length: times }, () => to.add(subject, limit));

/** What both say to each other within a second. */
const exchange = (...all: Counts[]): void => {
  const told = all.map((each) => each.news());
  all.forEach((each, index) => {
    const others = told.filter((_, other) => other !== index).flatMap((news) => news.told);
    const own = told[index];
    if (own) each.hear(own, others);
  });
};

describe('one process', () => {
  test('lets as many pass as the limit says, and the others wait for the next minute', () => {
    const own = counts();
    expect(addTimes(own, 22)).toEqual([...Array(20).fill(0), 40, 40]);
    vi.setSystemTime(Date.now() + minuteMs);
    expect(own.add('a', limit)).toBe(0);
  });

  test('counts each subject for itself', () => {
    const own = counts();
    addTimes(own, 20);
    expect(own.add('b', limit)).toBe(0);
  });

  test('remembers no more subjects than it has room for', () => {
    const small = createCounts('shared', { capacity: 2 });
    addTimes(small, 20, 'a');
    for (const subject of ['b', 'c']) small.add(subject, limit);
    expect(small.add('a', limit)).toBe(0);
  });
});

describe('several processes', () => {
  test('sum up what each has counted', () => {
    const [one, other] = [counts(), counts()];
    addTimes(one, 12);
    addTimes(other, 8);
    expect([one.add('a', limit), other.add('a', limit)]).toEqual([0, 0]);
    exchange(one, other);
    expect([one.add('a', limit), other.add('a', limit)]).toEqual([40, 40]);
  });

  test('hear of one who has asked them nothing yet', () => {
    const [one, other] = [counts(), counts()];
    addTimes(one, 20);
    exchange(one, other);
    expect(other.add('a', limit)).toBe(40);
  });

  test('are told of the busy ones only, by no name, and once until there is more', () => {
    const own = counts();
    addTimes(own, 1, 'quiet');
    addTimes(own, 2, '203.0.113.1');
    const news = own.news();
    expect(news.told).toEqual([{ subject: expect.any(String), count: 2 }]);
    expect(JSON.stringify(news)).not.toContain('203.0.113.1');
    own.hear(news, []);
    expect(own.news().told).toEqual([]);
    addTimes(own, 1, '203.0.113.1');
    expect(own.news().told).toMatchObject([{ count: 3 }]);
  });

  test('forget with the minute what they have heard', () => {
    const [one, other] = [counts(), counts()];
    addTimes(one, 20);
    exchange(one, other);
    const late = one.news();
    vi.setSystemTime(Date.now() + minuteMs);
    expect(other.add('a', limit)).toBe(0);
    other.hear(late, [{ subject: 'x', count: 1 }]);
    expect(other.add('a', limit)).toBe(0);
  });
});
