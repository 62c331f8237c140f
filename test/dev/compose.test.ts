import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../dev/config.ts';
import { inOrder, readCompose, type Services } from '../support/containers/compose.ts';
import {
  isWellByImage,
  type Running,
  runOnce,
  startContainer,
} from '../support/containers/containers.ts';
import { buildImages, type Image } from '../support/containers/image.ts';
import { type Addresses, chooseAddresses } from '../support/containers/places.ts';
import { inDays } from '../support/lives/story.ts';

/** What compose.yaml and the Dockerfile say, carried out by hand: this takes no container engine. */

const key = 'a-key-for-staging-that-nobody-knows';
const envFile: Record<string, string> = {
  ...(parseEnv(readFileSync(join(projectRoot, 'docs', 'staging.env'), 'utf8')) as object),
  POSTGRES_PASSWORD: 'a1b2c3',
  LINK_SECRET: 'a-secret-for-staging-that-nobody-knows',
  MEANWHILE_API_KEY: key,
};

let folder: string;
let images: Map<string, Image>;
let services: Services;
let addresses: Addresses;
const running = new Map<string, Running>();

const stage = () => ({ services, images, envFile, folder, addresses });
const start = (name: string) => startContainer(stage(), name);

/** What a service answers on a port of its own. */
const ask = (port: number, path: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${addresses.get(port)}${path}`, init);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'meanwhile-containers-'));
  images = await buildImages(folder);
  services = readCompose(envFile);
  addresses = await chooseAddresses(services);
}, 400_000);

afterAll(async () => {
  for (const service of [...running.values()].reverse()) await service.stop();
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

describe('a staging system by compose', () => {
  test('comes up, each service after those that it depends on', async () => {
    for (const name of inOrder(services)) {
      const started = await start(name);
      if (started) running.set(name, started);
    }
    expect([...running.keys()].sort()).toEqual([
      'api',
      'postgres',
      'stand-ins',
      'temporal',
      'worker',
    ]);
    expect((await ask(3000, '/readyz')).status).toBe(200);
  }, 300_000);

  test('takes a checkout, and confirms it to nobody but the stand-in', async () => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const body = JSON.stringify(order);
    const answer = await ask(3000, '/v1/backorders', { method: 'POST', headers, body });
    expect(answer.status).toBe(201);
    const inbox = `/inbox.json?to=${encodeURIComponent(order.customer.email)}`;
    const mails = async () => (await (await ask(3001, inbox)).json()) as { subject: string }[];
    await expect.poll(async () => (await mails()).length, { timeout: 60_000 }).toBe(1);
    expect((await mails())[0]?.subject).toContain(order.orderId);
  }, 90_000);

  test('says on its pages that nothing on them is real', async () => {
    const headers = { authorization: `Bearer ${key}` };
    const shown = await ask(3000, `/v1/backorders/${order.orderId}`, { headers });
    const { links } = (await shown.json()) as { links: { status: string } };
    expect(links.status).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/b\//);
    const page = await (await fetch(links.status)).text();
    expect(page).toContain('This is a test system');
  }, 30_000);

  test('shows the order in the demo shop, which asks the API for it', async () => {
    const page = await ask(3001, '/shop');
    expect(await page.text()).toContain(order.orderId);
  }, 30_000);

  test('finds after a loss what is lost, and here that nothing is', async () => {
    const command = ['node', 'dist/api/temporal/revive-cli.js', '--dry-run'];
    const said = await runOnce(stage(), 'api', command);
    expect(said).toBe(`${order.orderId}: still running\n\n1 still running\n`);
  }, 60_000);

  test('serves its documents without a package of development', async () => {
    expect((await ask(3000, '/docs/assets/swagger-ui.css')).status).toBe(200);
  }, 30_000);

  test('keeps ended runs for thirty days', async () => {
    const connection = await Connection.connect({ address: `127.0.0.1:${addresses.get(7233)}` });
    const { config } = await connection.workflowService.describeNamespace({ namespace: 'default' });
    await connection.close();
    expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 24 * 3600);
  }, 30_000);

  test('may be brought up again: what runs once may run twice', async () => {
    for (const name of ['migrate', 'namespace', 'search-attributes']) {
      await expect(start(name)).resolves.toBeUndefined();
    }
  }, 120_000);

  test('has an image that says itself whether its API is well', async () => {
    expect(await isWellByImage(stage(), 'api')).toBe(true);
  }, 30_000);

  test.each(['worker', 'api'])(
    'lets the %s end by itself when it is told to',
    async (name) => {
      const code = await running.get(name)?.stop();
      running.delete(name);
      expect(code).toBe(0);
    },
    60_000,
  );
});

const order = {
  orderId: 'staged-1',
  customer: { email: 'ada@example.org' },
  shipTo: { country: 'US', region: 'NY' },
  lines: [{ sku: 'LAMP', quantity: 1, unitPrice: { amount: 12900, currency: 'USD' } }],
  promise: { on: inDays(30), basis: 'supplier confirmation' },
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
