import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keyOf, startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
let server: Server;
let port: number;

beforeAll(async () => {
  api = await startTestApp();
  server = createServer(getRequestListener(api.app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as { port: number }).port;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await api.close();
});

const send = (head: string[], body = ''): Socket => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  const key = `Authorization: Bearer ${keyOf('admin')}`;
  const lines = ['POST /v1/import/products HTTP/1.1', 'Host: shop', key, ...head];
  socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
  return socket;
};

const uploads = async () => (await api.db.sql`select from imports`).count;
const rows = async () => (await api.db.sql`select from import_rows`).count;

/** Enough for some of it to be stored before the rest comes. */
const half = ['sku,title', ...Array.from({ length: 900 }, (_, n) => `P-${n},Lamp`)].join('\n');

it.each([
  ['of a declared length', 'Content-Length: 999999', half],
  ['in chunks', 'Transfer-Encoding: chunked', `${half.length.toString(16)}\r\n${half}\r\n`],
])('leaves nothing of an upload %s that its client cuts off', async (_name, length, body) => {
  const socket = send(['Content-Type: text/csv', length], body);
  await expect.poll(rows, { timeout: 10_000 }).toBe(500);
  socket.destroy();
  await expect.poll(uploads, { timeout: 10_000 }).toBe(0);
  expect(await rows()).toBe(0);
  expect(api.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
});

it.each([
  ['415', 'Content-Type: application/json', 'sku,title\n'],
  ['422', 'Content-Type: text/csv', 'titel\nLamp\nRug\n'],
])('answers %s while the rest is still to come', async (status, type, body) => {
  const socket = send([type, 'Content-Length: 60000000'], body);
  const answer = await new Promise<string>((resolve) => {
    socket.once('data', (data) => resolve(String(data)));
    setTimeout(() => resolve('no answer'), 10_000).unref();
  });
  socket.destroy();
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status}`));
});
