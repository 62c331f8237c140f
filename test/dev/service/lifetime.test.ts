import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseDevConfig } from '../../../dev/config.ts';
import { createTemporaryHome } from '../../../dev/home.ts';
import { findFreePort, requireFreePorts } from '../../../dev/service/ports.ts';
import { findCommandLine } from '../../../dev/service/processes.ts';

type Running = { parent: ChildProcess; databaseUrl: string; temporalAddress: string };

const script = fileURLToPath(new URL('./lifetime-child.ts', import.meta.url));
const binary = join(parseDevConfig(process.env).home, 'bin', 'temporal');
let home: string;

beforeEach(() => {
  home = createTemporaryHome();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

async function start(): Promise<Running> {
  const parent = fork(script, [home, binary], { execArgv: ['--import', 'tsx'] });
  const ended = once(parent, 'exit').then(([code]) => {
    throw new Error(`ended with ${code} before it was ready`);
  });
  const [message] = await Promise.race([once(parent, 'message'), ended]);
  ended.catch(() => {});
  return { parent, ...message };
}

/** Every process whose command line names this test's home: guards and servers. */
function findServers(): string[] {
  return listPids()
    .filter((pid) => pid !== process.pid)
    .flatMap((pid) => findCommandLine(pid) ?? [])
    .filter((command) => command.includes(home) && !command.includes('lifetime-child'));
}

function listPids(): number[] {
  const names = existsSync('/proc/self')
    ? readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    : execFileSync('ps', ['-A', '-o', 'pid=']).toString().trim().split(/\s+/);
  return names.map(Number);
}

const untilNothingRuns = () => expect.poll(findServers, { interval: 100 }).toEqual([]);

async function write({ databaseUrl, temporalAddress }: Running) {
  const sql = postgres(databaseUrl, { max: 1 });
  await sql`create table kept as select 42 as answer`;
  await sql.end();
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection });
  await client.workflow.start('anything', { workflowId: 'kept', taskQueue: 'nobody' });
  await connection.close();
}

async function read({ databaseUrl, temporalAddress }: Running) {
  const sql = postgres(databaseUrl, { max: 1 });
  const [row] = await sql`select answer from kept`;
  await sql.end();
  const connection = await Connection.connect({ address: temporalAddress });
  const { workflowId } = await new Client({ connection }).workflow.getHandle('kept').describe();
  await connection.close();
  return { answer: row?.answer, workflowId };
}

it('leaves nothing running when it is stopped', async () => {
  const running = await start();
  expect(findServers()).toHaveLength(4);
  running.parent.send('stop');
  const [code] = await once(running.parent, 'exit');
  expect(code).toBe(0);
  expect(findServers()).toEqual([]);
});

it('leaves nothing running when its parent is killed, and finds everything again', async () => {
  const first = await start();
  await write(first);
  first.parent.kill('SIGKILL');
  await untilNothingRuns();

  const second = await start();
  expect(await read(second)).toEqual({ answer: 42, workflowId: 'kept' });
  second.parent.kill('SIGKILL');
  await untilNothingRuns();
});

const onLinux = it.runIf(process.platform === 'linux');

onLinux('starts again beside a PostgreSQL that survived its guard', async () => {
  const first = await start();
  await write(first);
  const pid = Number(readFileSync(join(home, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const guard = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  process.kill(Number(guard), 'SIGKILL');
  first.parent.kill('SIGKILL');
  expect(findCommandLine(pid)).toContain('postgres');

  const second = await start();
  expect(findCommandLine(pid)).toBeUndefined();
  expect((await read(second)).answer).toBe(42);
  second.parent.kill('SIGKILL');
  await untilNothingRuns();
});

it('names every port that is taken, and the variable that moves it', async () => {
  const server = createServer();
  const port = await findFreePort();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  await expect(requireFreePorts({ PORT: port })).rejects.toThrow(
    `port ${port}: end what uses it, or set PORT`,
  );
  server.close();
});
