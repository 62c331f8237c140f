import { rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createDatabase, type Db } from '../../../db/client.ts';
import { migrate } from '../../../db/migrate.ts';
import { outageOf } from '../../../db/outage.ts';
import { createTemporaryHome } from '../../../dev/home.ts';
import { type Postgres, startPostgres } from '../../../dev/postgres/server.ts';
import { findFreePort } from '../../../dev/service/ports.ts';
import { createDatabase as createOwnDatabase } from '../../support/system/stack.ts';

/** Two servers, each with an empty database `name`; the first can be told to write no more. */
let first: Postgres;
let administration: postgres.Sql;
let ports: { first: number; second: number };
let where: { user: string; name: string };
let closedPort: number;
let blackHole: Server;
const swallowed = new Set<Socket>();
const home = createTemporaryHome();

beforeAll(async () => {
  const second = new URL(await createOwnDatabase());
  const port = await findFreePort();
  first = await startPostgres({ home, port, durable: false });
  where = { user: second.username, name: second.pathname.slice(1) };
  administration = postgres(first.url, { max: 1, onnotice: () => {} });
  await administration`create database ${administration(where.name)}`;
  ports = { first: port, second: Number(second.port) };
  closedPort = await findFreePort();
  blackHole = createServer((socket) => swallowed.add(socket.on('error', () => {})));
  await new Promise<void>((resolve) => blackHole.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  await administration?.end();
  await first?.stop();
  for (const socket of swallowed) socket.destroy();
  await new Promise((resolve) => blackHole.close(resolve));
  rmSync(home, { recursive: true, force: true });
});

const letFirst = async (write: boolean): Promise<void> => {
  const off = write ? 'off' : 'on';
  // It must be able to change its settings although it may not write.
  await administration.unsafe(`set default_transaction_read_only = off`);
  await administration.unsafe(`alter system set default_transaction_read_only = ${off}`);
  await administration`select pg_reload_conf()`;
  const later = postgres(first.url, { max: 1 });
  const told = () => later.unsafe('show default_transaction_read_only').then(([row]) => row);
  await expect.poll(told).toEqual({ default_transaction_read_only: off });
  await later.end();
};

beforeEach(() => letFirst(true));

const urlOf = (hosts: number[], target: string): string => {
  const list = hosts.map((port) => `127.0.0.1:${port}`).join(',');
  const query = target === '' ? '' : `?target_session_attrs=${target}`;
  return `postgres://${where.user}@${list}/${where.name}${query}`;
};

const connect = (hosts: number[], target = '', max = 1): Db => {
  const db = createDatabase(urlOf(hosts, target), { max });
  onTestFinished(() => db.close());
  return db;
};

const portOf = async (db: Db): Promise<number> => {
  const [row] = await db.sql<{ port: number }[]>`select current_setting('port')::int as port`;
  return row?.port ?? 0;
};

const blackHolePort = (): number => (blackHole.address() as { port: number }).port;

describe('several hosts', () => {
  it.each(['', 'any', 'read-write', 'primary'])('are taken in order: "%s"', async (target) => {
    expect(await portOf(connect([ports.first, ports.second], target))).toBe(ports.first);
    expect(await portOf(connect([ports.second, ports.first], target))).toBe(ports.second);
  });

  it.each(['any', 'read-write'])('go on after a closed port: %s', async (target) => {
    const db = connect([closedPort, ports.second], target, 3);
    const answers = await Promise.all([portOf(db), portOf(db), portOf(db)]);
    expect(answers).toEqual([ports.second, ports.second, ports.second]);
  });

  it.each(['any', 'primary'])('go on after one that never answers: %s', async (target) => {
    const db = connect([blackHolePort(), ports.second], target, 2);
    const begin = performance.now();
    expect(await portOf(db)).toBe(ports.second);
    const took = performance.now() - begin;
    // It is asked after the others for a while.
    const again = performance.now();
    const busy = db.sql`select pg_sleep(0.2)`.execute();
    expect(await portOf(db)).toBe(ports.second);
    await busy;
    expect(performance.now() - again).toBeLessThan(took);
  });

  it.each([
    { target: 'read-write', to: 'second' as const },
    { target: 'primary', to: 'first' as const },
    { target: 'any', to: 'first' as const },
  ])('are passed over unless they fit: $target', async ({ target, to }) => {
    await letFirst(false);
    expect(await portOf(connect([ports.first, ports.second], target))).toBe(ports[to]);
  });

  it('are an outage while none fits, and no longer', async () => {
    await letFirst(false);
    const db = connect([closedPort, ports.first], 'read-write');
    const failure = await portOf(db).catch((error: Error) => error);
    expect(failure).toMatchObject({ code: 'NO_WRITABLE_HOST' });
    expect(outageOf(failure)).toBe('out_of_reach');
    await letFirst(true);
    expect(await portOf(db)).toBe(ports.first);
  });

  it('are left when they write no more, by those who only read too', async () => {
    const db = connect([ports.first, ports.second], 'read-write', 2);
    expect(await Promise.all([portOf(db), portOf(db)])).toEqual([ports.first, ports.first]);
    await letFirst(false);
    const seen = async () => new Set(await Promise.all([portOf(db), portOf(db)]));
    await expect.poll(seen).toEqual(new Set([ports.second]));
  });

  it('are left when they refuse a change', async () => {
    const db = connect([ports.first, ports.second], 'read-write');
    await portOf(db);
    await letFirst(false);
    const refused = await db.sql`create table refused ()`.catch((error: Error) => error);
    expect(refused).toMatchObject({ code: '25006' });
    await expect.poll(() => portOf(db)).toBe(ports.second);
    await db.sql`create table accepted ()`;
  });

  it.each([
    { hosts: () => [closedPort, ports.first, ports.second], target: 'read-write' },
    { hosts: () => [closedPort, ports.second], target: 'any' },
  ])('are known to migrations: $target', async ({ hosts, target }) => {
    await letFirst(false);
    await migrate(urlOf(hosts(), target));
    const db = connect([ports.second]);
    expect(await db.sql`select from orders`).toEqual([]);
  });
});
