import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeMany } from '../../db/stock/many.ts';
import { keyOf, startTestApp } from '../test-app.ts';

const skus = Array.from({ length: 10_000 }, (_, index) => `SKU-${String(index).padStart(5, '0')}`);

/** On two idle cores it takes about two seconds; a caller gives up after half a minute. */
const withinMs = 30_000;

let api: Awaited<ReturnType<typeof startTestApp>>;
let server: Server;

beforeAll(async () => {
  api = await startTestApp();
  await placeMany(api.db, { count: 2 * skus.length, skus });
  server = createServer(getRequestListener(api.app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await api.close();
});

const ask = (): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as { port: number };
    const headers = { Accept: 'text/csv', Authorization: `Bearer ${keyOf('read')}` };
    get({ port, host: '127.0.0.1', path: '/v1/demand', headers }, resolve).on('error', reject);
  });

describe('a table of ten thousand SKUs', () => {
  it('is whole, and comes in time', async () => {
    const begun = performance.now();
    const answer = await ask();
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk);
    expect(performance.now() - begun).toBeLessThan(withinMs);
    expect(answer.statusCode).toBe(200);
    const [head, ...rows] = Buffer.concat(chunks).toString().trimEnd().split('\r\n');
    expect(head).toMatch(/^sku,location,waiting,orders/);
    expect(rows.map((row) => row.split(',', 4).join())).toEqual(
      skus.map((sku) => `${sku},main,2,2`),
    );
  });

  it('comes in pieces, and stops when its reader leaves', async () => {
    const answer = await ask();
    const [first] = (await once(answer, 'data')) as [Buffer];
    expect(first.length).toBeLessThan(200_000);
    answer.destroy();
    expect((await api.call('GET', '/v1/demand?limit=1', { as: 'read' })).status).toBe(200);
    expect(api.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
});
