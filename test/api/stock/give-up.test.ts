import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cancelGivenUp } from '../../../api/operations/give-up-orders.ts';
import { type ActAnswer, OutcomeUnknown } from '../../../api/temporal/port.ts';
import { placeOrder } from '../../../db/backorder/place.ts';
import { putSupply, runUnfinishedSupplyChanges } from '../../../db/promise/supply-changes.ts';
import { applyCancellation } from '../../../db/stock/cancel.ts';
import type { CancelBackorder, Request } from '../../../workflows/domain/backorder/request.ts';
import { empty, newOrder, place, promisedOn, receive, story } from '../../db/cast.ts';
import { checkoutBody } from '../backorder/checkout/checkout-body.ts';
import { type Answer, startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
beforeEach(async () => {
  await empty(api.db);
  await api.db.sql`truncate supplies, supply_changes, promise_moves`;
});
afterAll(() => api.close());

const reason = 'The maker has stopped making it';

const giveUp = (giveUpId: string, body: object = {}, sku = 'LAMP'): Promise<Answer> =>
  api.call('POST', `/v1/skus/${sku}/give-up`, { body: { giveUpId, reason, ...body } });

const preview = (body: object = {}): Promise<Answer> =>
  api.call('POST', '/v1/skus/LAMP/give-up/preview', { body });

const progressOf = async (giveUpId: string) =>
  (await api.call('GET', `/v1/skus/LAMP/give-up/${giveUpId}`)).body;

/** Backorders that carry a cancellation out at once, as far as the ledger lets them. */
const carryOut = async (orderId: string, request: Request): Promise<ActAnswer> => {
  const { cancelId, by, lines } = request as CancelBackorder;
  const at = new Date().toISOString();
  await applyCancellation(api.db, { orderId, cancelId, by, lines, at });
  return { ok: true };
};

type Act = (orderId: string, request: Request, options: { id: string }) => Promise<ActAnswer>;

const sweep = (act: Act = carryOut, isReachable = true): Promise<number> =>
  cancelGivenUp(
    {
      ...{ db: api.db, acts: { act }, logger: pino({ level: 'silent' }) },
      temporal: { isReachable: async () => isReachable },
    },
    { budgetMs: 5_000 },
  );

/** Until so many statements wait for a lock. */
const untilBlocked = (count = 1) =>
  expect
    .poll(async () => (await api.db.sql`select from pg_locks where not granted`).length)
    .toBeGreaterThanOrEqual(count);

const dueNow = () => api.db.sql`update give_up_orders set due_at = now() where outcome is null`;

const announce = (supplyId: string, quantity: number, expectedOn: string | null) =>
  putSupply(api.db, {
    ...{ supplyId, sku: 'LAMP', location: 'main', quantity, expectedOn },
    ...{ basis: 'the factory', bodyHash: `${supplyId} ${quantity} ${expectedOn}` },
  });

describe('giving up an SKU', () => {
  it('cancels what waits, and leaves what is set aside and what else was ordered', async () => {
    await place(api.db, { A: ['LAMP:2'], B: ['LAMP:3'], C: ['LAMP:1', 'RUG:1'] });
    await receive(api.db, 'LAMP:2');
    expect((await giveUp('g')).status).toBe(201);
    await sweep();
    expect(await story(api.db, 'A', 'B', 'C')).toEqual([
      'A leased 1×2',
      'B cancelled 1×3',
      'C cancelled 1×1',
      'C waiting 2×1',
    ]);
    expect(await progressOf('g')).toMatchObject({
      ...{ state: 'done', total: 2, cancelled: 2, gone: 0, refused: 0, units: 4, left: [] },
    });
  });

  it('previews the same, with the money, and changes nothing', async () => {
    await place(api.db, { A: ['LAMP:2'], B: ['LAMP:3'], C: ['LAMP:1', 'RUG:1'] });
    await receive(api.db, 'LAMP:2');
    await announce('s', 5, promisedOn);
    const { status, body } = await preview();
    expect(status).toBe(200);
    const usd = (amount: number) => ({ amount, currency: 'USD' });
    expect(body).toMatchObject({
      ...{ orders: 2, lines: 2, units: 4, whole: 1, partial: 1, more: false },
      money: [{ refunded: usd(0), voided: usd(0), neverCharged: usd(4 * 12_900) }],
      stays: { orders: 1, units: 2 },
      withdrawn: [{ supplyId: 's', quantity: 5 }],
      listed: [
        { orderId: 'B', units: 3, whole: true },
        { orderId: 'C', units: 1, whole: false },
      ],
    });
    expect(await story(api.db, 'B')).toEqual(['B waiting 1×3']);
    expect((await api.call('GET', '/v1/skus/LAMP/give-up')).body).toMatchObject({ closed: [] });
  });

  it('lets nobody join the queue, until it is taken up again', async () => {
    await place(api.db, { A: ['LAMP:1'] });
    await giveUp('g');
    const order = (orderId: string) =>
      api.call('POST', '/v1/backorders', {
        body: checkoutBody({
          orderId,
          lines: [
            { id: '1', sku: 'LAMP', quantity: 1, unitPrice: { amount: 12_900, currency: 'USD' } },
          ],
        }),
      });
    expect(await order('late')).toMatchObject({ status: 409 });
    expect((await api.call('GET', '/v1/availability/LAMP')).body).toMatchObject({
      state: 'out_of_stock',
      limitLeft: 0,
    });
    expect((await api.call('DELETE', '/v1/skus/LAMP/give-up')).status).toBe(204);
    expect((await api.call('DELETE', '/v1/skus/LAMP/give-up')).status).toBe(404);
    expect((await order('late')).status).toBe(201);
  });

  it('sells what lies on the shelf still', async () => {
    await place(api.db, {});
    await receive(api.db, 'LAMP:1');
    await giveUp('g');
    expect((await placeOrder(api.db, newOrder('A', ['LAMP:1']))).outcome).toBe('placed');
    expect((await placeOrder(api.db, newOrder('B', ['LAMP:1']))).outcome).toBe('over_limit');
  });

  it('cancels at one location alone', async () => {
    await place(api.db, { A: ['LAMP:1'], B: ['LAMP@north:1'] });
    await giveUp('g', { location: 'north' });
    await sweep();
    expect(await story(api.db, 'A', 'B')).toEqual(['A waiting 1×1', 'B cancelled 1×1']);
    expect((await placeOrder(api.db, newOrder('C', ['LAMP:1']))).outcome).toBe('placed');
    expect((await placeOrder(api.db, newOrder('D', ['LAMP@north:1']))).outcome).toBe('over_limit');
  });

  it('closes a location that it has never come to as well', async () => {
    await place(api.db, { A: ['LAMP:1'] });
    await giveUp('g');
    expect((await placeOrder(api.db, newOrder('B', ['LAMP@new:1']))).outcome).toBe('over_limit');
  });

  it('announces no later date to those whom it cancels', async () => {
    await announce('s', 5, promisedOn);
    await place(api.db, { A: ['LAMP:1'], B: ['LAMP:1'] });
    // Its walk is still to be run.
    await announce('s', 5, null);
    await giveUp('g');
    await runUnfinishedSupplyChanges(api.db, {
      budgetMs: 5_000,
      now: new Date().toISOString(),
    });
    expect(await api.db.sql`select from promise_moves`).toHaveLength(0);
    expect(await api.db.sql`select from supplies where remaining > 0`).toHaveLength(0);
  });

  it('takes in what has come to wait meanwhile from elsewhere', async () => {
    await place(api.db, { A: ['LAMP:1'] });
    await giveUp('g');
    await place(api.db, { sold: ['LAMP:2'] }, { isSold: true });
    await sweep();
    await sweep();
    expect(await story(api.db, 'A', 'sold')).toEqual(['A cancelled 1×1', 'sold cancelled 1×2']);
    expect(await progressOf('g')).toMatchObject({ state: 'done', total: 2, units: 3 });
  });

  it('takes no unit that was set aside between the question and the act', async () => {
    await place(api.db, { A: ['LAMP:2'] }, { fulfilment: 'ship-available' });
    await giveUp('g');
    await sweep(async (orderId, request) => {
      await receive(api.db, 'LAMP:1');
      return carryOut(orderId, request);
    });
    expect(await story(api.db, 'A')).toEqual(['A leased 1×1', 'A cancelled 1×1']);
  });

  it('goes on after a crash, and cancels nothing twice', async () => {
    await place(api.db, { A: ['LAMP:2'], B: ['LAMP:1'] });
    await giveUp('g');
    const asked: string[] = [];
    const crash: Act = async (orderId, request, { id }) => {
      asked.push(`${orderId} ${id}`);
      await carryOut(orderId, request);
      throw new Error('the process dies');
    };
    await sweep(crash);
    expect(await progressOf('g')).toMatchObject({ state: 'running', cancelled: 0 });
    await dueNow();
    await sweep(async () => {
      throw new Error('it was done before');
    });
    expect(asked.sort()).toEqual(['A cancel/give-up/g/1', 'B cancel/give-up/g/1']);
    expect(await progressOf('g')).toMatchObject({ state: 'done', cancelled: 2, units: 3 });
  });

  it('counts an order that refuses, and is done all the same', async () => {
    await place(api.db, { A: ['LAMP:1'], B: ['LAMP:1'] });
    await giveUp('g');
    const act: Act = async (orderId, request) =>
      orderId === 'A' ? { refused: 'already_shipped' } : carryOut(orderId, request);
    for (let round = 1; round <= 5; round++) {
      await sweep(act);
      await dueNow();
    }
    await sweep(act);
    expect(await progressOf('g')).toMatchObject({
      ...{ state: 'done', total: 2, cancelled: 1, refused: 1, codes: { already_shipped: 1 } },
      left: [{ orderId: 'A', code: 'already_shipped' }],
    });
  });

  it('is held up by no order that does not answer, and asks it again', async () => {
    const orders = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`O-${n}`, ['LAMP:1']]));
    await place(api.db, orders);
    await giveUp('g');
    let isStuck = true;
    const act: Act = async (orderId, request) => {
      if (orderId !== 'O-0' || !isStuck) return carryOut(orderId, request);
      await sleep(300);
      throw new OutcomeUnknown('it is parked');
    };
    await sweep(act);
    await dueNow();
    await sweep(act);
    expect(await progressOf('g')).toMatchObject({
      ...{ state: 'running', total: 40, cancelled: 39, unanswered: 1 },
      left: [{ orderId: 'O-0', code: null }],
    });
    isStuck = false;
    await dueNow();
    await sweep(act);
    expect(await progressOf('g')).toMatchObject({ state: 'done', cancelled: 40, unanswered: 0 });
  });

  it('asks nobody while Temporal is away', async () => {
    await place(api.db, { A: ['LAMP:1'] });
    await giveUp('g');
    expect(await sweep(carryOut, false)).toBe(0);
    expect(await sweep()).toBe(1);
  });

  it('is begun once, whoever asks and how often', async () => {
    await place(api.db, { A: ['LAMP:1'] });
    const answers = await Promise.all([giveUp('g'), giveUp('g'), giveUp('g')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(await giveUp('g', { location: 'north' })).toMatchObject({
      status: 409,
      body: { code: 'id_reused' },
    });
    await Promise.all([sweep(), sweep()]);
    expect(await giveUp('g')).toMatchObject({ status: 200, body: { cancelled: 1, units: 1 } });
  });

  it('closes nothing under an id that another was begun under at that moment', async () => {
    await place(api.db, { A: ['LAMP:1'], B: ['RUG:1'] });
    const given = await api.db.sql.begin(async (sql) => {
      await sql`
        insert into give_ups (give_up_id, sku, reason, body_hash)
        values ('g', 'LAMP', ${reason}, 'another')`;
      const second = giveUp('g', {}, 'RUG');
      await untilBlocked();
      return { second };
    });
    expect(await given.second).toMatchObject({ status: 409, body: { code: 'id_reused' } });
    expect(await api.db.sql`select from stock where given_up is not null`).toHaveLength(0);
  });

  it('keeps no checkout waiting while it writes down a long list', async () => {
    await place(api.db, { A: ['LAMP:1'], B: ['LAMP:1'], C: ['LAMP:1'] });
    await api.db.sql.unsafe(`
      create function slowly() returns trigger language plpgsql
        as 'begin perform pg_sleep(0.5); return new; end';
      create trigger slowly before insert on give_up_orders
        for each row execute function slowly()`);
    try {
      const given = giveUp('g');
      await sleep(300);
      const begunAt = performance.now();
      expect(await placeOrder(api.db, newOrder('meanwhile', ['LAMP:1']))).toMatchObject({
        outcome: 'placed',
      });
      expect(performance.now() - begunAt).toBeLessThan(600);
      expect((await given).body).toMatchObject({ total: 4 });
    } finally {
      await api.db.sql`drop function slowly() cascade`;
    }
  });

  it.each([
    ['nobody was asked yet', false],
    ['nobody has answered', true],
  ])('cancels nothing more once it is taken up again while %s', async (_, isAsked) => {
    await place(api.db, { A: ['LAMP:1'], B: ['LAMP:1'] });
    await giveUp('g');
    const parked: Act = async () => {
      throw new OutcomeUnknown('it is parked');
    };
    if (isAsked) await sweep(parked);
    expect((await api.call('DELETE', '/v1/skus/LAMP/give-up')).status).toBe(204);
    await dueNow();
    await sweep();
    expect(await story(api.db, 'A', 'B')).toEqual(['A waiting 1×1', 'B waiting 1×1']);
    expect(await progressOf('g')).toMatchObject({
      ...{ state: 'done', cancelled: 0, refused: 2, codes: { taken_up: 2 } },
    });
  });

  it('goes on at the locations that are given up still', async () => {
    await place(api.db, { A: ['LAMP:1', 'LAMP@north:1'] });
    await giveUp('g');
    const path = '/v1/skus/LAMP/give-up?location=north';
    expect((await api.call('DELETE', path)).status).toBe(204);
    await sweep();
    expect(await story(api.db, 'A')).toEqual(['A cancelled 1×1', 'A waiting 2×1']);
    expect((await progressOf('g')).state).toBe('done');
  });

  it('takes in who comes to wait meanwhile, though one order does not answer', async () => {
    await place(api.db, { A: ['LAMP:1'] });
    await giveUp('g');
    const act: Act = async (orderId, request) => {
      if (orderId !== 'A') return carryOut(orderId, request);
      throw new OutcomeUnknown('it is parked');
    };
    await sweep(act);
    await dueNow();
    await sweep(act);
    await place(api.db, { sold: ['LAMP:2'] }, { isSold: true });
    await sweep(act);
    await sweep(act);
    expect(await story(api.db, 'A', 'sold')).toEqual(['A waiting 1×1', 'sold cancelled 1×2']);
    expect(await progressOf('g')).toMatchObject({ state: 'running', total: 2, unanswered: 1 });
  });

  it('needs a key that may decide about stock and give money back', async () => {
    const body = { giveUpId: 'g', reason };
    for (const as of ['inventory', 'support', 'read', 'fulfilment', 'checkout'] as const) {
      for (const path of ['give-up', 'give-up/preview']) {
        const answer = await api.call('POST', `/v1/skus/LAMP/${path}`, {
          as,
          body: path === 'give-up' ? body : {},
        });
        expect(answer.status, `${as} ${path}`).toBe(403);
      }
      expect((await api.call('DELETE', '/v1/skus/LAMP/give-up', { as })).status).toBe(403);
    }
  });
});

