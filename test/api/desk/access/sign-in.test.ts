import { setTimeout as sleep } from 'node:timers/promises';
import { hash } from '@node-rs/argon2';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { hashPassword } from '../../../../api/desk/access/passwords.ts';
import { csrfOf } from '../../../../api/desk/access/session.ts';
import { emailOf } from '../../../../db/desk/people/operator-email.ts';
import {
  addOperator,
  changeOperator,
  changePassword,
  putOperator,
} from '../../../../db/desk/people/operators.ts';
import { startDeskApp } from '../desk-app.ts';

const password = 'twelve brass lamps';

let desk: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  desk = await startDeskApp();
});
afterAll(() => desk.close());
afterEach(() => vi.useRealTimers());

/** Tries are counted by the minute: none ends while a test counts them. */
const stopTheClock = () => vi.useFakeTimers({ toFake: ['Date'] });

let nth = 0;
/** Each test has a person of its own, so that their tries are counted apart. */
let ada: string;
beforeEach(async () => {
  ada = `ada-${++nth}`;
  const account = { operatorId: ada, name: 'Ada Byron', role: 'support' } as const;
  await addOperator(desk.db.sql, { ...account, passwordHash: await hashPassword(password) });
});

const cookiesIn = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1).join())
    .join('; ');

const ask = (path: string, { cookie = '', body, headers = {} }: Asked = {}) =>
  desk.app.request(path, {
    ...(body && { method: 'POST', body: new URLSearchParams(body) }),
    headers: { ...(cookie && { Cookie: cookie }), ...headers },
  });

/** What the sign-in page gives a browser, and what its form sends back. */
const form = { cookie: 'meanwhile-form=of-this-browser', csrf: csrfOf('of-this-browser') };

/** Sends a form of the sign-in page, as the browser that was shown it. */
const askByForm = (path: string, { cookie = '', body = {}, headers = {} }: Asked) =>
  ask(path, {
    cookie: [form.cookie, cookie].filter(Boolean).join('; '),
    ...{ body: { csrf: form.csrf, ...body }, headers },
  });

type Asked = { cookie?: string; body?: Record<string, string>; headers?: Record<string, string> };

const enter = (fields: Record<string, string> = {}, rest: Asked = {}) =>
  askByForm('/desk/sign-in', { body: { name: ada, password, ...fields }, ...rest });

const csrfIn = (html: string): string => /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

const audit = async (operatorId = ada) =>
  desk.db.sql`select type, detail from audit where operator_id = ${operatorId} order by id`;

