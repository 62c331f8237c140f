import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../../db/client.ts';
import {
  countOrders,
  type OrderPosition,
  type OrderQuestion,
  type OrderSearch,
  orderSorts,
  searchOrders,
} from '../../../db/desk/orders/search.ts';
import { paymentStates } from '../../../workflows/domain/backorder/intent.ts';
import { policyNames } from '../../../workflows/domain/backorder/law.ts';
import { phases } from '../../../workflows/domain/backorder/snapshot.ts';
import { addDays } from '../../../workflows/domain/time.ts';
import { freshDatabase } from '../fresh.ts';
import { codesOf, isOver, noon, type Person, people, settle, someCodes } from './population.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 2 });
});
afterAll(() => db.close());

const on = fc.integer({ min: -4, max: 4 }).map((days) => addDays(noon.slice(0, 10), days));

const filters: fc.Arbitrary<OrderSearch> = fc
  .record(
    {
      orderId: fc.constantFrom('O', 'O-1', 'O-2', 'o', 'O-%', '%', 'O_1'),
      idOrSku: fc.constantFrom('O-1', 'LAMP', 'A%_B', '%', 'O'),
      email: fc.constantFrom('ADA@example.org', 'ben@example.org', 'a%b_c@example.org', '%'),
      sku: fc.constantFrom('LAMP', 'A%_B', '%', 'lamp'),
      phase: fc.constantFrom(...phases, 'open' as const),
      attention: fc.constantFrom(...someCodes, 'any' as const),
      undated: fc.constant(true),
      promisedBefore: on,
      promisedAfter: on,
      updatedSince: fc.constant(noon),
      payment: fc.uniqueArray(fc.constantFrom(...paymentStates), { minLength: 1, maxLength: 6 }),
      held: fc.constant(true),
      policy: fc.constantFrom(...policyNames),
    },
    { requiredKeys: [] },
  )
  // All thirteen at once find nothing, so most of them are left out.
  .chain((all) =>
    fc
      .subarray(Object.keys(all) as (keyof OrderSearch)[], { maxLength: 3 })
      .map((names): OrderSearch => Object.fromEntries(names.map((name) => [name, all[name]]))),
  );

/** The same, read off one order after the other. */
const isFound = (person: Person, search: OrderSearch): boolean => {
  const { view, orderId } = person;
  const { phase } = search;
  const ofView = [
    ...(phase === 'open' ? [view !== null && !isOver(view.phase)] : []),
    ...(phase !== undefined && phase !== 'open' ? [view?.phase === phase] : []),
    ...when(search.undated, () => view !== null && view.promisedOn === null),
    ...when(search.promisedBefore, (day) => isDated(view) && view.promisedOn < day),
    ...when(search.promisedAfter, (day) => isDated(view) && view.promisedOn > day),
    ...when(search.updatedSince, (at) => view !== null && view.updatedAt >= at),
    ...when(search.payment, (states) => view !== null && states.includes(view.payment)),
    ...when(search.policy, (policy) => view?.policy === policy),
  ];
  const isUnseen =
    view === null && ofView.length === 1 && (phase === 'open' || phase === 'awaiting_stock');
  const codes = codesOf(person);
  const ofOrder = [
    ...when(search.orderId, (start) => orderId.startsWith(start)),
    ...when(search.idOrSku, (q) => orderId.startsWith(q) || person.skus.some((sku) => sku === q)),
    ...when(search.email, (email) => person.email.toLowerCase() === email.toLowerCase()),
    ...when(search.sku, (sku) => person.skus.some((one) => one === sku)),
    ...when(search.attention, (code) => (code === 'any' ? codes.size > 0 : codes.has(code))),
    ...when(search.held, () => person.held),
  ];
  return ofOrder.every(Boolean) && (isUnseen || ofView.every(Boolean));
};

const when = <T>(value: T | undefined, is: (value: T) => boolean): boolean[] =>
  value === undefined ? [] : [is(value)];

const isDated = (
  view: Person['view'],
): view is NonNullable<Person['view']> & { promisedOn: string } =>
  view !== null && view.promisedOn !== null;

const less = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const sorted = (found: Person[], sort: OrderQuestion['sort']): Person[] => {
  if (sort === 'placed') {
    return found.sort((a, b) => less(b.placedAt, a.placedAt) || less(b.orderId, a.orderId));
  }
  const seen = found.filter(({ view }) => view !== null);
  const key = ({ view }: Person) =>
    sort === 'promised' ? (view?.promisedOn ?? '9') : (view?.updatedAt ?? '');
  return sort === 'promised'
    ? seen.sort((a, b) => less(key(a), key(b)) || less(a.orderId, b.orderId))
    : seen.sort((a, b) => less(key(b), key(a)) || less(b.orderId, a.orderId));
};

/** The whole list, three at a time. */
const walk = async (question: OrderQuestion): Promise<string[]> => {
  const ids: string[] = [];
  let after: OrderPosition | null = null;
  for (;;) {
    const page: OrderPosition[] = await searchOrders(db.sql, question, { after, limit: 3 });
    ids.push(...page.map(({ orderId }) => orderId));
    after = page.at(-1) ?? null;
    if (page.length < 3) return ids;
  }
};

describe('searching orders', () => {
  test('finds what reading every order would, in any order, page by page', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        people,
        fc.array(fc.record({ search: filters, sort: fc.constantFrom(...orderSorts) }), {
          minLength: 6,
          maxLength: 6,
        }),
        async (population, questions) => {
          await settle(db, population);
          for (const question of questions) {
            const naive = population.filter((person) => isFound(person, question.search));
            found += naive.length;
            const expected = sorted([...naive], question.sort).map(({ orderId }) => orderId);
            expect(await walk(question)).toEqual(expected);
            const count = await countOrders(db.sql, question.search, 5);
            expect(count).toBe(Math.min(5, naive.length));
          }
        },
      ),
      { numRuns: 40 },
    );
    expect(found).toBeGreaterThan(20);
  });
});
