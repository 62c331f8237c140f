import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Scope, scopes } from '../../../api/access/auth.ts';
import { createUseNotes } from '../../../api/access/note-uses.ts';
import { keyOf, startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());
/** The keys of the tests themselves have the names of their scopes. */
beforeEach(async () => {
  await api.db.sql`delete from api_keys where not name = any(${[...scopes]}::text[])`;
  api.logged.length = 0;
});

const path = '/v1/keys';
const make = (body: object = {}, headers = {}) =>
  api.call('POST', path, { body: { name: 'till', scopes: ['read'], ...body }, headers });
const statusWith = async (key: string): Promise<number> =>
  (await api.call('GET', '/v1/backorders', { as: null, headers: bearer(key) })).status;
const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });
const stored = async (): Promise<string> =>
  JSON.stringify([await api.db.sql`select * from api_keys`, await idempotency(), api.logged]);
const idempotency = () => api.db.sql`select * from idempotency_keys`;

describe('a key', () => {
  it('is shown once, when it is made, and works at once', async () => {
    const { status, body } = await make();
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'till', scopes: ['read'], expiresAt: null });
    expect(body.key).toMatch(/^mw_[\w-]{43}$/);
    expect(await statusWith(body.key)).toBe(200);
    const { body: listed } = await api.call('GET', `${path}?limit=100`);
    expect(listed.data.at(-1)).toMatchObject({ id: body.id, name: 'till', lastUsedAt: null });
    expect(JSON.stringify(listed)).not.toContain(body.key);
    expect(await stored()).not.toContain(body.key);
  });

  it('is made once under one Idempotency-Key, and kept nowhere for the repetition', async () => {
    const headers = { 'Idempotency-Key': 'once' };
    const first = await make({}, headers);
    const second = await make({}, headers);
    expect(second.status).toBe(201);
    expect(second.headers.get('Idempotent-Replayed')).toBe('true');
    expect(second.body).toEqual({ ...first.body, key: undefined });
    expect(await stored()).not.toContain(first.body.key);
    expect((await api.db.sql`select from api_keys where name = 'till'`).count).toBe(1);
  });

  it('is replaced by another one of the same scopes, and works for the overlap', async () => {
    const { body: old } = await make();
    const { status, body } = await api.call('POST', `${path}/${old.id}/rotate`, { body: {} });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'till', scopes: ['read'], expiresAt: null });
    expect(body.id).not.toBe(old.id);
    expect([await statusWith(old.key), await statusWith(body.key)]).toEqual([200, 200]);
    const [row] = await api.db.sql<[{ hours: number }]>`
      select extract(epoch from expires_at - now())::float8 / 3600 as hours from api_keys
      where left(key_hash, 12) = ${old.id}`;
    expect(row.hours).toBeCloseTo(24, 1);
  });

  it('ends at once where there is no overlap, and never later than it would have', async () => {
    const soon = new Date(Date.now() + 60_000).toISOString();
    const { body: old } = await make({ expiresAt: soon });
    const rotated = await api.call('POST', `${path}/${old.id}/rotate`, {
      body: { overlapHours: 0 },
    });
    expect(rotated.body.expiresAt).toBe(soon);
    expect([await statusWith(old.key), await statusWith(rotated.body.key)]).toEqual([401, 200]);
  });

  it('is revoked at once, and as often as one likes', async () => {
    const { body } = await make();
    expect((await api.call('DELETE', `${path}/${body.id}`)).status).toBe(204);
    expect(await statusWith(body.key)).toBe(401);
    expect((await api.call('DELETE', `${path}/${body.id}`)).status).toBe(204);
    const rotated = await api.call('POST', `${path}/${body.id}/rotate`, { body: {} });
    expect(rotated.status).toBe(404);
  });

  it('may revoke itself', async () => {
    const { body } = await make({ scopes: ['admin'] });
    const headers = bearer(body.key);
    const gone = await api.call('DELETE', `${path}/${body.id}`, { as: null, headers });
    expect(gone.status).toBe(204);
    expect(await statusWith(body.key)).toBe(401);
  });

  it('that nobody knows is not there', async () => {
    expect((await api.call('DELETE', `${path}/0123456789ab`)).status).toBe(404);
    expect((await api.call('DELETE', `${path}/0123`)).status).toBe(404);
  });

  it('is listed in pages, those that were revoked left out', async () => {
    for (const name of ['a', 'b', 'c']) await make({ name });
    const { data } = (await api.call('GET', `${path}?limit=100`)).body;
    await api.call('DELETE', `${path}/${data.at(-2).id}`);
    const names: string[] = [];
    let cursor = '';
    do {
      const { body } = await api.call('GET', `${path}?limit=2${cursor}`);
      names.push(...body.data.map(({ name }: { name: string }) => name));
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor !== '');
    expect(names.filter((name) => !(scopes as readonly string[]).includes(name))).toEqual([
      'a',
      'c',
    ]);
  });

  it.each([
    ['of a person', { name: 'operator/ada' }],
    ['of the configuration', { name: 'Bootstrap' }],
    ['with blanks', { name: ' till' }],
    ['without one', { name: '' }],
    ['no scope', { scopes: [] }],
    ['a scope that there is not', { scopes: ['all'] }],
    ['an end that is over', { expiresAt: '2020-01-01T00:00:00Z' }],
    ['a key of one’s own', { key: 'mw_mine' }],
  ])('cannot have the name or be: %s', async (_, body) => {
    expect((await make(body)).status).toBe(422);
  });

  it.each(scopes.filter((scope) => scope !== 'admin'))(
    'is no business of %s',
    async (as: Scope) => {
      const calls = [
        ['GET', path, undefined],
        ['POST', path, { name: 'mine', scopes: ['admin'] }],
        ['POST', `${path}/0123456789ab/rotate`, {}],
        ['DELETE', `${path}/0123456789ab`, undefined],
      ] as const;
      for (const [method, where, body] of calls) {
        expect((await api.call(method, where, { as, body })).status).toBe(403);
      }
    },
  );
});