describe('signing in with a password', () => {
  it('leads to the page that was wanted', async () => {
    const shown = await (await ask('/desk/sign-in?next=/desk/orders?phase=shipped')).text();
    expect(shown).toContain('value="/desk/orders?phase=shipped"');
    const answer = await enter({ next: '/desk/orders?phase=shipped' });
    expect([answer.status, answer.headers.get('Location')]).toEqual([
      303,
      '/desk/orders?phase=shipped',
    ]);
    const page = await ask('/desk', { cookie: cookiesIn(answer.headers) });
    expect(await page.text()).toContain('Ada Byron');
    expect(await audit()).toMatchObject([{ type: 'signed_in', detail: { by: 'password' } }]);
  });

  it.each([
    'https://evil.example/desk',
    '//evil.example/desk/',
    '/desk/../u/secret',
    '/desk/\\evil',
    '/deskevil',
    '/desk/a\r\nSet-Cookie: a=b',
    'javascript:alert(1)',
  ])('never leads to %s', async (next) => {
    expect((await enter({ next })).headers.get('Location')).toBe('/desk');
  });

  it('sets a cookie that no script reads and no other site sends with a form', async () => {
    const [cookie] = (await enter()).headers.getSetCookie();
    expect(cookie).toMatch(/^meanwhile-desk=[\w-]{43};/);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
  });

  it('takes the name as people write it', async () => {
    expect((await enter({ name: ` ${ada.toUpperCase()} ` })).status).toBe(303);
  });

  it('says the same, as slowly, whatever of it is wrong', async () => {
    await putOperator(desk.db.sql, { operatorId: 'nopass', name: 'No Password', role: 'viewer' });
    const gone = { operatorId: ada, name: 'Ada', role: 'support', disabled: true } as const;
    await changeOperator(desk.db, gone, { keepsManager: false });
    const bob = { operatorId: 'bob', name: 'Bob', role: 'viewer' } as const;
    await addOperator(desk.db.sql, { ...bob, passwordHash: await hashPassword(password) });
    const tries: Record<string, string>[] = [
      { name: 'nobody' },
      { name: 'nopass' },
      { name: ada },
      { name: 'bob', password: 'a wrong password' },
      { name: '' },
      { name: "a'; drop table\0 operators" },
    ];
    for (const fields of tries) {
      const began = performance.now();
      const answer = await enter(fields);
      expect(performance.now() - began).toBeGreaterThan(290);
      const text = (await answer.text()).replace(/id="name"[^>]*>/, '');
      expect(
        [answer.status, text.includes('The name or the password is not right.')],
        fields.name,
      ).toEqual([422, true]);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    expect((await audit())[0]).toMatchObject({
      type: 'sign_in_refused',
      detail: { reason: 'disabled' },
    });
    expect(await audit('bob')).toMatchObject([{ detail: { reason: 'wrong_password' } }]);
    expect(await audit('nobody')).toEqual([]);
    expect(JSON.stringify(await desk.db.sql`select * from audit`)).not.toContain(
      'a wrong password',
    );
  });

  it('gives a new session each time, and ends the one of before', async () => {
    const first = cookiesIn((await enter()).headers);
    const second = cookiesIn((await enter({}, { cookie: first })).headers);
    expect(second).not.toBe(first);
    expect((await ask('/desk', { cookie: first })).status).toBe(303);
    expect((await ask('/desk', { cookie: second })).status).toBe(200);
  });

  it('takes no session that somebody else chose', async () => {
    const { headers } = await enter({}, { cookie: 'meanwhile-desk=chosen-by-somebody' });
    expect(cookiesIn(headers)).not.toContain('chosen-by-somebody');
    expect((await ask('/desk', { cookie: 'meanwhile-desk=chosen-by-somebody' })).status).toBe(303);
  });

  it('makes whoever tries and tries wait, right or wrong', async () => {
    stopTheClock();
    const statuses: number[] = [];
    for (let n = 0; n < 6; n++) statuses.push((await enter({ password: `wrong ${n}` })).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    const answer = await enter();
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await enter({ name: 'somebody-else' })).status).toBe(422);
  });

  it('lets them in where they signed in before, while somebody else tries and tries', async () => {
    stopTheClock();
    const cookie = cookiesIn((await enter()).headers);
    const known = cookie
      .split('; ')
      .filter((each) => each.startsWith('meanwhile-known='))
      .join();
    for (let n = 0; n < 6; n++) await enter({ password: `wrong ${n}` });
    expect((await enter()).status).toBe(429);
    expect((await enter({}, { cookie: known })).status).toBe(303);
    const bob = { operatorId: `bob-${ada}`, name: 'Bob', role: 'viewer' } as const;
    await addOperator(desk.db.sql, { ...bob, passwordHash: await hashPassword(password) });
    for (let n = 0; n < 6; n++) await enter({ name: bob.operatorId, password: 'wrong' });
    expect((await enter({ name: bob.operatorId }, { cookie: known })).status).toBe(429);
  });

  it('lets them in there, although somebody else of their network tries and tries', async () => {
    stopTheClock();
    const office = await startDeskApp({
      strangers: { perMinute: 600, isTrustedProxy: () => true, isLoopbackFree: true },
    });
    try {
      const account = { operatorId: ada, name: 'Ada Byron', role: 'support' } as const;
      const passwordHash = await hashPassword(password);
      await addOperator(office.db.sql, { ...account, passwordHash });
      const enterFrom = (fields: Record<string, string>, cookie = '') =>
        office.app.request('/desk/sign-in', {
          method: 'POST',
          body: new URLSearchParams({ name: ada, password, csrf: form.csrf, ...fields }),
          headers: { 'X-Forwarded-For': '203.0.113.9', Cookie: `${form.cookie}; ${cookie}` },
        });
      const cookie = cookiesIn((await enterFrom({})).headers);
      await Promise.all(Array.from({ length: 30 }, (_, n) => enterFrom({ name: `nobody-${n}` })));
      expect((await enterFrom({})).status).toBe(429);
      expect((await enterFrom({}, cookie)).status).toBe(303);
    } finally {
      await office.close();
    }
  });

  it('counts such a browser as one, however its cookie is spelt', async () => {
    stopTheClock();
    const [known = ''] = cookiesIn((await enter()).headers)
      .split('; ')
      .filter((each) => each.startsWith('meanwhile-known='));
    const statuses: number[] = [];
    for (let n = 0; n < 6; n++) {
      const cookie = `${known}.${n}`;
      statuses.push((await enter({ password: `wrong ${n}` }, { cookie })).status);
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  });

  it('begins no session by a password that was changed while it was tried', async () => {
    const passwordHash = await hashPassword('eleven copper kettles');
    const trying = enter();
    await sleep(150);
    await changePassword(desk.db, { operatorId: ada, passwordHash });
    const answer = await trying;
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([422, []]);
    const sessions = await desk.db.sql`
      select from operator_sessions where operator_id = ${ada}`;
    expect(sessions).toHaveLength(0);
  });

  it('begins none for somebody who was disabled meanwhile', async () => {
    const trying = enter();
    await sleep(150);
    const gone = { operatorId: ada, name: 'Ada', role: 'support', disabled: true } as const;
    await changeOperator(desk.db, gone, { keepsManager: false });
    expect((await trying).status).toBe(422);
  });

  it('hashes a password anew that was hashed in another way', async () => {
    const old = await hash(password, { memoryCost: 8_192 });
    await desk.db.sql`update operators set password_hash = ${old} where operator_id = ${ada}`;
    const { headers } = await enter();
    const [row] = await desk.db.sql`select password_hash from operators where operator_id = ${ada}`;
    expect(row?.passwordHash).toMatch(/m=19456,t=2,p=1/);
    expect((await ask('/desk', { cookie: cookiesIn(headers) })).status).toBe(200);
    expect((await enter()).status).toBe(303);
  });

  it('takes no form of another site', async () => {
    const sites: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'https://evil.example' },
    ];
    for (const headers of sites) expect((await enter({}, { headers })).status).toBe(403);
  });

  it('takes none that this browser was not shown, whatever it tells of where it comes from', async () => {
    const body = { name: ada, password };
    const hidden = { Origin: 'null' };
    const others: Asked[] = [
      { body },
      { body: { ...body, csrf: form.csrf } },
      { body: { ...body, csrf: csrfOf('') }, cookie: 'meanwhile-form=' },
      { body: { ...body, csrf: csrfOf('of-another') }, cookie: form.cookie },
    ];
    for (const each of others) {
      const answer = await ask('/desk/sign-in', { headers: hidden, ...each });
      expect([answer.status, answer.headers.getSetCookie()], JSON.stringify(each)).toEqual([
        403,
        [],
      ]);
      const demo = await ask('http://localhost:3000/desk/sign-in/demo', {
        headers: hidden,
        ...each,
      });
      expect(demo.status).toBe(403);
    }
  });

  it('takes the form that its page gives, also in a second tab, and after a slip', async () => {
    const shown = await ask('/desk/sign-in');
    const cookie = cookiesIn(shown.headers);
    expect(shown.headers.getSetCookie().join()).toMatch(/meanwhile-form=[\w-]{43};.*HttpOnly/);
    const csrf = csrfIn(await shown.text());
    const second = await ask('/desk/sign-in', { cookie });
    expect([second.headers.getSetCookie(), csrfIn(await second.text())]).toEqual([[], csrf]);
    const slip = { name: ada, password: 'a slip of the hand', csrf };
    const again = await ask('/desk/sign-in', { cookie, body: slip });
    expect([again.status, csrfIn(await again.text())]).toEqual([422, csrf]);
    const body = { name: ada, password, csrf };
    expect((await ask('/desk/sign-in', { cookie, body })).status).toBe(303);
  });
});

