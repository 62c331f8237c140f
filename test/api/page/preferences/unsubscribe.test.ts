import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../../../api/config.ts';
import { replaceLink } from '../../../../db/backorder/link.ts';
import { addressKeyOf } from '../../../../db/mail/address-key.ts';
import { addressOf, getPreferences } from '../../../../db/mail/preferences.ts';
import { noteToken, unsubscribeTokenOf } from '../../../../db/mail/unsubscribe.ts';
import { place } from '../../../db/cast.ts';
import { startTestApp } from '../../test-app.ts';
import { lantern } from '../cast.ts';

let shop: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  shop = await startTestApp({ shop: lantern });
});
afterAll(() => shop.close());

/** Gives the address its token, as a mail to it does. */
const give = async (email: string): Promise<string> => {
  const addressKey = addressKeyOf(email);
  const token = unsubscribeTokenOf(parseConfig({}).linkSecrets, addressKey);
  await noteToken(shop.db.sql, { token, addressKey });
  return `/u/${token}`;
};

const hears = async (email: string) =>
  (await getPreferences(shop.db.sql, addressOf(email))).updates;

const post = (path: string, init: RequestInit = {}) =>
  shop.app.request(path, { method: 'POST', redirect: 'manual', ...init });

const urlencoded = { 'Content-Type': 'application/x-www-form-urlencoded' };

describe('one-click unsubscription', () => {
  const bodies: Record<string, RequestInit> = {
    'as RFC 8058 says': { body: 'List-Unsubscribe=One-Click', headers: urlencoded },
    'with nothing': {},
    'with another body': { body: 'again=yes&updates=yes', headers: urlencoded },
    'as JSON that is none': { body: '{', headers: { 'Content-Type': 'application/json' } },
    'of a type that nobody knows': { body: '\u0000\u0001', headers: { 'Content-Type': 'x' } },
    'as a form in parts that is none': {
      ...{ body: '--', headers: { 'Content-Type': 'multipart/form-data; boundary=x' } },
    },
    'larger than any other body': { body: 'x'.repeat(2_000_000), headers: urlencoded },
    'from another website, with cookies': {
      headers: {
        ...{ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://mail.example', Cookie: 'a=b' },
      },
    },
  };

  it.each(Object.entries(bodies))('takes a POST %s', async (name, init) => {
    const email = `${Object.keys(bodies).indexOf(name)}@example.org`;
    const answer = await post(await give(email), init);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Set-Cookie')).toBeNull();
    expect(await answer.text()).toContain('You are unsubscribed');
    expect(await hears(email)).toBe(false);
  });

  it('may come again, and is noted once', async () => {
    const path = await give('again@example.org');
    for (let times = 0; times < 4; times++) expect((await post(path)).status).toBe(200);
    const key = addressKeyOf('again@example.org');
    const noted = await shop.db.sql`
      select by, order_id from mail_preference_changes where address_key = ${key}`;
    expect(noted).toEqual([{ by: 'one-click', orderId: null }]);
  });

  it('is still answered well when it comes far too often', async () => {
    const path = await give('often@example.org');
    for (let times = 0; times < 30; times++) expect((await post(path)).status).toBeLessThan(300);
    const last = await post(path);
    expect(last.status).toBe(202);
    expect(await last.text()).toContain('We have heard you');
    expect((await post(await give('seldom@example.org'))).status).toBe(200);
  });

  it('outlives a new link to the order, and opens no order', async () => {
    await place(shop.db, { kept: ['LAMP:1'] });
    const path = await give('ada@example.org');
    await replaceLink(shop.db, { orderId: 'kept', actId: 'a', by: 'support' });
    expect((await shop.app.request(path.replace('/u/', '/b/'))).status).toBe(404);
    expect((await post(path)).status).toBe(200);
    expect(await hears('ada@example.org')).toBe(false);
  });

  it.each(['x'.repeat(22), 'short', '%00', '..%2F..%2Fb'])('knows no token %s', async (token) => {
    for (const method of ['GET', 'POST']) {
      const answer = await shop.app.request(`/u/${token}`, { method });
      expect(answer.status).toBe(404);
      expect(await answer.text()).toMatch(/We do not know this link|We cannot find/);
    }
  });
});

describe('the page of an unsubscription', () => {
  it('asks, and changes nothing by being read', async () => {
    const path = await give('reads@example.org');
    const answer = await shop.app.request(path);
    const page = await answer.text();
    expect(page).toContain('Nothing changes until you press the button.');
    expect(page).toContain('We will still email you about payment, shipping');
    expect(page).toContain(`<form action="${path}" method="post">`);
    expect(page).not.toContain('reads@example.org');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('Content-Security-Policy')).toContain("script-src 'none'");
    expect(await hears('reads@example.org')).toBe(true);
    expect(
      await shop.db.sql`
      select from mail_preferences where address_key = ${addressKeyOf('reads@example.org')}
    `,
    ).toEqual([]);
  });

  it('says that it is done, what mail stays, and leads back', async () => {
    const path = await give('back@example.org');
    const done = await (await post(path)).text();
    expect(done).toContain('We will still email you about payment, shipping');
    expect(done).toContain(`action="${path}/again"`);
    expect(await (await shop.app.request(path)).text()).toContain('You are unsubscribed');
    const back = await post(`${path}/again`);
    expect(await back.text()).toContain('Updates are on again');
    expect(await hears('back@example.org')).toBe(true);
    await post(path);
    expect(await hears('back@example.org')).toBe(false);
  });

  it('is led back to by no other website, and by no link', async () => {
    const path = await give('strange@example.org');
    await post(path);
    const strange = await post(`${path}/again`, { headers: { 'Sec-Fetch-Site': 'cross-site' } });
    expect(strange.status).toBe(403);
    const read = await shop.app.request(`${path}/again`);
    expect([read.status, read.headers.get('Location')]).toEqual([303, path]);
    expect(await hears('strange@example.org')).toBe(false);
  });

  it('speaks the language of the browser, in its direction', async () => {
    const path = await give('words@example.org');
    const headers = { 'Accept-Language': 'xx, ar-XB;q=0.5, en;q=0.1' };
    const page = await (await shop.app.request(path, { headers })).text();
    expect(page).toContain('<html lang="ar-XB" dir="rtl">');
    expect(page).not.toContain('Unsubscribe from updates?');
  });
});
