import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseDevConfig, projectRoot } from '../../dev/config.ts';
import { createTemporaryHome } from '../../dev/home.ts';
import { findFreePort, requireFreePorts } from '../../dev/service/ports.ts';
import { patienceMs } from '../support/patience.ts';

const names = [
  ...['PORT', 'DEV_PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'POSTGRES_PORT'],
  ...['METRICS_PORT', 'WORKER_METRICS_PORT'],
];

let home: string;
let ports: Record<string, number>;

beforeAll(async () => {
  home = createTemporaryHome();
  mkdirSync(join(home, 'bin'));
  const binary = join(parseDevConfig(process.env).home, 'bin', 'temporal');
  symlinkSync(binary, join(home, 'bin', 'temporal'));
  ports = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await findFreePort()])),
  );
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

type Started = { process: ChildProcess; printed: () => string; ended: Promise<unknown[]> };

function start(): Started {
  const moved = Object.entries(ports).map(([name, port]) => [name, String(port)]);
  const env = { ...process.env, ...Object.fromEntries(moved), MEANWHILE_HOME: home };
  const child = spawn(process.execPath, ['--import', 'tsx', 'dev/start.ts'], {
    cwd: projectRoot,
    env: { ...env, DATABASE_URL: '', TEMPORAL_ADDRESS: '' },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      text += chunk;
    });
  }
  return { process: child, printed: () => text, ended: once(child, 'exit') };
}

it(
  'is ready, is alone in its home, and is gone after one Ctrl-C',
  async () => {
    const first = start();
    await expect
      .poll(first.printed, { timeout: 3 * patienceMs, interval: 100 })
      .toMatch(/^Meanwhile is ready/m);
    for (const url of [
      `${ports.DEV_PORT}/inbox.json`,
      `${ports.PORT}/readyz`,
      `${ports.METRICS_PORT}/metrics`,
      `${ports.WORKER_METRICS_PORT}/metrics`,
      `${ports.WORKER_METRICS_PORT}/healthz`,
    ]) {
      expect((await fetch(`http://127.0.0.1:${url}`)).status).toBe(200);
    }

    const second = start();
    expect(await second.ended).toEqual([1, null]);
    expect(second.printed()).toContain(`already running in ${home}, pid ${first.process.pid}`);

    first.process.kill('SIGINT');
    expect(await first.ended).toEqual([0, null]);
    await expect(requireFreePorts(ports)).resolves.toBeUndefined();
  },
  5 * patienceMs,
);