describe('signing out everywhere', () => {
  it('ends every session of that person, and of nobody else', async () => {
    const [one, two] = [cookiesIn((await enter()).headers), cookiesIn((await enter()).headers)];
    const html = await (await ask('/desk', { cookie: one })).text();
    const csrf = /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    await ask('/desk/sign-out/everywhere', { cookie: one, body: { csrf } });
    expect((await ask('/desk', { cookie: one })).status).toBe(303);
    expect((await ask('/desk', { cookie: two })).status).toBe(303);
    expect((await desk.read('/desk', 'viewer')).status).toBe(200);
    expect((await audit()).at(-1)).toMatchObject({
      type: 'signed_out_everywhere',
      detail: { sessions: 2 },
    });
  });
});

describe('a password of one’s own', () => {
  const change = async (cookie: string, fields: Record<string, string>) => {
    const html = await (await ask('/desk/people/password', { cookie })).text();
    const csrf = /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const wanted = 'eleven copper kettles';
    const body = { csrf, before: password, new: wanted, again: wanted, ...fields };
    return ask('/desk/people/password', { cookie, body });
  };

  it('is changed by whoever knows it, and ends the sessions elsewhere', async () => {
    const [here, there] = [cookiesIn((await enter()).headers), cookiesIn((await enter()).headers)];
    const answer = await change(here, {});
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/desk/people']);
    expect((await ask('/desk', { cookie: there })).status).toBe(303);
    expect((await ask('/desk', { cookie: here })).status).toBe(303);
    expect((await ask('/desk', { cookie: cookiesIn(answer.headers) })).status).toBe(200);
    expect((await enter()).status).toBe(422);
    expect((await enter({ password: 'eleven copper kettles' })).status).toBe(303);
    expect((await audit()).map(({ type }) => type)).toContain('password_changed');
  });

  it.each([
    [{ before: 'a wrong password' }, 'That is not your password.'],
    [{ new: 'short', again: 'short' }, 'Take at least 12 characters.'],
    [{ new: 'Ada Byron 1815', again: 'Ada Byron 1815' }, 'tried first'],
    [{ again: 'eleven copper kettle' }, 'The two are not the same.'],
  ])('is not changed with %j', async (fields, fault) => {
    const cookie = cookiesIn((await enter()).headers);
    const answer = await change(cookie, fields);
    expect([answer.status, (await answer.text()).includes(fault)]).toEqual([422, true]);
    expect((await enter()).status).toBe(303);
  });

  it('is nothing that those have who sign in otherwise', async () => {
    expect((await desk.read('/desk/people/password', 'viewer')).status).toBe(404);
  });
});

