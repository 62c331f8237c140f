import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashKey } from '../../../api/access/auth.ts';
import { ensureBootstrapKey } from '../../../api/access/bootstrap-key.ts';
import { createKeyring } from '../../../api/access/keyring.ts';
import { expireApiKeys, listApiKeys, putApiKey } from '../../../db/http/api-keys.ts';
import { addMs, dayMs } from '../../../workflows/domain/time.ts';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());

const inMs = (ms: number): string => addMs(new Date().toISOString(), ms);
const list = (authorization: string) =>
  api.call('GET', '/v1/backorders', { as: null, headers: { Authorization: authorization } });

describe('a call', () => {
  it('without a key is challenged', async () => {
    const { status, headers, body } = await api.call('GET', '/v1/backorders', { as: null });
    expect(status).toBe(401);
    expect(headers.get('WWW-Authenticate')).toBe('Bearer realm="meanwhile"');
    expect(body.code).toBe('unauthenticated');
  });

  it.each(['Bearer unknown', 'Bearer ', 'Basic a2V5', 'key-of-admin', 'Bearer key of admin'])(
    'with %j is refused',
    async (authorization) => {
      expect((await list(authorization)).status).toBe(401);
    },
  );

  it('with a key that lacks the scope is told which one', async () => {
    const answer = await api.call('GET', '/v1/backorders', { as: 'checkout' });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ code: 'missing_scope', detail: /read/ });
  });

  it('is refused before its body is looked at', async () => {
    const answer = await api.call('POST', '/v1/backorders', { as: 'read', body: '{' });
    expect(answer.status).toBe(403);
  });

  it('may do everything with admin', async () => {
    expect((await list('bearer key-of-admin')).status).toBe(200);
  });

  it('needs no key where it is public', async () => {
    for (const path of ['/healthz', '/readyz', '/openapi.json', '/docs', '/docs/problems']) {
      expect((await api.call('GET', path, { as: null })).status, path).toBe(200);
    }
  });
});

describe('keys', () => {
  it('are stored as hashes only', async () => {
    const stored = JSON.stringify(await listApiKeys(api.db.sql));
    expect(stored).toContain(hashKey('key-of-admin'));
    expect(stored).not.toContain('key-of-admin');
  });

  it('are refused once they have expired', async () => {
    const key = { keyHash: hashKey('old'), name: 'old', scopes: ['read'] };
    await putApiKey(api.db.sql, { ...key, expiresAt: inMs(-1_000) });
    expect((await list('Bearer old')).status).toBe(401);
    await putApiKey(api.db.sql, { ...key, expiresAt: inMs(60_000) });
    expect((await list('Bearer old')).status).toBe(200);
  });

  it('are remembered, but never beyond their end', async () => {
    const { authenticate } = createKeyring(api.db);
    const keyHash = hashKey('brief');
    await putApiKey(api.db.sql, { keyHash, name: 'b', scopes: ['read'], expiresAt: inMs(300) });
    expect(await authenticate(keyHash)).toEqual({ name: 'b', scopes: ['read'] });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await authenticate(keyHash)).toBeUndefined();
  });

  it('are let in for no longer than they are remembered once they are revoked', async () => {
    const { authenticate } = createKeyring(api.db, { rememberMs: 50 });
    const keyHash = hashKey('revoked');
    await putApiKey(api.db.sql, { keyHash, name: 'r', scopes: ['read'], expiresAt: null });
    expect(await authenticate(keyHash)).toBeDefined();
    expect(
      await expireApiKeys(api.db.sql, { hashPrefix: keyHash.slice(0, 12), expiresAt: inMs(0) }),
    ).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await authenticate(keyHash)).toBeUndefined();
  });
});

