import { parseArgs } from 'node:util';
import { createDatabase, type Db } from '../../db/client.ts';
import { expireApiKeys, keyIdOf, listApiKeys, putApiKey } from '../../db/http/api-keys.ts';
import { hourMs } from '../../workflows/domain/time.ts';
import { readConfig } from '../config.ts';
import { type Scope, scopes } from './auth.ts';
import { createKey, objectionToHolder } from './new-key.ts';

const usage = `npm run key -- create --name <holder> --scopes <scope,…> [--hours <until it ends>]
npm run key -- list
npm run key -- revoke --id <id from the list> [--hours <overlap>]

Scopes: ${scopes.join(', ')}. To rotate a key, create one of the same name, then revoke the old
one with an overlap.
`;

type Options = { name?: string; scopes?: string; id?: string; hours?: string };

/** Makes a key and shows it once; only its hash is kept. */
const create = async (db: Db, { name, scopes: asked, hours }: Options): Promise<string> => {
  const wanted = asked?.split(',') ?? [];
  const unknown = wanted.filter((scope) => !scopes.includes(scope as Scope));
  if (!name || wanted.length === 0 || unknown.length > 0) throw new Error(usage);
  const objection = objectionToHolder(name);
  if (objection !== undefined) throw new Error(`${objection}.\n`);
  const { key, keyHash } = createKey();
  const expiresAt = hours === undefined ? null : inHours(hours);
  await putApiKey(db.sql, { keyHash, name, scopes: wanted, expiresAt });
  return `${key}\n`;
};

const list = async (db: Db): Promise<string> => {
  const rows = (await listApiKeys(db.sql)).map(
    ({ keyHash, name, scopes: held, expiresAt, lastUsedAt }) =>
      [
        keyIdOf(keyHash),
        name,
        held.join(','),
        expiresAt ?? 'never',
        lastUsedAt ?? 'never noted',
      ].join('\t'),
  );
  return ['id\tname\tscopes\tends\tlast used', ...rows, ''].join('\n');
};

/** As `list` shows them: a shorter one might name several keys. */
const shortestId = 12;

const revoke = async (db: Db, { id = '', hours = '0' }: Options): Promise<string> => {
  if (id.length < shortestId) throw new Error(usage);
  const ended = await expireApiKeys(db.sql, { hashPrefix: id, expiresAt: inHours(hours) });
  if (ended === 0) throw new Error(`No valid key has the id ${id}.\n`);
  return 'Revoked; processes that know it may take it for another second or two.\n';
};

const inHours = (hours: string): string => {
  const ms = Number(hours) * hourMs;
  if (!Number.isFinite(ms) || ms < 0) throw new Error('--hours takes a number from 0.\n');
  return new Date(Date.now() + ms).toISOString();
};

const commands: Record<string, (db: Db, options: Options) => Promise<string>> = {
  create,
  list,
  revoke,
};

const text = { type: 'string' } as const;
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { name: text, scopes: text, id: text, hours: text },
});
const command = commands[positionals[0] ?? ''];
const db = createDatabase(readConfig().databaseUrl, { max: 1 });
try {
  process.stdout.write(command ? await command(db, values) : usage);
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await db.close();
}
