import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '../../../db/client.ts';
import {
  addressOf,
  changePreferences,
  getPreferences,
  listPreferenceChanges,
} from '../../../db/mail/preferences.ts';
import {
  findAddress,
  noteToken,
  unsubscribe,
  unsubscribeByMail,
  unsubscribeTokenOf,
} from '../../../db/mail/unsubscribe.ts';
import { freshDatabase } from '../fresh.ts';
import { tablesWith } from '../tables-with.ts';

const older = 'o'.repeat(32);
const newer = 'n'.repeat(32);

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 2 });
});
afterAll(() => db.close());

/** Gives the address its token, as a mail to it does. */
const give = async (email: string, secret = older): Promise<string> => {
  const { addressKey } = addressOf(email);
  const token = unsubscribeTokenOf([secret], addressKey);
  await noteToken(db.sql, { token, addressKey });
  return token;
};

test('an address has one token, which nobody can guess from the address', async () => {
  const token = await give('one@example.org');
  expect(await give('One@Example.org')).toBe(token);
  expect(token).toMatch(/^[\w-]{22}$/);
  expect(await give('other@example.org')).not.toBe(token);
  expect(unsubscribeTokenOf([newer], addressOf('one@example.org').addressKey)).not.toBe(token);
});

test('a token is nowhere in the database, and names the address when it comes back', async () => {
  const token = await give('two@example.org');
  expect(await tablesWith(db, token)).toEqual([]);
  expect(await findAddress(db.sql, token)).toMatchObject({
    addressKey: addressOf('two@example.org').addressKey,
  });
});

test('a token outlives the secret that it was made with', async () => {
  const before = await give('three@example.org', older);
  const after = await give('three@example.org', newer);
  expect(after).not.toBe(before);
  const { addressKey } = addressOf('three@example.org');
  for (const token of [before, after])
    expect(await findAddress(db.sql, token)).toMatchObject({ addressKey });
});

test.each(['', 'x', 'x'.repeat(22), 'x'.repeat(5_000), '\u0000', "'; drop table orders"])(
  'nobody is found by %j',
  async (token) => {
    expect(await findAddress(db.sql, token)).toBeUndefined();
  },
);

test('an address that has unsubscribed stays so, and it is noted once', async () => {
  const address = addressOf('four@example.org');
  for (let times = 0; times < 3; times++) await unsubscribe(db, address);
  expect(await getPreferences(db.sql, address)).toMatchObject({ updates: false, by: 'one-click' });
  expect(await listPreferenceChanges(db.sql, { ...address, limit: 5 })).toHaveLength(1);
});

test('it can unsubscribe again after it has come back', async () => {
  const address = addressOf('five@example.org');
  await unsubscribe(db, address);
  await changePreferences(db, address, { by: 'page', orderId: null, updates: true });
  await unsubscribe(db, address);
  expect(await getPreferences(db.sql, address)).toMatchObject({ updates: false });
});

test('a mail whose subject is a token unsubscribes, and another does not', async () => {
  const token = await give('six@example.org');
  expect(await unsubscribeByMail(db, `Re: ${token}`)).toBe(false);
  expect(await unsubscribeByMail(db, ` ${token}\n`)).toBe(true);
  const address = addressOf('six@example.org');
  expect(await getPreferences(db.sql, address)).toMatchObject({ updates: false, by: 'one-click' });
});