describe('the demo operator', () => {
  const oneClick = (headers: Record<string, string> = {}, host = 'localhost:3000') =>
    askByForm(`http://${host}/desk/sign-in/demo`, { body: { next: '/desk/people' }, headers });

  it('signs in with one click on this computer', async () => {
    const answer = await oneClick();
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/desk/people']);
    const page = await ask('/desk', { cookie: cookiesIn(answer.headers) });
    expect(await page.text()).toContain('Demo operator');
    expect(await emailOf(desk.db.sql, 'demo')).toBe('demo@shop.example');
  });

  it.each(['localhost', '127.0.0.1:3000', '[::1]:3000'])('is offered at %s', async (host) => {
    expect(await (await ask(`http://${host}/desk/sign-in`)).text()).toContain('demo operator');
  });

  it.each(['evil.example', 'localhost.evil.example', '192.168.0.7:3000', '127.0.0.1.nip.io'])(
    'is offered to nobody whose browser was led here by the name %s',
    async (host) => {
      expect(await (await ask(`http://${host}/desk/sign-in`)).text()).not.toContain(
        'demo operator',
      );
      expect((await oneClick({}, host)).status).toBe(404);
    },
  );

  it('signs in from no other computer', async () => {
    const socket = { remoteAddress: '192.168.0.9' };
    const incoming = { incoming: { socket, headers: {} } };
    const init = { method: 'POST', body: new URLSearchParams() };
    const answer = await desk.app.request(
      'http://localhost:3000/desk/sign-in/demo',
      init,
      incoming,
    );
    expect(answer.status).toBe(404);
  });

  it.each([
    ...[
      'X-Forwarded-For',
      'X-Forwarded-Host',
      'X-Forwarded-Proto',
      'X-Real-IP',
      'Forwarded',
      'Via',
    ],
    ...['CF-Connecting-IP', 'X-Original-Host', 'True-Client-IP'],
  ])('is nobody whom a tunnel leads here, as %s says, whatever name it gives', async (name) => {
    const headers = { [name]: '127.0.0.1' };
    const page = await ask('http://localhost:3000/desk/sign-in', { headers });
    expect(await page.text()).not.toContain('demo operator');
    expect((await oneClick(headers)).status).toBe(404);
  });

  it.each<Record<string, string>>([
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site', Origin: 'http://localhost:9999' },
    { Origin: 'https://evil.example' },
  ])('is signed in by no other site: %j', async (headers) => {
    expect((await oneClick(headers)).status).toBe(403);
  });

  it('has no session where there is no demo, although its row and its cookie are there', async () => {
    const cookie = cookiesIn((await oneClick()).headers);
    const other = await startDeskApp({ desk: { demo: false, passwords: true, provider: null } });
    try {
      await putOperator(other.db.sql, {
        operatorId: 'demo',
        name: 'Demo operator',
        role: 'manager',
      });
      const sessions = await desk.db.sql`
        select token_hash from operator_sessions where operator_id = 'demo' order by created_at desc`;
      await other.db.sql`insert into operator_sessions (token_hash, operator_id, ends_at)
        values (${sessions[0]?.tokenHash}, 'demo', now() + interval '1 hour')`;
      expect((await ask('/desk', { cookie })).status).toBe(200);
      const page = await other.app.request('/desk', { headers: { Cookie: cookie } });
      expect(page.status).toBe(303);
      expect((await other.app.request('/desk/sign-in/demo', { method: 'POST' })).status).toBe(404);
    } finally {
      await other.close();
    }
  });
});

describe('where passwords are switched off', () => {
  it('neither offers nor takes any', async () => {
    const other = await startDeskApp({ desk: { demo: false, passwords: false, provider: null } });
    try {
      const page = await other.app.request('/desk/sign-in');
      expect(await page.text()).not.toContain('Password');
      const body = new URLSearchParams({ name: ada, password });
      expect((await other.app.request('/desk/sign-in', { method: 'POST', body })).status).toBe(404);
      expect((await other.read('/desk/people/password', 'viewer')).status).toBe(404);
    } finally {
      await other.close();
    }
  });
});
