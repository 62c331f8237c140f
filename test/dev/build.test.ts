import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../dev/config.ts';
import { builtIn, startApiProcess, startWorkerProcess } from '../support/system/child.ts';
import { startOutside } from '../support/system/outside.ts';
import { createDatabase, createNamespace, temporalAddress } from '../support/system/stack.ts';
import { key } from '../support/system/system.ts';

const run = promisify(execFile);

/** What is built, with the packages of production and no others. */
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'meanwhile-built-'));
  const built = join(folder, 'dist');
  await run(process.execPath, ['--import', 'tsx', 'dev/build.ts', built], { cwd: projectRoot });
  for (const name of ['package.json', 'package-lock.json']) {
    cpSync(join(projectRoot, name), join(folder, name));
  }
  const install = ['ci', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund'];
  await run('npm', install, { cwd: folder });
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const migrate = (databaseUrl: string) =>
  run(process.execPath, ['dist/db/migrate-cli.js'], {
    cwd: folder,
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl },
  });

/** A database without a single table. */
const emptyDatabase = async (): Promise<string> => {
  const url = await createDatabase();
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  await sql`drop schema public cascade`;
  await sql`drop schema if exists drizzle cascade`;
  await sql`create schema public`;
  await sql.end();
  return url;
};

test('what is built migrates, serves and works without packages of development', async () => {
  const databaseUrl = await emptyDatabase();
  expect((await migrate(databaseUrl)).stdout).toContain('newest schema');

  const outside = await startOutside();
  const temporal = { address: temporalAddress(), namespace: await createNamespace() };
  const around = { ...outside, ...temporal, databaseUrl };
  const worker = await startWorkerProcess(around, builtIn(folder));
  const api = await startApiProcess(around, { from: builtIn(folder) });
  try {
    const documents = await fetch(`${api.url}/docs/assets/swagger-ui.css`);
    expect(documents.status).toBe(200);
    const answer = await fetch(`${api.url}/v1/backorders`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(order),
    });
    expect(answer.status).toBe(201);
    const isConfirmed = async () => (await outside.inbox(order.customer.email)).length > 0;
    await expect.poll(isConfirmed, { timeout: 30_000 }).toBe(true);
    const { address, namespace } = temporal;
    const revived = await run(process.execPath, ['dist/api/temporal/revive-cli.js', '--dry-run'], {
      cwd: folder,
      env: {
        ...{ PATH: process.env.PATH, DATABASE_URL: databaseUrl },
        ...{ TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace },
      },
    });
    expect(revived.stdout).toBe(`${order.orderId}: still running\n\n1 still running\n`);
  } finally {
    await api.stop();
    await worker.stop();
    await outside.close();
  }
}, 120_000);

const order = {
  orderId: 'built-1',
  customer: { email: 'ada@example.org' },
  shipTo: { country: 'US', region: 'NY' },
  lines: [{ sku: 'LAMP', quantity: 1, unitPrice: { amount: 12900, currency: 'USD' } }],
  promise: { on: '2027-01-15', basis: 'supplier confirmation' },
  payment: {
    terms: 'on_shipment',
    customerId: 'cus_1',
    paymentMethodId: 'pm_card_visa',
    mandate: {
      text: 'Charge when it ships',
      version: '1',
      maximum: { amount: 12900, currency: 'USD' },
      acceptedAt: new Date().toISOString(),
    },
  },
};
