import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../dev/bigcommerce/store.ts';
import { startStore, taken } from '../../connector/bigcommerce/served.ts';

test('what the store has outlives its process', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { acts, platform, store } = await startStore({ store: openStore({ folder }) });
  acts.buy({ lines: [{ sku: 'KETTLE-COPPER', quantity: 3 }], payment: 'card' });
  taken(await platform.subscribe(new URL('https://meanwhile.example/webhooks/shops/bc')));
  const reopened = openStore({ folder });
  expect(reopened.state).toEqual(store.state);
  expect(reopened.state.orders).toHaveLength(1);
});

test('a call beyond its pace is refused, and our adapter waits before it comes to that', async () => {
  const { platform, storeBase, access } = await startStore({ perWindow: 3 });
  const headers = { 'X-Auth-Token': access.accessToken };
  const level = () => platform.getLevel({ sku: 'KETTLE-COPPER', location: 'main' });
  taken(await level());
  taken(await level());
  const waits = await level();
  expect(waits).toMatchObject({ outcome: 'later' });
  expect(waits.outcome === 'later' && waits.retryAfterMs).toBeGreaterThan(20_000);
  const call = () => fetch(`${storeBase}/v3/hooks`, { headers });
  const last = await call();
  expect([last.status, last.headers.get('x-rate-limit-requests-left')]).toEqual([200, '0']);
  const refused = await call();
  expect([refused.status, refused.headers.get('x-rate-limit-requests-quota')]).toEqual([429, '3']);
});

test.each(['hang', 'status:429', 'status:503', 'drop-before'])(
  'a fault of %s does nothing of what was asked',
  async (fault) => {
    const { storeBase, access, store, post } = await startStore();
    await post('/_faults', [{ match: 'POST /v3/hooks', fault }]);
    const hook = { scope: 'store/order/created', destination: 'https://meanwhile.example/' };
    const create = () =>
      fetch(`${storeBase}/v3/hooks`, {
        ...{ method: 'POST', body: JSON.stringify(hook) },
        headers: { 'X-Auth-Token': access.accessToken },
        signal: AbortSignal.timeout(300),
      }).then(
        ({ status }) => status,
        () => 0,
      );
    expect(await create()).not.toBe(200);
    expect(store.state.hooks).toEqual([]);
    expect(await create()).toBe(200);
  },
);
