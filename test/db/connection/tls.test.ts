import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createDatabase } from '../../../db/client.ts';
import { createTemporaryHome } from '../../../dev/home.ts';
import { createDatabase as createOwnDatabase } from '../../support/system/stack.ts';
import { makeCertificates } from './certificates.ts';
import { type Encrypting, startEncrypting } from './encrypting.ts';

const folder = createTemporaryHome();
const { ca, otherCa, sign } = makeCertificates(folder);
const client = sign('client', 'DNS:shop');

let database: URL;
/** By whose certificate each shows. */
let servers: Record<'localhost' | 'elsewhere' | 'address' | 'plain' | 'hasty', Encrypting>;

beforeAll(async () => {
  database = new URL(await createOwnDatabase());
  const show = (name: string, names: string) =>
    startEncrypting(database, {
      options: { ...sign(name, names).read(), requestCert: true, rejectUnauthorized: false },
    });
  servers = {
    localhost: await show('localhost', 'DNS:localhost'),
    elsewhere: await show('elsewhere', 'DNS:db.example'),
    address: await show('address', 'IP:127.0.0.1'),
    plain: await startEncrypting(database, { options: {}, answer: 'N' }),
    hasty: await startEncrypting(database, { options: {}, answer: 'Sand more' }),
  };
});

afterAll(async () => {
  await Promise.all(Object.values(servers).map((server) => server.close()));
  rmSync(folder, { recursive: true, force: true });
});

type Asked = { name: keyof typeof servers; query: string; host?: string };

/** Answers one statement, and tells how the server saw the connection. */
const ask = async ({ name, query, host = 'localhost' }: Asked) => {
  const { port, seen } = servers[name];
  const url = `postgres://${database.username}@${host}:${port}${database.pathname}?${query}`;
  const db = createDatabase(url, { max: 1 });
  onTestFinished(() => db.close());
  seen.length = 0;
  const [row] = await db.sql<{ one: number }[]>`select 1 as one`;
  return { one: row?.one, seen: [...seen] };
};

const encrypted = { one: 1, seen: [{ client: null }] };
const plain = { one: 1, seen: [null] };

describe('a connection', () => {
  it.each([
    { name: 'elsewhere', query: 'sslmode=disable', answer: plain },
    { name: 'elsewhere', query: 'sslmode=prefer', answer: encrypted },
    { name: 'plain', query: 'sslmode=prefer', answer: plain },
    { name: 'elsewhere', query: 'sslmode=require', answer: encrypted },
    { name: 'elsewhere', query: `sslmode=require&sslrootcert=${ca}`, answer: encrypted },
    { name: 'elsewhere', query: `sslmode=verify-ca&sslrootcert=${ca}`, answer: encrypted },
    { name: 'localhost', query: `sslmode=verify-full&sslrootcert=${ca}`, answer: encrypted },
    {
      name: 'address',
      host: '127.0.0.1',
      query: `sslmode=verify-full&sslrootcert=${ca}`,
      answer: encrypted,
    },
  ] as const)('is made to $name by $query', async ({ answer, ...asked }) => {
    expect(await ask(asked)).toEqual(answer);
  });

  it('shows a certificate of its own', async () => {
    const query = `sslmode=verify-full&sslrootcert=${ca}&sslcert=${client.cert}&sslkey=${client.key}`;
    const answer = await ask({ name: 'localhost', query });
    expect(answer).toEqual({ one: 1, seen: [{ client: 'x' }] });
  });

  it.each([
    { name: 'plain', query: 'sslmode=require', code: 'ECONNREFUSED' },
    { name: 'hasty', query: 'sslmode=require', code: 'ECONNRESET' },
    {
      name: 'localhost',
      query: `sslmode=require&sslrootcert=${otherCa}`,
      code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    },
    {
      name: 'localhost',
      query: `sslmode=verify-ca&sslrootcert=${otherCa}`,
      code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    },
    { name: 'localhost', query: 'sslmode=verify-ca', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    { name: 'localhost', query: 'ssl=true', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    {
      name: 'elsewhere',
      query: `sslmode=verify-full&sslrootcert=${ca}`,
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    },
    {
      name: 'localhost',
      host: '127.0.0.1',
      query: `sslmode=verify-full&sslrootcert=${ca}`,
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    },
    { name: 'localhost', query: `sslmode=verify-full&sslrootcert=/nowhere.pem`, code: 'ENOENT' },
  ] as const)('is refused to $name by $query', async ({ code, ...asked }) => {
    await expect(ask(asked)).rejects.toMatchObject({ code });
    expect(servers[asked.name].seen).toEqual([]);
  });
});
