import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '../../../db/client.ts';
import { addressOf } from '../../../db/mail/preferences.ts';
import { endSuppression, listSuppressions, suppress } from '../../../db/mail/suppressions.ts';
import { freshDatabase } from '../fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 2 });
});
afterAll(() => db.close());

const bounced = (email: string) => ({
  ...addressOf(email),
  ...{ reason: 'bounced' as const, messageId: null },
});

const listed = (email: string) =>
  listSuppressions(db.sql, { addressKey: addressOf(email).addressKey, after: null, limit: 5 });

test('an address has one suppression, and the newest reason stands', async () => {
  const first = await suppress(db.sql, bounced('one@example.org'));
  expect(await suppress(db.sql, bounced('One@Example.org'))).toMatchObject({ at: first.at });
  await db.sql`update suppressions set at = '2026-01-01T00:00:00Z'`;
  const complained = { ...bounced('one@example.org'), reason: 'complained' as const };
  const newest = await suppress(db.sql, complained);
  expect(newest).toMatchObject({ reason: 'complained' });
  expect(newest.at > '2026-01-01').toBe(true);
  expect(await listed('ONE@example.org')).toEqual([newest]);
});

test('what came back is kept when a person repeats the suppression', async () => {
  const messageId = '5f0c1d6e-5a39-4a51-9d0f-6f1f1a7b2c3d';
  await suppress(db.sql, { ...bounced('two@example.org'), messageId });
  await suppress(db.sql, { ...bounced('two@example.org'), reason: 'manual' });
  const { addressKey } = addressOf('two@example.org');
  expect(
    await db.sql`
    select reason, message_id from suppressions where address_key = ${addressKey}`,
  ).toEqual([{ reason: 'manual', messageId }]);
});

test('once it is ended there is none, and ending it again changes nothing', async () => {
  await suppress(db.sql, bounced('three@example.org'));
  const { addressKey } = addressOf('three@example.org');
  await endSuppression(db.sql, addressKey);
  await endSuppression(db.sql, addressKey);
  expect(await listed('three@example.org')).toEqual([]);
});

test('they are listed newest first, page by page', async () => {
  await db.sql`truncate suppressions`;
  for (const name of ['a', 'b', 'c']) await suppress(db.sql, bounced(`${name}@example.org`));
  const all = await listSuppressions(db.sql, { addressKey: undefined, after: null, limit: 9 });
  const pages: (string | null)[] = [];
  let after: { at: string; id: string } | null = null;
  for (let page = 0; page < 3; page++) {
    const [one] = await listSuppressions(db.sql, { addressKey: undefined, after, limit: 1 });
    if (!one) throw new Error('a page is missing');
    pages.push(one.email);
    after = { at: one.at, id: one.addressKey };
  }
  expect(pages).toEqual(all.map(({ email }) => email));
  expect(new Set(pages)).toEqual(new Set(['a@example.org', 'b@example.org', 'c@example.org']));
});
