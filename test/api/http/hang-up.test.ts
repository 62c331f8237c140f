import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOf, startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
let server: Server;
let port: number;

beforeAll(async () => {
  api = await startTestApp({
    stripe: { webhookSecrets: ['whsec_1'], publishableKey: null, jsUrl: 'https://js.stripe.com' },
  });
  server = createServer(getRequestListener(api.app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as { port: number }).port;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await api.close();
});

/** What went wrong by our own account: log lines of errors, and answers counted as such. */
const ownFailures = async () => {
  const { body } = await api.operate('/metrics');
  const counted = String(body)
    .split('\n')
    .filter((line) => /_count\{.*status="5/.test(line));
  return { counted, logged: api.logged.filter(({ level }) => Number(level) >= 50) };
};

const countOf = async (route: string): Promise<number> => {
  const { body } = await api.operate('/metrics');
  return String(body)
    .split('\n')
    .filter((line) => line.includes('_count{') && line.includes(`route="${route}"`))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
};

type Half = { path: string; route?: string; type: string; isChunked?: boolean };

/** Sends the head and half of the body, then hangs up. */
const sendHalf = async ({ path, type, isChunked = false }: Half): Promise<void> => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  const length = isChunked ? 'Transfer-Encoding: chunked' : 'Content-Length: 200';
  const half = '{"orderId":"1001","placedAt":';
  const head = [`POST ${path} HTTP/1.1`, 'Host: shop', `Content-Type: ${type}`, length];
  const key = `Authorization: Bearer ${keyOf('admin')}`;
  const site = 'Origin: http://meanwhile.test';
  const body = isChunked ? `${half.length.toString(16)}\r\n${half}\r\n` : half;
  socket.write(`${[...head, key, site].join('\r\n')}\r\n\r\n${body}`);
  // Long enough for the server to wait for the rest.
  await expect.poll(() => inFlight).toBeGreaterThan(0);
  socket.destroy();
};

let inFlight = 0;
beforeAll(() => {
  server.on('request', (_request, response) => {
    inFlight++;
    response.once('close', () => inFlight--);
  });
});

describe('a client that hangs up', () => {
  it.each<Half & { route: string }>([
    { path: '/v1/backorders', route: '/v1/backorders', type: 'application/json' },
    { path: '/v1/backorders', route: '/v1/backorders', type: 'application/json', isChunked: true },
    { path: '/webhooks/stripe', route: '/webhooks/stripe', type: 'application/json' },
    {
      path: '/webhooks/stripe',
      route: '/webhooks/stripe',
      type: 'application/json',
      isChunked: true,
    },
  ])('amid a body is no failure of ours: $path, chunked $isChunked', async (half) => {
    const before = await countOf(half.route);
    await sendHalf(half);
    await expect.poll(() => countOf(half.route)).toBe(before + 1);
    expect(await ownFailures()).toEqual({ counted: [], logged: [] });
  });

  it("amid a form of a customer's page is no failure of ours", async () => {
    const orderId = await api.placeAnother();
    const { links } = (await api.call('GET', `/v1/backorders/${orderId}`)).body;
    const path = `${new URL(links.status).pathname}/cancel`;
    await sendHalf({ path, type: 'application/x-www-form-urlencoded' });
    await expect.poll(() => countOf('/b/:token/cancel')).toBe(1);
    expect(await ownFailures()).toEqual({ counted: [], logged: [] });
  });

  it('before its answer is no failure of ours', async () => {
    const before = await countOf('/v1/backorders');
    expect(before).toBeGreaterThan(0);
    const socket = connect(port, '127.0.0.1');
    const key = `Authorization: Bearer ${keyOf('admin')}`;
    socket.write(`GET /v1/backorders HTTP/1.1\r\nHost: shop\r\n${key}\r\n\r\n`, () =>
      socket.destroy(),
    );
    await expect.poll(() => countOf('/v1/backorders')).toBe(before + 1);
    expect(await ownFailures()).toEqual({ counted: [], logged: [] });
  });
});
