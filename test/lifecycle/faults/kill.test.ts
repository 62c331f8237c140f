import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTemporal } from '../../../api/temporal/client.ts';
import { createDatabase, type Db } from '../../../db/client.ts';
import { newsBacklog } from '../../../db/record/news.ts';
import { expectLedgerToAddUp } from '../../db/stock/ledger/adds-up.ts';
import { placeMany } from '../../db/stock/many.ts';
import { patienceMs } from '../../support/patience.ts';
import { type Child, startApiProcess } from '../../support/system/child.ts';
import {
  createNamespace,
  createDatabase as createOwnDatabase,
  temporalAddress,
} from '../../support/system/stack.ts';
import { key } from '../../support/system/system.ts';

/** A database that only the killed processes, and this test, look at. */
let place: { databaseUrl: string; address: string; namespace: string };
let db: Db;
let running: Child[] = [];
beforeEach(async () => {
  // There is no such namespace: the relay rests while stock is given out.
  const address = temporalAddress();
  place = { databaseUrl: await createOwnDatabase(), address, namespace: 'none' };
  db = createDatabase(place.databaseUrl, { max: 2 });
});
afterEach(async () => {
  await Promise.all(running.map((child) => child.stop()));
  running = [];
  await db.close();
});

const startApi = async () => {
  const child = await startApiProcess({ ...place, stripeBase: '', resendBase: '' });
  running.push(child);
  return child;
};

const killAll = async (): Promise<void> => {
  await Promise.all(running.splice(0).map((child) => child.kill()));
};

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  const endsAt = Date.now() + patienceMs;
  while (!(await isSo())) {
    if (Date.now() > endsAt) throw new Error('still waiting');
    await sleep(2);
  }
};

const given = async (): Promise<number> => {
  const [walk] = await db.sql<{ allocated: number }[]>`select allocated from walks`;
  return walk?.allocated ?? 0;
};

const isFilled = async (): Promise<boolean> => {
  const rows = await db.sql`select from walks where done_at is not null`;
  return rows.length > 0;
};

test('a restock that a crash cut short goes on where it was', async () => {
  const units = 6_000;
  await placeMany(db, { count: units + 1 });
  const { url } = await startApi();
  const answer = fetch(`${url}/v1/restocks`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ restockId: 'r1', sku: 'LAMP', quantity: units }),
  }).catch(() => 'cut off');
  await until(async () => (await given()) > 0);
  await killAll();
  expect(await answer).toBe('cut off');
  const first = await given();
  expect(await isFilled()).toBe(false);

  await startApi();
  await until(async () => (await given()) > first);
  await killAll();
  expect(await isFilled()).toBe(false);

  await startApi();
  await until(isFilled);
  await expectLedgerToAddUp(db);
  expect(await given()).toBe(units);
  expect([...(await db.sql`select order_id from lines where waiting > 0`)]).toEqual([
    { orderId: `O${units + 1}` },
  ]);
});

test('news that a crash cut short reaches every workflow, each once', async () => {
  const orders = 400;
  place = { ...place, namespace: await createNamespace() };
  await placeMany(db, { count: orders });
  await startApi();
  await until(async () => (await newsBacklog(db.sql)) < orders);
  await killAll();
  expect(await newsBacklog(db.sql)).toBeGreaterThan(0);
  // What the dead relay had claimed is free once its claim is over.
  await db.sql`update news set claimed_until = now()`;
  await startApi();
  await until(async () => (await newsBacklog(db.sql)) === 0);
  const unstarted = await db.sql`select from orders where started_at is null`;
  expect(unstarted).toHaveLength(0);
  const { address, namespace } = place;
  const temporal = createTemporal({ connectionOptions: { address }, namespace });
  const { workflow } = await temporal.client();
  await until(async () => (await workflow.count('WorkflowType = "backorder"')).count === orders);
  await temporal.close();
});
