import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resend } from 'resend';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMailStore } from '../../../dev/resend/store.ts';
import { serveResend } from './served.ts';

const mail = {
  from: 'orders@shop.example',
  to: 'ada@example.org',
  subject: 'Hello',
  text: 'Order 1001',
};

const tempFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'mails-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const send = (baseUrl: string, idempotencyKey: string) =>
  new Resend('re_test', { baseUrl }).emails.send(mail, { idempotencyKey });

describe('what was accepted', () => {
  it('is there after a restart, mails and keys', async () => {
    const folder = join(tempFolder(), 'not', 'made', 'yet');
    const before = await serveResend({ folder });
    const first = await send(before.baseUrl, 'k');
    const after = await serveResend({ folder });
    expect(await after.inbox()).toEqual(await before.inbox());
    expect((await send(after.baseUrl, 'k')).data).toEqual(first.data);
    expect(await after.inbox()).toHaveLength(1);
  });

  it('is there after kill -9 in the middle of sending, each answered mail once', async () => {
    const folder = tempFolder();
    const child = await startChild(folder);
    const accepted: string[] = [];
    for (let n = 0; n < 40; n += 1) {
      if (n === 20) setTimeout(() => child.process.kill('SIGKILL'), 1);
      const { data } = await send(child.baseUrl, `k${n}`);
      if (data) accepted.push(data.id);
    }
    expect(accepted.length).toBeGreaterThanOrEqual(20);
    expect(accepted.length).toBeLessThan(40);
    const after = await serveResend({ folder });
    const kept = (await after.inbox()).map(({ id }) => id);
    expect(kept).toEqual(expect.arrayContaining(accepted));
    for (let n = 0; n < 40; n += 1) await send(after.baseUrl, `k${n}`);
    expect(await after.inbox()).toHaveLength(40);
  });

  it('loses only a last line that was cut off, and goes on after it', async () => {
    const folder = tempFolder();
    const before = await serveResend({ folder });
    await send(before.baseUrl, 'k1');
    appendFileSync(join(folder, 'mails.jsonl'), '{"mails":[{"id":"torn"');
    const after = await serveResend({ folder });
    await send(after.baseUrl, 'k2');
    const third = await serveResend({ folder });
    expect((await third.inbox()).map((it) => it.idempotencyKey)).toEqual(['k1', 'k2']);
    expect(readFileSync(join(folder, 'mails.jsonl'), 'utf8')).not.toContain('torn');
  });

  it('is not passed over in silence when a line in the middle is broken', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'mails.jsonl'), 'broken\n{"mails":[],"answer":null}\n');
    expect(() => createMailStore({ folder })).toThrow(/mails\.jsonl:1 is not a line of JSON/);
  });
});

const startChild = async (folder: string): Promise<{ process: ChildProcess; baseUrl: string }> => {
  const child = spawn(process.execPath, ['--import', 'tsx', childScript, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { process: child, baseUrl: line.toString().trim() };
};

const childScript = join(import.meta.dirname, 'serve-child.ts');
