import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OutcomeUnknown } from '../../../api/temporal/port.ts';
import { place, story } from '../../db/cast.ts';
import { startTestApp } from '../test-app.ts';
import { type Act, forgetAll, givingUpAt, reason } from './give-up-cast.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
beforeEach(() => forgetAll(api));
afterAll(() => api.close());

const { giveUp, progressOf, carryOut, sweep, untilBlocked, dueNow } = givingUpAt(() => api);

describe('giving up much of an SKU', () => {
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

  it('cancels nothing more once it is taken up again while an order was about to be', async () => {
    await place(api.db, { A: ['LAMP:1', 'LAMP@north:1'] });
    await giveUp('g');
    await sweep(async (orderId, request) => {
      expect((await api.call('DELETE', '/v1/skus/LAMP/give-up')).status).toBe(204);
      return carryOut(orderId, request);
    });
    await sweep();
    expect(await story(api.db, 'A')).toEqual(['A waiting 1×1', 'A waiting 2×1']);
    expect(await progressOf('g')).toMatchObject({
      ...{ state: 'done', cancelled: 0, refused: 1, units: 0, codes: { taken_up: 1 } },
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
