import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../../db/client.ts';
import { countAttention, listDue } from '../../../db/desk/today/attention.ts';
import {
  countTimed,
  listTimed,
  type TimedKind,
  type TimedPosition,
  timedKinds,
} from '../../../db/desk/today/timed.ts';
import { addMs, hourMs, type Instant } from '../../../workflows/domain/time.ts';
import { freshDatabase } from '../fresh.ts';
import { codesOf, isOver, type Person, people, settle } from './population.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 2 });
});
afterAll(() => db.close());

type Seen = NonNullable<Person['view']>;

/** The key of an order in each list, or undefined where it is none of it. */
const keys: Record<TimedKind, (seen: Seen, now: Instant) => string | undefined> = {
  deadlines: ({ phase, deadlineAt }, now) =>
    !isOver(phase) && deadlineAt !== null && deadlineAt > now && deadlineAt <= in72(now)
      ? deadlineAt
      : undefined,
  notices: ({ phase, mayAnswer, answerOn }) =>
    !isOver(phase) && mayAnswer ? (answerOn ?? '9999-12-31') : undefined,
  holds: ({ phase, holdUntil }, now) =>
    !isOver(phase) && holdUntil !== null && holdUntil <= in72(now) ? holdUntil : undefined,
  refunds: ({ refundBy, wantedBy }) => refundBy ?? wantedBy ?? undefined,
};

const in72 = (now: Instant): Instant => addMs(now, 72 * hourMs);

const naive = (population: Person[], kind: TimedKind, now: Instant): string[] =>
  population
    .flatMap(({ orderId, view }) => {
      const key = view && keys[kind](view, now);
      return key ? [`${key} ${orderId}`] : [];
    })
    .sort();

const walk = async (kind: TimedKind, now: Instant): Promise<string[]> => {
  const told: string[] = [];
  let after: TimedPosition | null = null;
  for (;;) {
    const page: TimedPosition[] = await listTimed(db.sql, kind, { now, after, limit: 2 });
    told.push(...page.map(({ at, orderId }) => `${at} ${orderId}`));
    after = page.at(-1) ?? null;
    if (page.length < 2) return told;
  }
};

describe('what Today reads', () => {
  test('are the orders that reading each of them would find, the nearest first', async () => {
    const found = { deadlines: 0, notices: 0, holds: 0, refunds: 0 };
    await fc.assert(
      fc.asyncProperty(people, async (population) => {
        await settle(db, population);
        const now = new Date().toISOString();
        for (const kind of timedKinds) {
          const expected = naive(population, kind, now);
          found[kind] += expected.length;
          expect(await walk(kind, now), kind).toEqual(expected);
          expect(await countTimed(db.sql, kind, { now, most: 3 })).toBe(
            Math.min(3, expected.length),
          );
        }
      }),
      { numRuns: 60 },
    );
    expect(Math.min(...Object.values(found))).toBeGreaterThan(0);
  });

  test('count an order once for each reason, and know the first day of it', async () => {
    await fc.assert(
      fc.asyncProperty(people, async (population) => {
        await settle(db, population);
        const counts = new Map<string, number>();
        for (const code of population.flatMap((person) => [...codesOf(person)])) {
          counts.set(code, (counts.get(code) ?? 0) + 1);
        }
        const told = await countAttention(db.sql);
        expect(new Map(told.map(({ code, count }) => [code, count]))).toEqual(counts);
        const due = dueOf(population);
        const first = told.flatMap(({ code, dueAt }) => (dueAt === null ? [] : [[code, dueAt]]));
        expect(Object.fromEntries(first)).toEqual(Object.fromEntries(firstOf(due)));
        const nearest = (await listDue(db.sql, 100)).flatMap(({ items }) => items);
        expect(nearest.flatMap(({ dueAt }) => dueAt ?? []).sort()).toEqual(
          due.map(({ dueAt }) => dueAt).sort(),
        );
      }),
      { numRuns: 40 },
    );
  });
});

const dueOf = (population: Person[]) =>
  population
    .flatMap(({ view, raised }) => [
      ...(view?.attention ?? []),
      ...raised.filter(({ isOpen }) => isOpen),
    ])
    .flatMap(({ code, dueAt }) => (dueAt === null ? [] : [{ code, dueAt }]));

const firstOf = (due: ReturnType<typeof dueOf>): Map<string, Instant> => {
  const first = new Map<string, Instant>();
  for (const { code, dueAt } of due) {
    const before = first.get(code);
    if (before === undefined || dueAt < before) first.set(code, dueAt);
  }
  return first;
};
