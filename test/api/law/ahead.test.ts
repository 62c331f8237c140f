import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOpening } from '../../../db/backorder/opening.ts';
import { writeView } from '../../../db/backorder/views.ts';
import { listAhead } from '../../../db/law/ahead.ts';
import { open } from '../../../workflows/domain/backorder/backorder.ts';
import { plan } from '../../../workflows/domain/plan.ts';
import { addDays } from '../../../workflows/domain/time.ts';
import { viewOf } from '../../../workflows/domain/view.ts';
import { inDays } from '../../support/lives/story.ts';
import { checkoutBody } from '../backorder/checkout/checkout-body.ts';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());

/** An order promised for that day, whose workflow has shown itself. */
const place = async (orderId: string, on: string, country = 'US') => {
  const body = { ...checkoutBody({ orderId }), promise: { on, basis: 'the factory' } };
  const shipTo = { country };
  const placed = await api.call('POST', '/v1/backorders', { body: { ...body, shipTo } });
  expect(placed.status).toBe(201);
  const { opening } = await getOpening(api.db.sql, orderId, { joinLeasesMs: 0 });
  const state = open(opening);
  const at = state.placedAt;
  const view = viewOf(state, plan(state, at), at);
  await writeView(api.db, { orderId, revision: 1, view, entries: [], skippedMs: 0, state });
};

const ahead = (query = '', as: 'read' | 'inventory' = 'read') =>
  api.call('GET', `/v1/law/ahead${query}`, { as });

describe('what the coming days bring', () => {
  it('is counted by day, policy and what happens, the nearest first', async () => {
    const soon = inDays(5);
    await place('later', inDays(9));
    await place('soon-1', soon);
    await place('soon-2', soon);
    await place('german', soon, 'DE');
    await place('far', inDays(40));
    const { status, body } = await ahead();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      days: 14,
      counts: [
        { deadlineOn: soon, policy: 'us', happens: 'notice', count: 2 },
        { deadlineOn: addDays(soon, 3), policy: 'eu', happens: 'notice', count: 1 },
        { deadlineOn: inDays(9), policy: 'us', happens: 'notice', count: 1 },
      ],
      more: false,
    });
    const ids = body.orders.map(({ orderId }: { orderId: string }) => orderId);
    expect(ids).toEqual(['soon-1', 'soon-2', 'german', 'later']);
    expect((await ahead('?days=90')).body.orders).toHaveLength(5);
    expect((await ahead('?days=7')).body.counts).toHaveLength(1);
  });

  it('leaves out what has ended, and what was seen before the law was known', async () => {
    const { sql } = api.db;
    await sql`update views set ended_at = now() where order_id = 'soon-1'`;
    await sql`update views set body = body - 'law' where order_id = 'later'`;
    await sql`update views set state = null where order_id = 'german'`;
    const { body } = await ahead();
    expect(body.orders).toMatchObject([{ orderId: 'soon-2', policy: 'us' }]);
  });

  it('goes on from page to page', async () => {
    const now = new Date().toISOString();
    const { orders, more } = await listAhead(api.db.sql, { days: 60, now, page: 1 });
    expect(orders.map(({ orderId }) => orderId)).toEqual(['soon-2', 'far']);
    expect(more).toBe(false);
  });

  it('needs the scope read, and a number of days', async () => {
    expect((await ahead('', 'inventory')).status).toBe(403);
    expect((await ahead('?days=0')).status).toBe(422);
    expect((await ahead('?days=91')).status).toBe(422);
  });
});
