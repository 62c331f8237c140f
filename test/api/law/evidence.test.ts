import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendEvidence, listEvidence } from '../../../db/law/evidence.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { noticeOf } from '../../../workflows/domain/law/record.ts';
import { day, dayZero } from '../../support/cast.ts';
import { startTestApp } from '../test-app.ts';
import { exported } from './exported.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await api.close();
});

const read = (orderId: string, query = '') =>
  api.call('GET', `/v1/backorders/${orderId}/evidence${query}`, { as: 'read' });

/** An order with a promise and a notice, whose text is this. */
const haveEvidence = async (text = 'It comes later.') => {
  const orderId = await api.placeAnother();
  await api.db.sql`
    insert into messages (order_id, key, kind, class, decision, due_at, at, mail)
    values (${orderId}, 'n', 'delay-notice', 'service', 'sent', ${dayZero}, ${dayZero},
      ${api.db.sql.json({ text })})`;
  await inTransaction(api.db, (sql) =>
    appendEvidence(sql, orderId, [
      {
        ...{ key: 'p', at: dayZero, type: 'promise', promiseId: 'checkout' },
        ...{ on: '2027-01-15', statedAt: dayZero },
      },
      noticeOf('n', day(1)),
    ]),
  );
  const entries = await listEvidence(api.db.sql, orderId);
  return { orderId, entries };
};

describe('the evidence of an order', () => {
  it('is empty before anything was written', async () => {
    const orderId = await api.placeAnother();
    expect(await read(orderId)).toMatchObject({
      status: 200,
      body: { orderId, policy: 'us', entries: [], head: null, witnessedHead: null },
    });
  });

  it('is read oldest first, with the word of the workflow', async () => {
    const { orderId, entries } = await haveEvidence();
    api.witness.head = { seq: 1, hash: entries[0]?.hash ?? '' };
    const { status, body } = await read(orderId);
    expect(status).toBe(200);
    expect(body.entries).toEqual(JSON.parse(JSON.stringify(entries)));
    expect(body).toMatchObject({ head: entries[1]?.hash, witnessedHead: entries[0]?.hash });
  });

  it('is there for nobody without a key, and of no unknown order', async () => {
    expect((await api.call('GET', '/v1/backorders/x/evidence', { as: null })).status).toBe(401);
    expect(await read('unknown')).toMatchObject({ status: 404, body: { code: 'not_found' } });
    const { orderId } = await haveEvidence();
    expect((await read(orderId, '?format=pdf')).status).toBe(422);
  });

  it('prints as one page that loads and runs nothing, whatever was written', async () => {
    const text = '</pre><script>alert(1)</script> & <img src=x onerror=alert(1)>';
    const { orderId, entries } = await haveEvidence(text);
    api.witness.head = null;
    const { status, headers, body } = await read(orderId, '?format=html');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
    expect(headers.get('content-security-policy')).toContain("script-src 'none'");
    expect(body).not.toMatch(/<script|<img|https?:/);
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp;');
    for (const { hash } of entries) expect(body).toContain(hash);
    expect(body).toContain('No workflow vouches for it.');
  });

  it.each([
    [1, 'The workflow of the order vouches for all of it.'],
    [0, 'vouches for it up to entry 1.'],
    [9, 'the database was rewritten'],
  ])('prints how far the workflow vouches for it', async (index, words) => {
    const { orderId, entries } = await haveEvidence();
    api.witness.head = { seq: 9, hash: entries[index]?.hash ?? 'f'.repeat(64) };
    expect((await read(orderId, '?format=html')).body).toContain(words);
  });
});

describe('npm run verify-evidence', () => {
  const cli = ['--import', 'tsx', 'api/law/verify-cli.ts'];
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [...cli, ...args]).then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout, stderr }) => ({ code, stdout: `${stdout}${stderr}` }),
    );
  const fileOf = (value: unknown) => {
    const file = join(folder, 'evidence.json');
    writeFileSync(file, JSON.stringify(value));
    return file;
  };

  it('says by its exit code what it found', async () => {
    const { orderId, entries } = await haveEvidence();
    api.witness.head = { seq: 2, hash: entries[1]?.hash ?? '' };
    const { body } = await read(orderId);
    expect(await run(fileOf(body))).toEqual({
      code: 0,
      stdout: `Order "${orderId}": 2 entries, each as it was hashed.\nThe workflow vouches for entries 1 to 2, which is all.\n`,
    });
    expect(await run(fileOf({ ...exported(2), head: null }))).toMatchObject({ code: 1 });
    expect(await run(fileOf('{'))).toMatchObject({ code: 2 });
    expect(await run(join(folder, 'none.json'))).toMatchObject({ code: 2 });
    expect(await run()).toMatchObject({ code: 2, stdout: expect.stringContaining('FILE') });
  });
});
