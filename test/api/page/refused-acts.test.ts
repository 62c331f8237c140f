import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RefusalCode } from '../../../workflows/domain/backorder/request.ts';
import { countRows } from '../../db/count-rows.ts';
import { startTestApp } from '../test-app.ts';
import { cancel, lantern, nothingPaid, placeLamps, say } from './cast.ts';

const stripe = {
  webhookSecrets: [],
  publishableKey: 'pk_test_1',
  jsUrl: 'http://provider.test/stripe.js',
};

let shop: Awaited<ReturnType<typeof startTestApp>>;
const paths: Record<string, string> = { unknown: '/b/nobody' };

beforeAll(async () => {
  shop = await startTestApp({ shop: lantern, stripe });
  for (const name of ['open', 'replaced', 'erased', 'ended']) {
    paths[name] = await placeLamps(shop.db, name);
  }
  await cancel(shop.db, 'ended');
  await say(shop.db, 'ended', { phase: 'cancelled', outcome: 'cancelled', payment: nothingPaid });
  await shop.db.sql`update orders set link_version = 2 where order_id = 'replaced'`;
  await shop.db.sql`update orders set erased_at = now() where order_id = 'erased'`;
});
afterAll(() => shop.close());

const post = (path: string, headers: Record<string, string> = {}) =>
  shop.call('POST', path, {
    as: null,
    body: `formId=${randomUUID()}&answer=yes`,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });

type Act = { order: string; at: string; status: number; refused?: RefusalCode; site?: string };

test.each<[string, Act]>([
  ...[...['cancel', 'card', 'paid', 'language', 'answer', 'withdraw', 'further-period']].flatMap(
    (at): [string, Act][] => [
      ['of another website', { order: 'open', at, status: 403, site: 'cross-site' }],
      ['under a token that nobody signed', { order: 'unknown', at, status: 404 }],
      ['under a link that was replaced', { order: 'replaced', at, status: 410 }],
      ['of an order that was erased', { order: 'erased', at, status: 410 }],
    ],
  ),
  [
    'of an order that has ended',
    { order: 'ended', at: 'cancel', status: 409, refused: 'nothing_to_cancel' },
  ],
  ['of an order that has ended', { order: 'ended', at: 'card', status: 409 }],
  [
    'that the backorder refuses',
    { order: 'open', at: 'cancel', status: 409, refused: 'already_shipped' },
  ],
  [
    'that the backorder refuses',
    { order: 'open', at: 'card', status: 409, refused: 'already_shipped' },
  ],
])('a form %s leaves nothing behind: %o', async (_what, act) => {
  const { order, at, status, refused, site } = act;
  shop.acts.answer = async () => (refused ? { refused } : { ok: true });
  const before = await countRows(shop.db);
  const answer = await post(`${paths[order]}/${at}`, site ? { 'Sec-Fetch-Site': site } : {});
  expect(answer.status).toBe(status);
  expect(await countRows(shop.db)).toEqual(before);
});

test.each(['cancel', 'card', 'language', 'answer', 'further-period'])(
  'a form that is too long says so to its customer: %s',
  async (at) => {
    const answer = await shop.call('POST', `${paths.open}/${at}`, {
      as: null,
      body: `formId=${'x'.repeat(300_000)}`,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect(answer.status).toBe(413);
    expect(String(answer.body)).toContain('Nothing was changed');
    expect(String(answer.body)).not.toContain('wrong on our end');
  },
);

test('a form that is heeded leaves who asked for what', async () => {
  shop.acts.answer = async () => ({ ok: true });
  const before = await countRows(shop.db);
  expect((await post(`${paths.open}/cancel`)).status).toBe(303);
  expect(await countRows(shop.db)).toEqual({
    ...before,
    cancellations: (before.cancellations ?? 0) + 1,
    customer_words: (before.customer_words ?? 0) + 1,
  });
});
