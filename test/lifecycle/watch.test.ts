import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { watch } from '../../api/operations/watch.ts';
import { attentionOf } from '../support/lives/aftermath.ts';
import { checkout, resolve, until, workflowOf } from '../support/lives/story.ts';
import { type System, startSystem } from '../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const logger = pino({ level: 'silent' });
const watchNow = () => watch({ db: system.db, temporal: system.temporal, logger });

const confirmed = async (orderId: string): Promise<void> => {
  await checkout(system, { orderId });
  await until(system, orderId, ({ next }) => next !== null);
};

/** As if it should have woken half an hour ago. */
const oversleep = (orderId: string) => system.db.sql`
  update views set next_wake_at = now() - interval '30 minutes' where order_id = ${orderId}`;

test('a terminated backorder is found, shown, and answered by a person', async () => {
  await confirmed('W-1');
  await (await workflowOf(system, 'W-1')).terminate('by mistake');
  await oversleep('W-1');
  await watchNow();
  expect(await attentionOf(system, 'W-1')).toEqual(['orphaned']);
  const listed = await system.call('GET', '/v1/backorders?attention=true');
  expect(listed.body.data).toMatchObject([{ orderId: 'W-1' }]);
  await expect
    .poll(async () => (await system.operate('/readyz')).body.overdue)
    .toMatchObject({ orphaned: 1, parked: 0 });

  expect(await resolve(system, 'W-1', 'orphaned')).toMatchObject({
    status: 200,
    body: { attention: [] },
  });
  await watchNow();
  expect(await attentionOf(system, 'W-1')).toEqual([]);
});

test.each([
  { orderId: 'W-3', act: 'cancel', body: { reason: 'too late', by: 'customer' }, status: 503 },
  { orderId: 'W-4', act: 'fast-forward', body: { hours: 1 }, status: 200 },
])('$act finds a terminated backorder before the watch does', async (asked) => {
  const { orderId, act, body, status } = asked;
  await confirmed(orderId);
  await (await workflowOf(system, orderId)).terminate('by mistake');
  const answer = await system.call('POST', `/v1/backorders/${orderId}/${act}`, body);
  expect(answer.status).toBe(status);
  expect(await attentionOf(system, orderId)).toEqual(['orphaned']);
});

test('a parked backorder asks for a person until it wakes', async () => {
  await confirmed('W-2');
  await oversleep('W-2');
  await watchNow();
  expect(await attentionOf(system, 'W-2')).toEqual(['parked']);
  const promise = { promiseId: 'p2', on: null, reason: 'late', basis: 'supplier' };
  await system.call('POST', '/v1/backorders/W-2/promise', promise);
  expect(await attentionOf(system, 'W-2')).toEqual(['parked']);
  await watchNow();
  expect(await attentionOf(system, 'W-2')).toEqual([]);
});
