import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRight } from '../../../../api/desk/access/passwords.ts';
import { emailOf } from '../../../../db/desk/people/operator-email.ts';
import { findAccount } from '../../../../db/desk/people/operators.ts';
import { startDeskApp } from '../desk-app.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');

let desk: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  desk = await startDeskApp();
});
afterAll(() => desk.close());

/** `npm run operator -- …` with that on its input. */
const run = (words: string[], input = ''): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const command = ['--import', 'tsx', 'api/desk/access/operators-cli.ts', ...words];
    const env = { ...process.env, DATABASE_URL: desk.url };
    const child = execFile(process.execPath, command, { cwd: root, env }, (error, out, err) =>
      resolve({ code: error ? 1 : 0, out, err }),
    );
    child.stdin?.end(input);
  });

describe('npm run operator', () => {
  it('makes an account, changes it, and ends its sessions with each change', async () => {
    const added = await run(
      ['add', 'ada', '--name', 'Ada Byron', '--role', 'support'],
      'twelve brass lamps\n',
    );
    expect(added).toEqual({ code: 0, out: 'ada can sign in.\n', err: '' });
    const account = await findAccount(desk.db.sql, 'ada');
    expect(account).toMatchObject({ name: 'Ada Byron', role: 'support', disabledAt: null });
    expect(await isRight(account?.passwordHash ?? null, 'twelve brass lamps')).toBe(true);
    const again = ['add', 'ada', '--name', 'A', '--role', 'viewer'];
    expect((await run(again, 'eleven copper kettles')).err).toBe('ada has an account.\n');

    expect((await run(['role', 'viewer', '--role', 'buyer'])).out).toBe(
      'viewer: buyer, enabled.\n',
    );
    expect((await desk.read('/desk', 'viewer')).status).toBe(303);
    expect((await run(['disable', 'support'])).out).toBe('support: support, disabled.\n');
    expect((await desk.read('/desk', 'support')).status).toBe(303);
    expect((await run(['enable', 'support'])).out).toBe('support: support, enabled.\n');

    await run(['password', 'manager'], 'eleven copper kettles');
    expect((await desk.read('/desk', 'manager')).status).toBe(303);
    const changed = await findAccount(desk.db.sql, 'manager');
    expect(await isRight(changed?.passwordHash ?? null, 'eleven copper kettles')).toBe(true);

    const address = ['email', 'ada', '--email', 'ada@shop.example'];
    expect((await run(address)).out).toBe('ada: ada@shop.example.\n');
    expect(await emailOf(desk.db.sql, 'ada')).toBe('ada@shop.example');
    expect((await run(['email', 'ada', '--email', 'none'])).err).toBe('none is no mail address.\n');

    const { out } = await run(['list']);
    expect(out).toContain('ada\tAda Byron\tsupport\tpassword\tno\n');
    expect(out).not.toContain('argon2');
    const noted = await desk.db.sql`select operator_id, type, detail from audit order by id`;
    expect(noted.map(({ operatorId, type }) => `${operatorId} ${type}`)).toEqual([
      'ada account_changed',
      'viewer account_changed',
      'support account_changed',
      'support account_changed',
      'manager password_changed',
      'ada account_changed',
    ]);
    expect(JSON.stringify(noted)).not.toContain('kettles');
  }, 60_000);

  it.each([
    [['add', 'demo', '--name', 'A', '--role', 'viewer'], 'a good long password', /demo operator/],
    [['add', 'bob', '--name', 'Bob', '--role', 'boss'], 'a good long password', /Roles: viewer/],
    [['add', 'bob', '--name', 'Bob', '--role', 'viewer'], 'short', /at least 12/],
    [['password', 'nobody'], 'a good long password', /Nobody has the id/],
  ])('refuses %j', async (words, input, why) => {
    const { code, err } = await run(words, input);
    expect([code, err]).toEqual([1, expect.stringMatching(why)]);
    expect(await findAccount(desk.db.sql, 'bob')).toBeUndefined();
  });
});