describe('a keyring', () => {
  /** The same database, and how many statements it was asked since. */
  const counted = () => {
    const asked = { statements: 0 };
    const sql = new Proxy(api.db.sql, {
      get: (target, name) => {
        if (name === 'unsafe') asked.statements += 1;
        return Reflect.get(target, name);
      },
    });
    return { db: { ...api.db, sql }, asked };
  };

  it('asks nobody about keys that it knows, and once a second about those that it does not', async () => {
    const { db, asked } = counted();
    const { authenticate } = createKeyring(db);
    for (let i = 0; i < 200; i++) {
      expect(await authenticate(hashKey(`wrong-${i % 50}`))).toBeUndefined();
      expect(await authenticate(hashKey('key-of-read'))).toMatchObject({ name: 'read' });
    }
    expect(asked.statements).toBe(1);
  });

  it('asks once for all who come at once', async () => {
    const { db, asked } = counted();
    const { authenticate } = createKeyring(db);
    const found = await Promise.all(
      ['read', 'wrong', 'admin'].map((scope) => authenticate(hashKey(`key-of-${scope}`))),
    );
    expect(found.map((principal) => principal?.name)).toEqual(['read', undefined, 'admin']);
    expect(asked.statements).toBe(1);
  });

  it('lets in at once what this process has put, and soon what another has', async () => {
    const { authenticate } = createKeyring(api.db, { pauseMs: 300 });
    const keyHash = hashKey('put here');
    expect(await authenticate(keyHash)).toBeUndefined();
    await putApiKey(api.db.sql, { keyHash, name: 'here', scopes: ['read'], expiresAt: null });
    expect(await authenticate(keyHash)).toEqual({ name: 'here', scopes: ['read'] });
    const elsewhere = hashKey('put elsewhere');
    await api.db.sql`
      insert into api_keys (key_hash, name, scopes) values (${elsewhere}, 'there', '{read}')`;
    expect(await authenticate(elsewhere)).toBeUndefined();
    await new Promise((resolve) => setTimeout(resolve, 350));
    expect(await authenticate(elsewhere)).toEqual({ name: 'there', scopes: ['read'] });
  });
});

describe('keys of the configuration', () => {
  const endOf = async (key: string) =>
    (await listApiKeys(api.db.sql)).find(({ keyHash }) => keyHash === hashKey(key))?.expiresAt;
  const inADay = () => Date.now() + dayMs + 1_000;

  it('overlap when they change', async () => {
    expect(await ensureBootstrapKey(api.db, 'first')).toBeNull();
    await ensureBootstrapKey(api.db, 'second');
    expect((await list('Bearer first')).status).toBe(200);
    expect((await list('Bearer second')).status).toBe(200);
    expect(Date.parse((await endOf('first')) ?? '')).toBeLessThan(inADay());
    expect(await endOf('second')).toBeNull();
  });

  it('are not made valid again by an old process that starts anew, nor end the new one', async () => {
    await ensureBootstrapKey(api.db, 'rotated');
    await ensureBootstrapKey(api.db, 'current');
    const end = await ensureBootstrapKey(api.db, 'rotated');
    expect(Date.parse(end ?? '')).toBeLessThan(inADay());
    expect(await endOf('rotated')).toBe(end);
    expect(await endOf('current')).toBeNull();
  });

  it('stay revoked, however often the process starts', async () => {
    await ensureBootstrapKey(api.db, 'stolen');
    const hashPrefix = hashKey('stolen');
    await expireApiKeys(api.db.sql, { hashPrefix, expiresAt: inMs(-1_000) });
    expect(Date.parse((await ensureBootstrapKey(api.db, 'stolen')) ?? '')).toBeLessThan(Date.now());
    expect((await list('Bearer stolen')).status).toBe(401);
  });

  it('are taken by many processes at once', async () => {
    const starts = Array.from({ length: 5 }, () => ensureBootstrapKey(api.db, 'shared'));
    expect(await Promise.all(starts)).toEqual([null, null, null, null, null]);
    expect(await endOf('shared')).toBeNull();
  });
});
