import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, getPreferences } from '../../../../db/mail/preferences.ts';
import { suppress } from '../../../../db/mail/suppressions.ts';
import { civilDateIn } from '../../../../workflows/calendar/zone.ts';
import { addMs, dayMs } from '../../../../workflows/domain/time.ts';
import { ada } from '../../../support/cast.ts';
import { startTestApp } from '../../test-app.ts';
import { lantern, pathOf, placeLamps } from '../cast.ts';

let shop: Awaited<ReturnType<typeof startTestApp>>;
let path: string;
beforeAll(async () => {
  shop = await startTestApp({ shop: lantern });
  path = `${await placeLamps(shop.db, 'P')}/preferences`;
});
afterAll(() => shop.close());

const inDays = (days: number) =>
  civilDateIn(addMs(new Date().toISOString(), days * dayMs), ada.timeZone);

const read = async (query = ''): Promise<string> =>
  (await shop.app.request(`${path}${query}`)).text();

const send = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  shop.app.request(path, {
    method: 'POST',
    body: new URLSearchParams({ form: 'preferences', ...form }).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });

const stands = () => getPreferences(shop.db.sql, addressOf(ada.email));

describe('the page of preferences', () => {
  it('shows what stands and what always comes, and changes nothing by being read', async () => {
    const page = await read();
    expect(page).toMatch(/<input[^>]*name="updates"[^>]*checked=""/);
    expect(page).not.toMatch(/<input[^>]*name="offers"[^>]*checked=""/);
    expect(page).toContain('We always email you about payment, shipping');
    expect(page).not.toContain('What was changed');
    expect(page).not.toContain('<script');
    expect(await shop.db.sql`select from mail_preferences`).toEqual([]);
  });

  it('saves what was chosen, for every order of the address, and says who has', async () => {
    const until = inDays(9);
    const answer = await send({ offers: 'yes', pausedUntil: until });
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${path}?done=saved`]);
    expect(await stands()).toMatchObject({
      ...{ updates: false, offers: true, pausedUntil: until, by: 'page' },
    });
    const page = await read('?done=saved');
    expect(page).toContain('Your choice is saved.');
    expect(page).toContain('Updates were turned off.');
    expect(page).toContain('Offers were turned on.');
    expect(page).toMatch(/Emails were paused until \w+day, /);
    expect(page).toContain('on a page of ours');
    expect(page).toContain(`value="${until}"`);
    const changes = await shop.db.sql`select by, order_id, change from mail_preference_changes`;
    expect(changes).toEqual([
      { by: 'page', orderId: 'P', change: { updates: false, offers: true, pausedUntil: until } },
    ]);
    const other = `${await placeLamps(shop.db, 'Q')}/preferences`;
    expect(await (await shop.app.request(other)).text()).toContain(`value="${until}"`);
  });

  it('ends a pause by an empty field', async () => {
    await send({ updates: 'yes', offers: 'yes', pausedUntil: '' });
    expect(await stands()).toMatchObject({ updates: true, pausedUntil: null });
    expect(await read()).toContain('The pause was ended.');
  });

  it('notes nothing when nothing was changed', async () => {
    const count = async () => (await shop.db.sql`select from mail_preference_changes`).count;
    const before = await count();
    expect((await send({ updates: 'yes', offers: 'yes' })).status).toBe(303);
    expect(await count()).toBe(before);
  });

  it('says so when the day of a pause is over, and changes nothing', async () => {
    const answer = await send({ pausedUntil: inDays(0) });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Please choose a day after today');
    expect(await stands()).toMatchObject({ updates: true, offers: true });
  });

  it('takes no form that says nothing, and none from another website', async () => {
    const empty = await shop.app.request(path, { method: 'POST' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Nothing was changed.');
    const foreign = await send({}, { 'Sec-Fetch-Site': 'cross-site' });
    expect(foreign.status).toBe(403);
    expect(await foreign.text()).toContain('This request came from another website.');
    expect(await stands()).toMatchObject({ updates: true, offers: true });
  });

  it('says that an address whose mail came back gets no updates for now', async () => {
    expect(await read()).not.toContain('came back');
    await suppress(shop.db.sql, { ...addressOf(ada.email), reason: 'bounced', messageId: null });
    expect(await read()).toContain('For now we send no updates to it');
  });

  it('speaks the language of the order, in its direction', async () => {
    await placeLamps(shop.db, 'R');
    await shop.db.sql`update orders set locale = 'ar-XB' where order_id = 'R'`;
    const page = await shop.app.request(`${await pathOf(shop.db, 'R')}/preferences`);
    const text = await page.text();
    expect(text).toContain('<html lang="ar-XB" dir="rtl">');
    expect(text).not.toContain('Updates while you wait');
  });

  it('knows no order by a wrong link', async () => {
    expect((await shop.app.request('/b/nobody/preferences')).status).toBe(404);
  });

  it('is limited as the other forms of the page are', async () => {
    const last = `${await placeLamps(shop.db, 'L')}/preferences`;
    const press = () => shop.app.request(last, { method: 'POST' });
    for (let times = 0; times < 20; times++) expect((await press()).status).toBe(422);
    expect((await press()).status).toBe(429);
  });
});
