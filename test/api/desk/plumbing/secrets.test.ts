import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { roles } from '../../../../workflows/domain/desk/role.ts';
import { startDeskApp } from '../desk-app.ts';

let desk: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  desk = await startDeskApp();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.db.sql`truncate webhook_endpoints, webhook_deliveries, audit, idempotency_keys`;
  await desk.db.sql`delete from api_keys where name = 'till'`;
  desk.logged.length = 0;
});

const url = 'https://93.184.216.34/hook';
const secretIn = (html: string): string => /<pre id="secret">([^<]+)</.exec(html)?.[1] ?? '';

/** Everything that is left of an act once its answer is gone. */
const left = async (headers: Headers): Promise<string> => {
  const pages = [
    ...['', '/endpoints', '/endpoints/shop', '/keys', '/webhooks', '/shops', '/brand', '/uploads'],
  ];
  const read = await Promise.all(pages.map((page) => desk.read(`/desk/plumbing${page}`)));
  const tables = await Promise.all([
    desk.db.sql`select * from audit`,
    desk.db.sql`select * from idempotency_keys`,
    desk.db.sql`select * from api_keys`,
    desk.db.sql`select * from webhook_endpoints`,
  ]);
  const answered = [...headers].filter(([name]) => ['set-cookie', 'location'].includes(name));
  return JSON.stringify([read.map(({ html }) => html), tables, desk.logged, answered]);
};

const makeEndpoint = () =>
  desk.send('/desk/plumbing/new-endpoint', {
    ...{ step: 'do', id: 'shop', url, 'on.backorder.placed': 'yes', personalData: 'yes' },
  });

const makeKey = (changes: object = {}) =>
  desk.send('/desk/plumbing/new-key', {
    ...{ step: 'do', name: 'till', 'may.read': 'yes', ...changes },
  });

describe('the secret of an endpoint', () => {
  it('stands on the page that makes it and nowhere else', async () => {
    const { status, html, headers } = await makeEndpoint();
    const secret = secretIn(html);
    expect([status, secret]).toEqual([200, expect.stringMatching(/^whsec_.{44}$/)]);
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(await left(headers)).not.toContain(secret.slice(6, 30));
    expect((await makeEndpoint()).location).toBe('/desk/plumbing/endpoints');
  });

  it('is another one after a rotation, shown once as well', async () => {
    const before = secretIn((await makeEndpoint()).html);
    const path = '/desk/plumbing/endpoints/shop/rotate';
    expect((await desk.read(path)).html).toContain('24 hours');
    const { html, headers } = await desk.send(path, { step: 'do' });
    const secret = secretIn(html);
    expect(secret).toMatch(/^whsec_/);
    expect(secret).not.toBe(before);
    expect(await left(headers)).not.toContain(secret.slice(6, 30));
  });
});

