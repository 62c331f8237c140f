import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import { expect, it } from 'vitest';
import { createDatabase } from '../db/client.ts';
import { assemble } from './api/test-app.ts';

const file = new URL('../plugins/client/paths.ts', import.meta.url);

const head = `// Made from the OpenAPI document by \`npm run client\`; a change here does not last.\n`;

/** Nothing here needs a database, so there is none. */
const readDocument = async () => {
  const db = createDatabase('postgres://nobody@127.0.0.1:1/none');
  const { body } = await assemble(db).call('GET', '/openapi.json', { as: null });
  await db.close();
  return body;
};

/** Sorted, so that the order in which routes are declared changes nothing. */
const generate = async (): Promise<string> => {
  const options = { alphabetize: true, defaultNonNullable: false, silent: true };
  return head + astToString(await openapiTS(await readDocument(), options));
};

it('keeps the types of the client as the OpenAPI document has them', async () => {
  const made = await generate();
  if (process.env.WRITE_CLIENT) await writeFile(file, made);
  expect(await readFile(file, 'utf8'), 'run `npm run client`').toBe(made);
});
