import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addOperator } from '../../../../db/desk/people/operators.ts';
import { startDeskApp } from '../desk-app.ts';

let desk: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  desk = await startDeskApp();
});
afterAll(() => desk.close());

/** All roles are there, signed in, and one account with a password; nobody did anything yet. */
beforeEach(async () => {
  await desk.db.sql.unsafe('delete from operators; delete from audit');
  await desk.signInAll();
  const ada = { operatorId: 'ada', name: 'Ada & <b>Byron</b>', role: 'support' } as const;
  await addOperator(desk.db.sql, { ...ada, passwordHash: 'x' });
});

const accounts = '/desk/people/accounts';

const roleOf = async (operatorId: string) =>
  (await desk.db.sql`select role, disabled_at from operators where operator_id = ${operatorId}`)[0];

const body = { name: 'Ada', role: 'buyer', disabled: false };

describe('the list of people', () => {
  it('shows a manager everybody, and others themselves', async () => {
    const { html } = await desk.read('/desk/people', 'manager');
    for (const part of ['Ada the viewer', 'Ada &amp; &lt;b&gt;Byron', 'password', 'All accounts']) {
      expect(html).toContain(part);
    }
    const own = await desk.read('/desk/people', 'support');
    expect(own.html).toContain('Ada the support');
    expect(own.html).toContain('this browser');
    expect(own.html).not.toMatch(/Ada the viewer|All accounts/);
  });

  it('leads on by key, each account once', async () => {
    await desk.db.sql`insert into operators (operator_id, name, role)
      select 'p' || lpad(n::text, 3, '0'), 'Person ' || n, 'viewer' from generate_series(1, 120) n`;
    const seen: string[] = [];
    for (let path: string | undefined = '/desk/people'; path; ) {
      const { html }: { html: string } = await desk.read(path);
      seen.push(...[...html.matchAll(/accounts\/([\w-]+)"/g)].map(([, id = '']) => id));
      path = /href="([^"]+)">Next page/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toHaveLength(125);
    expect(new Set(seen).size).toBe(125);
  });

  it('lets everybody sign themselves out everywhere, without being a manager', async () => {
    await desk.send('/desk/sign-out/everywhere', {}, 'viewer');
    expect((await desk.read('/desk', 'viewer')).status).toBe(303);
    expect((await desk.read('/desk', 'buyer')).status).toBe(200);
  });
});

describe('an account', () => {
  it('is shown to managers, with what was done in its name', async () => {
    await desk.db.sql`insert into audit (operator_id, type, subject, status)
      values ('ada', 'act', 'POST /v1/backorders/O-1/hold', 409)`;
    const { html } = await desk.read(`${accounts}/ada`);
    expect(html).toContain('href="/desk/orders/O-1"');
    expect(html).toContain('refused (409)');
    expect((await desk.read(`${accounts}/nobody`)).status).toBe(404);
    expect((await desk.read(`${accounts}/a%00b`)).status).toBe(404);
    expect((await desk.read(`${accounts}/ada`, 'support')).status).toBe(403);
  });

  it('gets another role once it was shown what follows, and ends its sessions', async () => {
    const change = `${accounts}/support/change`;
    const fields = { name: 'Ada the second', role: 'buyer' };
    const shown = await desk.send(change, { ...fields, step: 'preview' });
    expect(shown.html).toContain('They become buyer.');
    expect(await roleOf('support')).toMatchObject({ role: 'support' });
    const done = await desk.send(change, { ...fields, step: 'do' });
    expect([done.status, done.location]).toEqual([303, `${accounts}/support`]);
    expect(await roleOf('support')).toMatchObject({ role: 'buyer' });
    expect((await desk.read('/desk', 'support')).status).toBe(303);
    const noted = await desk.db.sql`select operator_id, type, subject, status, detail from audit
      order by id`;
    expect(noted).toMatchObject([
      { operatorId: 'manager', type: 'act', subject: 'PUT /v1/operators/support', status: 200 },
      { operatorId: 'support', type: 'account_changed', detail: { by: 'operator/manager' } },
    ]);
  });

  it('keeps its sessions when only its name changes', async () => {
    const fields = { name: 'Ada the second', role: 'support', step: 'do' };
    await desk.send(`${accounts}/support/change`, fields);
    expect((await desk.read('/desk', 'support')).html).toContain('Ada the second');
  });

  it('is disabled and enabled', async () => {
    expect((await desk.read(`${accounts}/buyer/disable`)).html).toContain('What will follow');
    await desk.send(`${accounts}/buyer/disable`, { step: 'do' });
    expect((await desk.read('/desk', 'buyer')).status).toBe(303);
    expect((await desk.read(`${accounts}/buyer`)).html).toContain('Enable');
    await desk.send(`${accounts}/buyer/enable`, { step: 'do' });
    expect(await roleOf('buyer')).toMatchObject({ disabledAt: null });
  });

  it('is signed out everywhere by a manager', async () => {
    await desk.send(`${accounts}/buyer/sign-out`, { step: 'do' });
    expect((await desk.read('/desk', 'buyer')).status).toBe(303);
    expect(await roleOf('buyer')).toMatchObject({ disabledAt: null });
  });

  it('of the last manager stays one', async () => {
    const disabled = await desk.send(`${accounts}/manager/disable`, { step: 'do' });
    expect([disabled.status, disabled.html.includes('must stay a manager')]).toEqual([409, true]);
    const fields = { name: 'Ada', role: 'viewer', step: 'do' };
    expect((await desk.send(`${accounts}/manager/change`, fields)).status).toBe(409);
    expect(await roleOf('manager')).toMatchObject({ role: 'manager', disabledAt: null });
    expect((await desk.read('/desk', 'manager')).status).toBe(200);
  });

  it('of the last manager who can sign in stays one, whoever else is called so', async () => {
    await desk.db.sql`insert into operators (operator_id, name, role, issuer, subject) values
      ('grace', 'Of a provider that was left', 'manager', 'https://before.example', '1'),
      ('joan', 'Without a password', 'manager', null, null)`;
    expect((await desk.send(`${accounts}/manager/disable`, { step: 'do' })).status).toBe(409);
    await desk.db.sql`update operators set role = 'manager' where operator_id = 'ada'`;
    expect((await desk.send(`${accounts}/manager/disable`, { step: 'do' })).status).toBe(303);
  });

  it('leaves a manager when two send each other away at once', async () => {
    await desk.db.sql`update operators set role = 'manager' where operator_id = 'ada'`;
    const away = { name: 'Away', role: 'viewer', disabled: false };
    const answers = await Promise.all(
      ['ada', 'manager'].map((id) => desk.call('PUT', `/v1/operators/${id}`, { body: away })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('gets no role by hand that its provider says', async () => {
    await desk.db.sql`update operators set issuer = 'https://id.example', subject = '1'
      where operator_id = 'ada'`;
    expect((await desk.read(`${accounts}/ada/change`)).html).not.toContain('<select');
    const { status, body: answer } = await desk.call('PUT', '/v1/operators/ada', { body });
    expect([status, answer.code]).toEqual([409, 'role_from_provider']);
    const off = { ...body, role: 'support', disabled: true };
    expect((await desk.call('PUT', '/v1/operators/ada', { body: off })).status).toBe(200);
  });
});

describe('the API of operators', () => {
  it('lists, changes and signs out, for managers alone', async () => {
    const list = await desk.call('GET', '/v1/operators?limit=2');
    expect(list.body.data.map(({ operatorId }: { operatorId: string }) => operatorId)).toEqual([
      'ada',
      'buyer',
    ]);
    const rest = await desk.call('GET', `/v1/operators?cursor=${list.body.nextCursor}`);
    expect(rest.body.data).toHaveLength(3);
    expect(list.body.data[0]).toMatchObject({ signsInBy: 'password', seenAt: null, sessions: 0 });
    expect(list.body.data[1]).toMatchObject({ signsInBy: 'none', sessions: 1 });
    expect(list.body.data[1].seenAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(JSON.stringify(list.body)).not.toMatch(/passwordHash|tokenHash|"email"/);
    const changed = await desk.call('PUT', '/v1/operators/ada', { body });
    expect(changed.body).toMatchObject({ operatorId: 'ada', name: 'Ada', role: 'buyer' });
    const ended = await desk.call('DELETE', '/v1/operators/buyer/sessions');
    expect(ended.body).toEqual({ ended: 1 });
    for (const as of ['read', 'support', 'inventory', 'fulfilment', 'checkout'] as const) {
      expect((await desk.call('GET', '/v1/operators', { as })).status).toBe(403);
    }
  });

  it('makes nobody', async () => {
    expect((await desk.call('PUT', '/v1/operators/new', { body })).status).toBe(404);
    expect((await desk.call('DELETE', '/v1/operators/new/sessions')).status).toBe(404);
  });

  it('notes a change once, however often it is asked for', async () => {
    for (let n = 0; n < 2; n++) await desk.call('PUT', '/v1/operators/ada', { body });
    const noted = await desk.db.sql`select detail from audit where operator_id = 'ada'`;
    expect(noted).toMatchObject([{ detail: { by: 'admin', role: 'buyer', disabled: false } }]);
  });
});

describe('the audit log', () => {
  beforeEach(async () => {
    await desk.db.sql`insert into audit (at, operator_id, type, subject, status, detail)
      select '2026-11-01T12:00:00Z'::timestamptz + (n / 3) * interval '1 hour',
        case when n % 2 = 0 then 'support' else 'manager' end,
        case when n % 10 = 0 then 'signed_in' else 'act' end,
        case when n % 10 <> 0 then '=POST /v1/' || n end, 200, '{}'
      from generate_series(1, 120) n`;
  });

  const subjectsOf = (html: string) => [...html.matchAll(/=POST \/v1\/(\d+)/g)].map(([, n]) => n);

  it('leads on by key, newest first, each entry once', async () => {
    const seen: (string | undefined)[] = [];
    for (let path: string | undefined = '/desk/people/audit?type=act'; path; ) {
      const { html }: { html: string } = await desk.read(path);
      seen.push(...subjectsOf(html));
      path = /href="([^"]+)">Next page/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toHaveLength(108);
    expect(new Set(seen).size).toBe(108);
    expect(seen[0]).toBe('119');
  });

  it('has an act on whatever is called preview', async () => {
    await desk.send('/desk/plumbing/new-endpoint', {
      ...{ step: 'do', id: 'preview', url: 'https://93.184.216.34/hook' },
      'on.backorder.placed': 'yes',
    });
    const noted = await desk.db.sql`
      select operator_id from audit where subject = 'PUT /v1/webhook-endpoints/preview'`;
    expect(noted).toEqual([{ operatorId: 'manager' }]);
  });

  it('is cut to a person, a kind and a day', async () => {
    const { html } = await desk.read('/desk/people/audit?operator=support&type=signed_in');
    expect([...html.matchAll(/<td>signed in<\/td>/g)]).toHaveLength(12);
    const since = await desk.read('/desk/people/audit?operator=support&since=2026-11-03');
    expect(subjectsOf(since.html)).toEqual(['118', '116', '114', '112', '108']);
    const wrong = await desk.read('/desk/people/audit?since=never&type=none&operator=%00');
    expect(wrong.status).toBe(200);
    expect((await desk.read('/desk/people/audit?cursor=none')).status).toBe(422);
  });

  it('shows others than managers what they did themselves, whomever they ask for', async () => {
    const { html } = await desk.read('/desk/people/audit?operator=manager', 'support');
    expect(subjectsOf(html).length).toBeGreaterThan(0);
    expect(subjectsOf(html).every((n) => Number(n) % 2 === 0)).toBe(true);
    const csv = await desk.read('/desk/people/audit.csv?operator=manager', 'support');
    expect(csv.html).not.toContain(',manager,');
  });

  it('is given as CSV that no spreadsheet runs', async () => {
    const { html, headers } = await desk.read('/desk/people/audit.csv?type=act');
    expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    const lines = html.trimEnd().split('\r\n');
    expect(lines[0]).toBe('id,at,operator,type,subject,status,detail');
    expect(lines).toHaveLength(109);
    expect(lines[1]).toContain(",'=POST /v1/119,200,{}");
  });
});
