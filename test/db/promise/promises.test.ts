import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getOpening } from '../../../db/backorder/opening.ts';
import { setSkipped } from '../../../db/backorder/place.ts';
import { listBackorders } from '../../../db/backorder/read.ts';
import { writeView } from '../../../db/backorder/views.ts';
import type { Db } from '../../../db/client.ts';
import { dropPromiseMoves, listPromiseMoves, movePromises } from '../../../db/promise/changes.ts';
import { promisedDates } from '../../../db/promise/project-shelf.ts';
import {
  acceptPromises,
  listPromises,
  type PromiseRecord,
  recordPromise,
} from '../../../db/promise/promises.ts';
import { withdrawPromise } from '../../../db/promise/withdraw.ts';
import { listTimeline } from '../../../db/record/timeline.ts';
import { listDemand } from '../../../db/stock/demand.ts';
import { open } from '../../../workflows/domain/backorder/backorder.ts';
import { plan } from '../../../workflows/domain/plan.ts';
import { viewOf } from '../../../workflows/domain/view.ts';
import { day, dayZero } from '../../support/cast.ts';
import { empty, place, promisedOn } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(async () => {
  await empty(db);
  await db.sql`truncate promise_moves`;
  await place(db, { A: ['LAMP:1'] });
});
afterAll(() => db.close());

const orderId = 'A';

const later: PromiseRecord = {
  promiseId: 'p-2',
  on: '2027-02-01',
  basis: 'supplier mail',
  reason: 'the port is closed',
  statedAt: day(5),
};

const record = (promiseId: string, changes: Partial<PromiseRecord> = {}) =>
  recordPromise(db.sql, orderId, { ...later, promiseId, ...changes });

const accept = (...promiseIds: string[]) =>
  acceptPromises(
    db.sql,
    orderId,
    promiseIds.map((promiseId) => ({ promiseId, at: day(6) })),
  );

const withdraw = (promiseId: string) =>
  withdrawPromise(db, { orderId, promiseId, because: 'cancelled' });

const move = (promiseId: string, on: string | null) =>
  movePromises(db.sql, { reason: 'supply', moves: [{ orderId, promiseId, on, basis: 'one' }] });

/** The date that supply is held against. */
const current = async () => {
  const at = { priority: 0, placedAt: dayZero, orderId };
  return (await promisedDates(db.sql, [at])).get(orderId) ?? null;
};

const history = async () =>
  (await listPromises(db.sql, orderId)).map(
    ({ promiseId, acceptedAt, withdrawnBecause }) =>
      `${promiseId} ${acceptedAt ? 'accepted' : (withdrawnBecause ?? 'undecided')}`,
  );

const told = async () =>
  (await listTimeline(db.sql, orderId)).filter(({ type }) => type === 'PromiseWithdrawn');

