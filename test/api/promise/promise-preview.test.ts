import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPromises } from '../../../db/promise/promises.ts';
import { startOfDay } from '../../../workflows/calendar/zone.ts';
import { addDays } from '../../../workflows/domain/time.ts';
import { promisedOn } from '../backorder/checkout/checkout-body.ts';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
let orderId: string;
beforeAll(async () => {
  api = await startTestApp();
  orderId = await api.placeAnother();
});
afterAll(() => api.close());

const preview = (body: object, as: 'inventory' | 'read' = 'inventory', id = orderId) =>
  api.call('POST', `/v1/backorders/${id}/promise/preview`, { as, body });

const promised = promisedOn;
const lastDay = addDays(promised, 30);

/** In New York, where the order goes to. */
const endOf = (on: string) => startOfDay(addDays(on, 1), 'America/New_York');

describe('the preview of a promise', () => {
  it('says which notice another date calls for, what silence does, and until when', async () => {
    expect(await preview({ on: lastDay })).toMatchObject({
      status: 200,
      body: {
        ...{ from: promised, to: lastDay, told: true },
        ...{ notice: 'first_within_30', silence: 'consents' },
        ...{ answerBy: endOf(lastDay), deadlineAt: endOf(lastDay) },
      },
    });
    expect((await preview({ on: null })).body).toMatchObject({
      ...{ to: null, notice: 'first_undated', silence: 'cancels' },
      ...{ answerBy: endOf(lastDay), deadlineAt: endOf(lastDay) },
    });
  });

  it('says that an earlier date is told with the next mail, and moves no deadline', async () => {
    expect((await preview({ on: addDays(promised, -5) })).body).toEqual({
      ...{ from: promised, to: addDays(promised, -5), told: false, notice: null, silence: 'none' },
      ...{ answerBy: null, deadlineAt: endOf(promised) },
    });
  });

  it('changes nothing, and asks nobody', async () => {
    api.acts.forget();
    await preview({ on: addDays(promised, 60) });
    expect(api.acts.asked).toEqual([]);
    expect(await listPromises(api.db.sql, orderId)).toHaveLength(1);
  });

  it('needs a date or null, an order, and the scope of the promise', async () => {
    expect((await preview({})).status).toBe(422);
    expect((await preview({ on: 'soon' })).status).toBe(422);
    expect((await preview({ on: null }, 'inventory', 'NOBODY')).status).toBe(404);
    expect((await preview({ on: null }, 'read')).status).toBe(403);
  });

  it('is refused once nothing is left to promise', async () => {
    const ended = await api.placeAnother();
    await api.db.sql`
      insert into views (order_id, revision, phase, body)
      select ${ended}, 1, 'shipped', '{"phase": "shipped"}'`;
    const answer = await preview({ on: null }, 'inventory', ended);
    expect(answer).toMatchObject({ status: 409, body: { code: 'already_shipped' } });
  });
});
