import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { updateCustomer } from '../../../db/backorder/customer.ts';
import { eraseOrder } from '../../../db/backorder/erase.ts';
import type { Db } from '../../../db/client.ts';
import {
  addressOf,
  changePreferences,
  getPreferences,
  listPreferenceChanges,
} from '../../../db/mail/preferences.ts';
import { suppress } from '../../../db/mail/suppressions.ts';
import { ada } from '../../support/cast.ts';
import { place } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';
import { putMail } from './put-mail.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 4 });
});
afterAll(() => db.close());

const bySupport = { by: 'support', orderId: null } as const;

/** Places an order of that address, whose customer agrees to offers or does not. */
const checkout = (orderId: string, email: string, marketingConsent: boolean) =>
  place(
    db,
    { [orderId]: ['LAMP:1'] },
    {
      customer: {
        ...{ email, name: ada.name, locale: ada.locale, timeZone: ada.timeZone },
        marketingConsent,
      },
    },
  );

const preferencesOf = (email: string) => getPreferences(db.sql, addressOf(email));

const untouched = { updates: true, offers: false, pausedUntil: null, changedAt: null, by: null };

describe('what an address wants to hear', () => {
  test('is the defaults for an address that nobody knows', async () => {
    expect(await preferencesOf('nobody@example.org')).toEqual(untouched);
  });

  test('changes only in what is named, whatever the case of the address', async () => {
    const changed = await changePreferences(db, addressOf('Case@Example.org'), {
      ...bySupport,
      updates: false,
    });
    expect(changed).toEqual({
      ...{ updates: false, offers: false, pausedUntil: null },
      ...{ changedAt: expect.any(String), by: 'support' },
    });
    await changePreferences(db, addressOf('case@example.org'), {
      ...{ by: 'page', orderId: 'A', pausedUntil: '2027-01-04' },
    });
    expect(await preferencesOf('CASE@EXAMPLE.ORG')).toMatchObject({
      ...{ updates: false, pausedUntil: '2027-01-04', by: 'page' },
    });
    await changePreferences(db, addressOf('case@example.org'), {
      ...bySupport,
      pausedUntil: null,
    });
    expect(await preferencesOf('case@example.org')).toMatchObject({
      ...{ updates: false, pausedUntil: null },
    });
  });

  test('is noted with who has changed it, and on the page of which order', async () => {
    const address = addressOf('noted@example.org');
    await changePreferences(db, address, { ...bySupport, offers: true });
    await changePreferences(db, address, { by: 'page', orderId: 'A', updates: false });
    const changes = await listPreferenceChanges(db.sql, { ...address, limit: 5 });
    expect(changes).toEqual([
      { at: expect.any(String), by: 'page', orderId: 'A', change: { updates: false } },
      { at: expect.any(String), by: 'support', orderId: null, change: { offers: true } },
    ]);
  });
});

describe('offers', () => {
  test('begin as the customer agreed at checkout', async () => {
    await checkout('yes-1', 'Yes@example.org', true);
    await checkout('no-1', 'no@example.org', false);
    expect(await preferencesOf('yes@example.org')).toEqual({ ...untouched, offers: true });
    expect(await preferencesOf('no@example.org')).toEqual(untouched);
    expect(await db.sql`select from mail_preferences where email = 'no@example.org'`).toEqual([]);
  });

  test('stay on when a later checkout does not agree', async () => {
    await checkout('stays-1', 'stays@example.org', true);
    await checkout('stays-2', 'stays@example.org', false);
    expect(await preferencesOf('stays@example.org')).toMatchObject({ offers: true });
  });

  test('are turned on by a later checkout that agrees, which leaves the rest as it is', async () => {
    const address = addressOf('later@example.org');
    await changePreferences(db, address, { ...bySupport, updates: false });
    await checkout('later-1', 'Later@example.org', true);
    const now = await preferencesOf('later@example.org');
    expect(now).toMatchObject({ updates: false, offers: true, by: 'support' });
    const [newest] = await listPreferenceChanges(db.sql, { ...address, limit: 1 });
    expect(newest).toMatchObject({ by: 'checkout', orderId: 'later-1', change: { offers: true } });
  });

  test.each([false, true])('are no checkout’s business once they were %s by hand', async (by) => {
    const email = `by-hand-${by}@example.org`;
    await changePreferences(db, addressOf(email), { ...bySupport, offers: by });
    await changePreferences(db, addressOf(email), { ...bySupport, offers: false });
    await checkout(`by-hand-${by}`, email, true);
    expect(await preferencesOf(email)).toMatchObject({ offers: false });
  });

  test('are left alone by an unsubscription of an address whose orders agreed', async () => {
    await checkout('kept-1', 'kept@example.org', true);
    const address = addressOf('kept@example.org');
    await changePreferences(db, address, { by: 'one-click', orderId: null, updates: false });
    expect(await preferencesOf('kept@example.org')).toMatchObject({ updates: false, offers: true });
  });

  test('are noted once, however often the same checkout is repeated', async () => {
    await checkout('again-1', 'again@example.org', true);
    await checkout('again-1', 'again@example.org', true);
    const { addressKey } = addressOf('again@example.org');
    expect(await listPreferenceChanges(db.sql, { addressKey, limit: 5 })).toHaveLength(1);
  });
});

describe('an erasure', () => {
  test('takes the address out with its last order, and keeps the wishes', async () => {
    const email = 'gone@example.org';
    await checkout('gone-1', email, true);
    await checkout('gone-2', 'Gone@Example.org', false);
    await changePreferences(db, addressOf(email), { ...bySupport, updates: false });
    await suppress(db.sql, { ...addressOf(email), reason: 'bounced', messageId: null });
    const emails = () => db.sql`
      select email from mail_preferences where address_key = ${addressOf(email).addressKey}
      union all select email from suppressions where address_key = ${addressOf(email).addressKey}`;
    await eraseOrder(db, 'gone-1');
    expect(await emails()).toEqual([{ email }, { email }]);
    await eraseOrder(db, 'gone-2');
    expect(await emails()).toEqual([{ email: null }, { email: null }]);
    expect(await preferencesOf(email)).toMatchObject({ updates: false, offers: true });
  });

  test('loses every address that an erased order had, unless another order has it', async () => {
    const had = ['had-1@example.org', 'Had-2@example.org', 'had-3@example.org'];
    await checkout('had-a', 'had-1@example.org', true);
    await checkout('had-b', 'HAD-3@example.org', false);
    for (const email of had) {
      await putMail(db, 'had-a', { key: email, to: email });
      await changePreferences(db, addressOf(email), { ...bySupport, updates: false });
      await suppress(db.sql, { ...addressOf(email), reason: 'bounced', messageId: null });
    }
    await updateCustomer(db.sql, 'had-a', { email: 'had-4@example.org' });
    await eraseOrder(db, 'had-a');
    const kept = await db.sql`
      select email from mail_preferences where email ilike 'had-%'
      union all select email from suppressions where email ilike 'had-%'`;
    expect(kept).toEqual([{ email: 'had-3@example.org' }, { email: 'had-3@example.org' }]);
  });
});