describe('giving up a supply', () => {
  it('cancels only what nothing else reaches, and tells the others their new date', async () => {
    await announce('first', 2, promisedOn);
    await announce('second', 1, '2099-03-01');
    await place(api.db, { A: ['LAMP:1'], B: ['LAMP:1'], C: ['LAMP:1'], D: ['LAMP:1'] });
    expect((await preview({ supplyId: 'first' })).body).toMatchObject({
      ...{ location: 'main', orders: 3, units: 3 },
      withdrawn: [{ supplyId: 'first', quantity: 2 }],
    });
    expect((await giveUp('g', { supplyId: 'first' })).status).toBe(201);
    await runUnfinishedSupplyChanges(api.db, { budgetMs: 5_000, now: new Date().toISOString() });
    await sweep();
    expect(await story(api.db, 'A', 'B', 'C', 'D')).toEqual([
      'A waiting 1×1',
      'B cancelled 1×1',
      'C cancelled 1×1',
      'D cancelled 1×1',
    ]);
    const moved = await api.db
      .sql`select order_id, "on" from promises where promise_id <> 'checkout'`;
    expect(moved).toEqual([{ orderId: 'A', on: '2099-03-01' }]);
    expect((await placeOrder(api.db, newOrder('E', ['LAMP:1']))).outcome).toBe('placed');
  });

  it('takes of an order no more than is out of reach', async () => {
    await announce('first', 2, promisedOn);
    await announce('second', 2, null);
    await place(api.db, { A: ['LAMP:1'], B: ['LAMP:2', 'LAMP:1'] });
    await giveUp('g', { supplyId: 'first' });
    await sweep();
    expect(await story(api.db, 'A', 'B')).toEqual([
      'A waiting 1×1',
      'B waiting 1×1',
      'B cancelled 1×1',
      'B cancelled 2×1',
    ]);
  });

  it('is given up once, under whatever ids', async () => {
    await announce('first', 1, promisedOn);
    await place(api.db, { A: ['LAMP:1'] });
    const answers = await api.db.sql.begin(async (sql) => {
      await sql`select from stock where sku = 'LAMP' for update`;
      const both = [giveUp('g', { supplyId: 'first' }), giveUp('h', { supplyId: 'first' })];
      await untilBlocked(2);
      return { both };
    });
    const statuses = (await Promise.all(answers.both)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 404]);
    expect(await api.db.sql`select from give_ups`).toHaveLength(1);
  });

  it('cancels no unit twice when another supply is given up before it is through', async () => {
    await announce('first', 1, promisedOn);
    await announce('second', 1, '2099-03-01');
    await announce('third', 2, null);
    await place(api.db, { A: ['LAMP:1'], B: ['LAMP:3'] });
    await giveUp('g', { supplyId: 'first' });
    expect((await preview({ supplyId: 'second' })).body).toMatchObject({ orders: 1, units: 1 });
    await giveUp('h', { supplyId: 'second' });
    await sweep();
    expect(await story(api.db, 'A', 'B')).toEqual([
      'A waiting 1×1',
      'B waiting 1×1',
      'B cancelled 1×2',
    ]);
  });

  it('tells an order its new date for the units that it leaves', async () => {
    await announce('first', 2, promisedOn);
    await announce('second', 2, '2099-03-01');
    await place(api.db, { A: ['LAMP:1'], B: ['LAMP:2'] });
    await giveUp('g', { supplyId: 'first' });
    // Its walk passes B over, which is about to hear of a cancellation.
    await runUnfinishedSupplyChanges(api.db, { budgetMs: 5_000, now: new Date().toISOString() });
    await sweep();
    expect(await story(api.db, 'B')).toEqual(['B waiting 1×1', 'B cancelled 1×1']);
    const moved = await api.db.sql`
      select order_id, "on" from promises where promise_id <> 'checkout' order by order_id`;
    expect(moved).toEqual([
      { orderId: 'A', on: '2099-03-01' },
      { orderId: 'B', on: '2099-03-01' },
    ]);
  });

  it('tells an order that refuses its new date', async () => {
    await announce('first', 1, promisedOn);
    await announce('second', 1, null);
    await place(api.db, { A: ['LAMP:1'], B: ['LAMP:1'] });
    await giveUp('g', { supplyId: 'first' });
    await announce('second', 2, '2099-03-01');
    await runUnfinishedSupplyChanges(api.db, { budgetMs: 5_000, now: new Date().toISOString() });
    await sweep(async () => ({ refused: 'nothing_to_cancel' }));
    const moved = await api.db.sql`
      select order_id, "on" from promises where promise_id <> 'checkout' order by order_id`;
    expect(moved).toEqual([
      { orderId: 'A', on: '2099-03-01' },
      { orderId: 'B', on: '2099-03-01' },
    ]);
  });

  it('answers 404 to one that is not expected, or is of something else', async () => {
    await announce('first', 2, promisedOn);
    expect((await giveUp('g', { supplyId: 'none' })).status).toBe(404);
    expect((await giveUp('g', { supplyId: 'first' }, 'RUG')).status).toBe(404);
    expect((await preview({ supplyId: 'none' })).status).toBe(404);
    await giveUp('g', { supplyId: 'first' });
    expect((await giveUp('g', { supplyId: 'first' })).status).toBe(200);
    expect((await giveUp('h', { supplyId: 'first' })).status).toBe(404);
  });
});