describe('a promise', () => {
  test('joins the history, and no other takes its place', async () => {
    expect(await recordPromise(db.sql, 'A', later)).toEqual({ outcome: 'recorded' });
    expect(await recordPromise(db.sql, 'A', { ...later, statedAt: day(6) })).toEqual({
      outcome: 'replayed',
    });
    expect(await recordPromise(db.sql, 'A', { ...later, on: null })).toEqual({
      outcome: 'conflict',
    });
    const undecided = { acceptedAt: null, withdrawnAt: null, withdrawnBecause: null };
    const checkout = {
      promiseId: 'checkout',
      on: promisedOn,
      basis: 'supplier confirmation 8812',
      reason: null,
      statedAt: dayZero,
    };
    expect(await listPromises(db.sql, 'A')).toEqual([
      { ...undecided, ...checkout, acceptedAt: dayZero },
      { ...undecided, ...later },
    ]);
  });

  test('counts once its backorder accepts it, and not before', async () => {
    await record('p-2');
    expect(await current()).toBe(promisedOn);
    await accept('p-2');
    expect(await current()).toBe(later.on);
  });

  test('does not count once it is withdrawn, nor does its number', async () => {
    await record('p-2', { on: '2027-03-01' });
    await withdraw('p-2');
    await record('p-3');
    await accept('p-3');
    expect(await current()).toBe(later.on);
    expect(await history()).toEqual(['checkout accepted', 'p-2 cancelled', 'p-3 accepted']);
    const numbers = await db.sql`
      select ordinal from promises where withdrawn_at is null order by ordinal`;
    expect(numbers.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
  });

  test('that was accepted is never withdrawn, and one that was withdrawn may be accepted', async () => {
    await record('p-2');
    await accept('p-2');
    await withdraw('p-2');
    expect(await history()).toEqual(['checkout accepted', 'p-2 accepted']);
    expect(await told()).toEqual([]);
    await record('p-3', { on: null });
    await withdraw('p-3');
    await record('p-4');
    await accept('p-4', 'p-3');
    expect(await current()).toBeNull();
    expect(await history()).toEqual([
      'checkout accepted',
      'p-2 accepted',
      'p-4 accepted',
      'p-3 accepted',
    ]);
  });

  test('is withdrawn in the order’s own time', async () => {
    await setSkipped(db.sql, orderId, 86_400_000 * 400);
    await record('p-2');
    await withdraw('p-2');
    const [entry] = await told();
    expect(Date.parse(entry?.at ?? '') - Date.now()).toBeGreaterThan(86_400_000 * 399);
    const [row] = (await listPromises(db.sql, orderId)).slice(-1);
    expect(row?.withdrawnAt).toBe(entry?.at);
  });

  test('of an order without a date is not taken for that of its checkout', async () => {
    await place(db, { B: ['RUG:1'] }, { promise: null });
    const own = { ...later, promiseId: 'checkout' };
    await recordPromise(db.sql, 'B', own);
    await withdrawPromise(db, { orderId: 'B', promiseId: 'checkout', because: 'cancelled' });
    expect((await getOpening(db.sql, 'B', { joinLeasesMs: 0 })).opening.promise).toBeNull();
    const page = { after: null, limit: 5 };
    const filter = { sku: 'RUG' };
    expect(await listBackorders(db.sql, { ...page, filter })).toMatchObject([{ promisedOn: null }]);
    const [demand] = await listDemand(db.sql, { ...page, filter });
    expect(demand?.promised).toEqual([{ week: null, units: 1 }]);
  });
});

describe('what supply has made of a promise', () => {
  test('counts at once, and is to be told until it is accepted', async () => {
    await move('supply/one/2', later.on);
    expect(await current()).toBe(later.on);
    expect(await listPromiseMoves(db.sql, orderId)).toMatchObject([{ promiseId: 'supply/one/2' }]);
    await accept('supply/one/2');
    expect(await current()).toBe(later.on);
    expect(await listPromiseMoves(db.sql, orderId)).toEqual([]);
  });

  test('is withdrawn when nothing waits for it any more, but for what was accepted', async () => {
    await move('supply/one/2', later.on);
    await accept('supply/one/2');
    await move('supply/one/3', '2027-03-01');
    await accept('supply/one/3');
    await move('supply/one/4', null);
    await dropPromiseMoves(db, orderId);
    expect(await history()).toEqual([
      'checkout accepted',
      'supply/one/2 accepted',
      'supply/one/3 accepted',
      'supply/one/4 nothing_waits',
    ]);
    expect(await current()).toBe('2027-03-01');
    expect(await told()).toMatchObject([
      {
        summary: 'The promise without a date was withdrawn: nothing waits for it any more',
        detail: { promiseId: 'supply/one/4', on: null, why: 'nothing_waits' },
      },
    ]);
    expect(await listPromiseMoves(db.sql, orderId)).toEqual([]);
  });

  test('is withdrawn when its backorder ends without having heard of it', async () => {
    await move('supply/one/2', later.on);
    const { opening } = await getOpening(db.sql, orderId, { joinLeasesMs: 0 });
    const state = open(opening);
    const view = viewOf(state, { ...plan(state, dayZero), done: 'cancelled' }, dayZero);
    await writeView(db, { orderId, revision: 2, view, entries: [], skippedMs: 0 });
    expect(await history()).toEqual(['checkout accepted', 'supply/one/2 cancelled']);
    expect(await listPromiseMoves(db.sql, orderId)).toEqual([]);
  });
});