describe('a key', () => {
  it('that could do nothing is refused before anybody makes it', async () => {
    const wanted = { step: 'preview', name: 'till', endsOn: '2099-99-99' };
    const { status, html } = await desk.send('/desk/plumbing/new-key', wanted);
    expect(status).toBe(422);
    expect(html).toContain('Choose at least one of what it may do.');
    expect(html).toContain('value="till"');
    expect(
      (await desk.send('/desk/plumbing/new-key', { ...wanted, 'may.read': 'yes' })).status,
    ).toBe(200);
  });

  it('stands on the page that makes it and nowhere else, and works', async () => {
    const preview = await desk.send('/desk/plumbing/new-key', {
      ...{ step: 'preview', name: 'till', 'may.read': 'yes', endsOn: '2099-01-01' },
    });
    expect(preview.html).toContain('reads all but whom orders are for');
    const { html, headers } = await makeKey();
    const key = secretIn(html);
    const call = await desk.app.request('/v1/backorders', {
      headers: { Authorization: `Bearer ${key}` },
    });
    expect([key, call.status]).toEqual([expect.stringMatching(/^mw_/), 200]);
    expect(await left(headers)).not.toContain(key.slice(3, 30));
    expect((await desk.read('/desk/plumbing/keys')).html).toContain('till');
  });

  it('is made once, however often its form is sent', async () => {
    const actId = '7f1c1f3e-2f6f-4c0e-9a55-3a1f0c9f2a11';
    const first = await makeKey({ actId });
    const second = await makeKey({ actId });
    expect(secretIn(first.html)).toMatch(/^mw_/);
    expect([second.status, second.location]).toEqual([303, '/desk/plumbing/keys']);
    expect((await desk.db.sql`select from api_keys where name = 'till'`).count).toBe(1);
  });

  it('is replaced and revoked, each told beforehand', async () => {
    await makeKey({ 'may.admin': 'yes' });
    const [{ id }] = await desk.db.sql<[{ id: string }]>`
      select left(key_hash, 12) as id from api_keys where name = 'till'`;
    const path = `/desk/plumbing/keys/${id}`;
    const preview = await desk.send(`${path}/rotate`, { step: 'preview', overlapHours: '0' });
    expect(preview.html).toContain('The old one ends at once');
    const { html, headers } = await desk.send(`${path}/rotate`, { step: 'do', overlapHours: '0' });
    const key = secretIn(html);
    expect(await left(headers)).not.toContain(key.slice(3, 30));
    expect((await desk.read(`${path}/revoke`)).status).toBe(404);
    const [{ id: fresh }] = await desk.db.sql<[{ id: string }]>`
      select left(key_hash, 12) as id from api_keys
      where name = 'till' and expires_at is null`;
    await desk.db.sql`update api_keys set scopes = '{read}' where name = 'admin'`;
    const asked = await desk.read(`/desk/plumbing/keys/${fresh}/revoke`);
    expect(asked.html).toContain('It is the last key with');
    await desk.db.sql`update api_keys set scopes = '{admin}' where name = 'admin'`;
    const done = await desk.send(`/desk/plumbing/keys/${fresh}/revoke`, { step: 'do' });
    expect([done.status, done.location]).toEqual([303, '/desk/plumbing/keys']);
    const valid = desk.db.sql`
      select from api_keys where name = 'till' and (expires_at is null or expires_at > now())`;
    expect((await valid).count).toBe(0);
  });

  it('cannot be made for nobody, and says so beside what was entered', async () => {
    const { status, html } = await makeKey({ name: 'operator/ada' });
    expect(status).toBe(422);
    expect(html).toContain('operator/ are those of people');
    expect(html).toContain('value="operator/ada"');
  });
});

describe('who may', () => {
  const acts = [
    ...['new-endpoint', 'endpoints/shop/change', 'endpoints/shop/rotate', 'endpoints/shop/delete'],
    ...['endpoints/shop/replay', 'new-key', 'keys', 'keys/0123456789ab/rotate'],
    'keys/0123456789ab/revoke',
  ];

  it.each(acts)('%s: managers alone', async (path) => {
    await makeEndpoint();
    for (const role of roles.filter((each) => each !== 'manager')) {
      expect((await desk.read(`/desk/plumbing/${path}`, role)).status, role).toBe(403);
      if (path === 'keys') continue;
      const sent = await desk.send(`/desk/plumbing/${path}`, { step: 'do' }, role);
      expect(sent.status, role).toBe(403);
    }
  });
});