it('leaves no unit waiting, and takes none that is set aside, whatever comes between', async () => {
  const act = fc.oneof(
    fc.record({ type: fc.constant('order' as const), units: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ type: fc.constant('stock' as const), units: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ type: fc.constant('sold' as const), units: fc.integer({ min: 1, max: 3 }) }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { maxLength: 6 }),
      fc.array(act, { maxLength: 6 }),
      async (before, between) => {
        await empty(api.db);
        let count = 0;
        const live = async ({ type, units }: { type: string; units: number }) => {
          if (type === 'stock') return void (await receive(api.db, `LAMP:${units}`));
          const fulfilment =
            units % 2 === 0 ? ('whole-order' as const) : ('ship-available' as const);
          const changes = { fulfilment, isSold: type === 'sold' };
          await place(api.db, { [`O-${count++}`]: [`LAMP:${units}`, 'RUG:1'] }, changes);
        };
        for (const each of before) await live(each);
        await giveUp('g');
        const left = [...between];
        await sweep(async (orderId, request) => {
          const next = left.shift();
          if (next) await live(next);
          const setAside = await countSetAside();
          const answer = await carryOut(orderId, request);
          expect(await countSetAside()).toBeGreaterThanOrEqual(setAside);
          return answer;
        });
        for (let round = 0; round < 6; round++) {
          await dueNow();
          await sweep();
        }
        const [waiting] = await api.db.sql`
        select coalesce(sum(waiting), 0)::int as units from lines where sku = 'LAMP'`;
        expect(waiting).toEqual({ units: 0 });
        const rugs = await api.db.sql`select from lines where sku = 'RUG' and cancelled > 0`;
        expect(rugs).toHaveLength(0);
        expect((await progressOf('g')).state).toBe('done');
      },
    ),
    { numRuns: 15 },
  );
}, 120_000);

const countSetAside = async (): Promise<number> => {
  const [row] = await api.db.sql`
    select coalesce(sum(kept + leased + firm + shipped), 0)::int as units from lines
    where sku = 'LAMP'`;
  return row?.units;
};
