import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDifferences, beginRun, finishRun } from '../../../db/books/run.ts';
import type { Difference } from '../../../workflows/domain/books/compare.ts';
import { addMs, dayMs, type Instant } from '../../../workflows/domain/time.ts';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());

const read = (query = '') => api.call('GET', `/v1/reconciliation${query}`, { as: 'read' });

const difference = (orderId: string): Difference => ({
  kind: 'captured_differs',
  orderId,
  providerIntentId: 'pi_1',
  ours: { captured: 0 },
  theirs: { captured: 13_800 },
});

/** A run that began then and found these orders to differ. */
const runAt = async (startedAt: Instant, ...orderIds: string[]): Promise<string> => {
  const runId = randomUUID();
  await beginRun(api.db, { runId, startedAt, since: addMs(startedAt, -35 * dayMs) });
  await addDifferences(api.db.sql, { runId, differences: orderIds.map(difference) });
  await finishRun(api.db, { runId, finishedAt: addMs(startedAt, 4_000), intents: 7, orders: 9 });
  return runId;
};

const gauge = async (): Promise<string> => (await api.operate('/metrics')).body;

describe('reconciliation', () => {
  it('shows nothing before the first run', async () => {
    expect(await read()).toMatchObject({
      status: 200,
      body: { run: null, data: [], nextCursor: null },
    });
    expect((await read(`?run=${randomUUID()}`)).status).toBe(404);
  });

  it('shows the latest finished run, and any other by its id', async () => {
    const first = await runAt('2026-11-23T00:00:00.000Z', 'A');
    const latest = await runAt('2026-11-24T00:00:00.000Z');
    await beginRun(api.db, {
      runId: randomUUID(),
      startedAt: '2026-11-25T00:00:00.000Z',
      since: '2026-10-21T00:00:00.000Z',
    });
    expect((await read()).body).toEqual({
      run: {
        runId: latest,
        startedAt: '2026-11-24T00:00:00.000Z',
        finishedAt: '2026-11-24T00:00:04.000Z',
        since: '2026-10-20T00:00:00.000Z',
        intents: 7,
        orders: 9,
      },
      data: [],
      nextCursor: null,
    });
    const { body } = await read(`?run=${first}`);
    expect(body).toMatchObject({ run: { runId: first }, data: [difference('A')] });
  });

  it('goes on with the same run when another has finished between two pages', async () => {
    await runAt('2026-11-26T00:00:00.000Z', 'B', 'C', 'D');
    const first = await read('?limit=2');
    expect(first.body.data).toEqual([difference('B'), difference('C')]);
    await runAt('2026-11-27T00:00:00.000Z', 'E');
    const second = await read(`?limit=2&cursor=${first.body.nextCursor}`);
    expect(second.body).toMatchObject({ data: [difference('D')], nextCursor: null });
    expect(second.body.run).toEqual(first.body.run);
  });

  it('refuses a cursor that no answer gave, and a run that can have no such id', async () => {
    const cursor = Buffer.from('["x","1"]').toString('base64url');
    expect((await read(`?cursor=${cursor}`)).status).toBe(422);
    expect((await read('?run=latest')).status).toBe(422);
  });

  it('is counted by kind, as the latest run found it', async () => {
    await runAt('2026-11-28T00:00:00.000Z', 'F', 'G');
    const text = await gauge();
    expect(text).toContain('meanwhile_reconciliation_differences{kind="captured_differs"} 2');
    expect(text).toContain('meanwhile_reconciliation_differences{kind="value_differs"} 0');
  });

  it('forgets runs after ninety days', async () => {
    const old = await runAt('2026-12-01T00:00:00.000Z', 'H');
    await runAt('2027-03-02T00:00:00.000Z');
    expect((await read(`?run=${old}`)).status).toBe(404);
    const left = await api.db.sql`
      select from reconciliation_differences where run_id = ${old}`;
    expect(left).toHaveLength(0);
  });

  it('forgets a run that died, and what it had read', async () => {
    const runId = randomUUID();
    const startedAt = '2027-03-03T00:00:00.000Z';
    await beginRun(api.db, { runId, startedAt, since: '2027-01-27T00:00:00.000Z' });
    await addDifferences(api.db.sql, { runId, differences: [difference('I')] });
    await runAt('2027-03-04T12:00:00.000Z');
    const rowsOf = () => api.db.sql`
      select from reconciliation_differences where run_id = ${runId}`;
    expect(await rowsOf()).toHaveLength(1);
    await runAt('2027-03-06T00:00:00.000Z');
    expect(await rowsOf()).toHaveLength(0);
  });

  it('is started by an administrator alone', async () => {
    const start = (as: 'admin' | 'support') => api.call('POST', '/v1/reconciliation', { as });
    expect((await start('support')).status).toBe(403);
    expect(await start('admin')).toMatchObject({
      status: 202,
      body: { workflowId: 'reconciliation/2026-11-23T10:00' },
    });
  });
});