describe('what an endpoint was told', () => {
  const place = async (): Promise<{ orderId: string; path: string }> => {
    await makeEndpoint();
    const orderId = await desk.placeAnother();
    const [{ deliveryId }] = await desk.db.sql<[{ deliveryId: string }]>`
      update webhook_deliveries set state = 'failed', attempts = 9, last_status = 500,
        body = '{"data":{"email":"ada@example.org"}}'
      returning delivery_id`;
    return { orderId, path: `/desk/plumbing/endpoints/shop/deliveries/${deliveryId}` };
  };

  it('is listed with its state, and shown to those who see whom orders are for', async () => {
    const { orderId, path } = await place();
    const list = await desk.read('/desk/plumbing/endpoints/shop?state=failed', 'viewer');
    expect(list.html).toContain(orderId);
    expect(list.html).toContain('500');
    expect(list.html).not.toContain('/hook');
    for (const role of roles) {
      const { status, html } = await desk.read(path, role);
      const sees = role === 'support' || role === 'manager';
      expect([status, html.includes('ada@example.org')], role).toEqual([200, sees]);
    }
  });

  it('is told once more, one by one or all that failed', async () => {
    const { path } = await place();
    const states = async () => [...(await desk.db.sql`select state from webhook_deliveries`)];
    await desk.send(`${path}/replay`, { step: 'do' });
    expect(await states()).toEqual([{ state: 'pending' }]);
    await desk.db.sql`update webhook_deliveries set state = 'failed'`;
    const all = '/desk/plumbing/endpoints/shop/replay';
    const preview = await desk.send(all, { step: 'preview', hours: '1' });
    expect(preview.html.replace(/<!-- -->/g, '')).toContain('1 failed for good');
    await desk.send(all, { step: 'do', hours: '1' });
    expect(await states()).toEqual([{ state: 'pending' }]);
  });

  it('is told a hundred at a time, and says that there are more', async () => {
    await place();
    await desk.db.sql`
      insert into webhook_deliveries (endpoint_id, key, type, subject, state)
      select 'shop', 'k' || n, 'availability.changed', 'LAMP', 'failed'
      from generate_series(1, 120) n`;
    const all = '/desk/plumbing/endpoints/shop/replay';
    const preview = await desk.send(all, { step: 'preview' });
    expect(preview.html.replace(/<!-- -->/g, '')).toContain('100 of more than 100 failed');
    await desk.send(all, { step: 'do' });
    const failed = await desk.db.sql`select from webhook_deliveries where state = 'failed'`;
    expect(failed.count).toBe(21);
  });

  it('is nothing of another endpoint’s, nor of a name that is none', async () => {
    const { path } = await place();
    await desk.send('/desk/plumbing/new-endpoint', {
      ...{ step: 'do', id: 'other', url, 'on.backorder.placed': 'yes' },
    });
    expect((await desk.read(path.replace('/shop/', '/other/'))).status).toBe(404);
    expect((await desk.read('/desk/plumbing/endpoints/shop/deliveries/none')).status).toBe(404);
    expect((await desk.read('/desk/plumbing/endpoints/%2e%2e%2f')).status).toBe(404);
  });
});

describe('an endpoint', () => {
  it('is changed and keeps its secret, and is deleted with its log', async () => {
    await makeEndpoint();
    const path = '/desk/plumbing/endpoints/shop';
    expect((await desk.read(`${path}/change`)).html).toMatch(
      /id="on.backorder.placed"[^>]*checked/,
    );
    const fields = { url, 'on.backorder.shipped': 'yes' };
    const preview = await desk.send(`${path}/change`, { step: 'preview', ...fields });
    expect(preview.html).toContain('is forgotten here');
    const changed = await desk.send(`${path}/change`, { step: 'do', ...fields });
    expect(changed.location).toBe(path);
    const [row] = await desk.db.sql`select events, personal_data from webhook_endpoints`;
    expect(row).toEqual({ events: ['backorder.shipped'], personalData: false });
    const refused = await desk.send(`${path}/change`, { step: 'do', url });
    expect([refused.status, refused.html.includes('role="alert"')]).toEqual([422, true]);
    await desk.send(`${path}/delete`, { step: 'do' });
    expect((await desk.read(path)).status).toBe(404);
  });

  it('is not made over another one', async () => {
    await makeEndpoint();
    const { status, html } = await desk.send('/desk/plumbing/new-endpoint', {
      ...{ step: 'preview', id: 'shop', url, 'on.backorder.placed': 'yes' },
    });
    expect([status, html.includes('There is one of that id already')]).toEqual([409, true]);
  });
});