describe('when a key was last used', () => {
  const usedAt = async (name: string): Promise<string | null> => {
    const [row] = await api.db.sql<[{ lastUsedAt: string | null }]>`
      select last_used_at from api_keys where name = ${name}`;
    return row.lastUsedAt;
  };
  const forget = () => api.db.sql`update api_keys set last_used_at = null`;

  it('is noted for each key, never by the request itself', async () => {
    await forget();
    const notes = createUseNotes({ db: api.db, keyring: api.access.keyring }, { everyMs: 60_000 });
    await notes.write();
    await forget();
    expect(await statusWith(keyOf('read'))).toBe(200);
    expect(await statusWith('wrong')).toBe(401);
    expect(await usedAt('read')).toBeNull();
    await notes.writeIfDue();
    expect(await usedAt('read')).toBeNull();
    await notes.write();
    expect(Date.now() - Date.parse((await usedAt('read')) ?? '')).toBeLessThan(60_000);
    expect(await usedAt('support')).toBeNull();
  });

  it('is written the next time where PostgreSQL was away, and never goes back', async () => {
    await forget();
    const down = {
      ...api.db,
      get sql(): never {
        throw new Error('away');
      },
    };
    const deps = { db: down as typeof api.db, keyring: api.access.keyring };
    const notes = createUseNotes(deps, { everyMs: 0 });
    await statusWith(keyOf('read'));
    await expect(notes.writeIfDue()).rejects.toThrow('away');
    deps.db = api.db;
    const later = '2099-01-01T00:00:00.000Z';
    await api.db.sql`update api_keys set last_used_at = ${later} where name = 'support'`;
    await api.call('GET', '/v1/backorders', { as: 'support' });
    await notes.writeIfDue();
    expect(await usedAt('support')).toBe(later);
  });
});
