import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Line, openLine } from '../../../bench/soak/stand/line.ts';

/** Says everything back. */
const server = createServer((socket) => socket.on('error', () => undefined).pipe(socket));
let line: Line;
let open: Socket[] = [];
beforeEach(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  line = await openLine((server.address() as { port: number }).port);
});
afterEach(async () => {
  for (const socket of open) socket.destroy();
  open = [];
  await line.close();
  await new Promise((resolve) => server.close(resolve));
});

const dial = async (): Promise<Socket> => {
  const socket = connect(line.port, '127.0.0.1').setEncoding('utf8');
  socket.on('error', () => undefined);
  open.push(socket);
  await once(socket, 'connect');
  return socket;
};

const echoOf = async (socket: Socket, text: string): Promise<string> => {
  socket.write(text);
  return Promise.race([once(socket, 'data').then(String), sleep(300, 'nothing')]);
};

it('passes what is said, both ways', async () => {
  expect(await echoOf(await dial(), 'hello')).toBe('hello');
});

it('keeps what is said while it is paused, and loses none of it', async () => {
  const socket = await dial();
  expect(await echoOf(socket, 'before')).toBe('before');
  line.pause();
  expect(await echoOf(socket, 'kept')).toBe('nothing');
  const late = await dial();
  expect(await echoOf(late, 'late')).toBe('nothing');
  const [heard, heardLate] = [once(socket, 'data'), once(late, 'data')];
  line.forward();
  expect(String(await heard)).toBe('kept');
  expect(String(await heardLate)).toBe('late');
});

it('pauses half of what is open, and nothing that comes after', async () => {
  const sockets = [await dial(), await dial()];
  await Promise.all(sockets.map((socket) => echoOf(socket, 'open')));
  line.pauseHalf();
  const echoes = await Promise.all(sockets.map((socket) => echoOf(socket, 'half')));
  expect(echoes.toSorted()).toEqual(['half', 'nothing']);
  expect(await echoOf(await dial(), 'new')).toBe('new');
});

it('cuts what is open, and takes what comes after', async () => {
  const socket = await dial();
  expect(await echoOf(socket, 'open')).toBe('open');
  const closed = once(socket, 'close');
  line.cut();
  await closed;
  expect(await echoOf(await dial(), 'new')).toBe('new');
});

it('refuses as an address does where nobody listens, and accepts again at the same one', async () => {
  await line.refuse();
  const refused = connect(line.port, '127.0.0.1');
  const [error] = await once(refused, 'error');
  expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  await line.accept();
  expect(await echoOf(await dial(), 'again')).toBe('again');
});
