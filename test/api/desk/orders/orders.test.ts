import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../../workflows/domain/desk/role.ts';
import { place } from '../../../db/cast.ts';
import { nothingPaid, say } from '../../page/cast.ts';
import { startDeskApp } from '../desk-app.ts';

let desk: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  desk = await startDeskApp();
  const at = { country: 'US', region: 'NY', postalCode: '10001' };
  const customer = (email: string, name: string) => ({
    customer: {
      ...{ email, name, locale: 'en-US', timeZone: 'America/New_York', marketingConsent: false },
    },
    shipTo: at,
  });
  await place(desk.db, { 'A:1': ['LAMP:1'], 'A-2': ['LAMP:2', '=RUG:1', 'CHAIR:1'] });
  await place(desk.db, { 'B-1': ['100%_WOOL:1'] }, customer('Ben+1@Example.org', '=Ben'));
  await place(desk.db, { 'C-1': ['مصباح:1'] }, customer('cleo@example.org', 'كليو'.repeat(20)));
  await say(desk.db, 'A-2', {
    attention: [
      { code: 'notice_due', at: '2026-12-01T10:00:00.000Z', dueAt: '2026-12-05T05:00:00.000Z' },
    ],
    payment: { ...nothingPaid, state: 'failed' },
  });
});
afterAll(() => desk.close());

const read = (query: string, as: Role = 'manager') => desk.read(`/desk/orders?${query}`, as);

/** The orders of the list, in its order. */
const found = async (query: string): Promise<string[]> => {
  const { status, html } = await read(query);
  expect(status, query).toBe(200);
  return [...html.matchAll(/<th scope="row"><a class="id" href="([^"]+)"/g)].map(([, path = '']) =>
    decodeURIComponent(path.replace('/desk/orders/', '')),
  );
};

describe('the list of orders', () => {
  it('shows the newest first, each leading to its own page', async () => {
    const ids = await found('');
    expect(new Set(ids)).toEqual(new Set(['A:1', 'A-2', 'B-1', 'C-1']));
  });

  it.each([
    ['an id', 'q=A-2', ['A-2']],
    ['the beginning of an id', 'q=B', ['B-1']],
    ['an id with a colon', 'q=A%3A1', ['A:1']],
    ['an SKU', 'q=CHAIR', ['A-2']],
    ['an SKU that looks like a pattern', 'q=100%25_WOOL', ['B-1']],
    ['an SKU of another script', `q=${encodeURIComponent('مصباح')}`, ['C-1']],
    ['an address, however it is written', 'q=BEN%2B1%40example.ORG', ['B-1']],
    ['no pattern', 'q=%25', []],
    ['a reason', 'attention=notice_due', ['A-2']],
    ['any reason', 'attention=any', ['A-2']],
    ['what is owed', 'payment=owed', ['A-2']],
    ['a day, spaces around it', 'promisedBefore=+2027-01-16+', ['A-2']],
    ['fields left empty', 'q=&phase=&sku=CHAIR&cursor=', ['A-2']],
  ])('finds by %s', async (_, query, ids) => {
    expect(await found(query)).toEqual(ids);
  });

  it.each([
    ['phase=gone', 'gone'],
    ['q=a%00b', 'a'],
    [`q=${'x'.repeat(10_000)}`, 'xxx'],
    ['orderId=%25', '%'],
    ['promisedBefore=tomorrow', 'tomorrow'],
    ['updatedSince=2026-13-01', '2026-13-01'],
    ['hold=maybe', ''],
    ['phsae=open', 'no filter phsae'],
    ['sku=a&sku=b', ''],
    ['cursor=x', 'no page of the list'],
    [`cursor=${Buffer.from('["2026-01-01T00:00:00Z","a\\u0000"]').toString('base64url')}`, ''],
    ['sort=promised&cursor=WyJ4IiwiYSJd', 'no page of the list'],
  ])('says of %s that it cannot be searched for, and keeps the form', async (query, kept) => {
    const { status, html } = await read(query);
    expect(status).toBe(422);
    expect(html).toContain('role="alert"');
    expect(html).toContain('<form class="filter"');
    expect(html).toContain(kept);
    expect((await desk.read(`/desk/orders.csv?${query}`)).status).toBe(
      query.includes('cursor') ? 200 : 422,
    );
  });

  it.each(['viewer', 'buyer'] as const)('hides from a %s whose orders they are', async (role) => {
    const { html } = await read('', role);
    const { html: csv } = await desk.read('/desk/orders.csv', role);
    for (const shown of [html, csv]) expect(shown).not.toMatch(/example\.org|Ben/i);
    for (const query of ['q=ben%2B1%40example.org', 'email=ben%2B1%40example.org']) {
      const refused = await read(query, role);
      expect(refused.status).toBe(403);
      expect(refused.html).toContain('Your role does not see customers’ addresses');
      expect(refused.html).not.toContain('B-1');
      expect((await desk.read(`/desk/orders.csv?${query}`, role)).html).not.toContain('B-1');
    }
  });

  it('gives the whole list as CSV, which runs nothing in a spreadsheet', async () => {
    const { html: csv, headers } = await desk.read('/desk/orders.csv?q=B&sort=placed');
    expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('Content-Disposition')).toBe('attachment; filename="orders.csv"');
    const [head, row] = csv.split('\r\n');
    expect(head).toContain('order,placed at,phase');
    expect(row).toContain('B-1,');
    expect(row).toContain("'=Ben,Ben+1@Example.org");
    expect((await desk.read('/desk/orders.csv?q=A-2')).html).toContain(',LAMP =RUG CHAIR,');
  });

  it('turns its pages by key, whatever it is in order of', async () => {
    await desk.db.sql`
      insert into orders (order_id, placed_at, priority, fulfilment, imported, country, email,
        locale, time_zone, marketing_consent, currency, shipping, terms, body_hash)
      select 'P-' || n, now(), 0, 'whole-order', true, 'US', 'p@example.org', 'en-US', 'UTC', false,
        'USD', 0, 'none', 'b' from generate_series(1, 120) n`;
    await desk.db.sql`
      insert into lines (order_id, line_id, ordinal, sku, location, quantity, unit_price, total,
        waiting, priority, placed_at)
      select order_id, '1', 1, 'P', 'main', 1, 1, 1, 1, 0, placed_at from orders
      where order_id like 'P-%'`;
    await desk.db.sql`
      insert into views (order_id, revision, phase, body, promised_on)
      select 'P-' || n, 1, 'awaiting_stock', '{"attention": []}',
        case when n > 60 then '2027-01-01'::date + n / 40 end
      from generate_series(1, 120) n`;
    for (const sort of ['placed', 'promised', 'updated']) {
      const seen: string[] = [];
      let next: string | undefined = `/desk/orders?sku=P&sort=${sort}`;
      for (let pages = 0; next !== undefined; pages++) {
        const { html } = await desk.read(next);
        seen.push(...[...html.matchAll(/<a class="id"[^>]*>(P-\d+)</g)].map(([, id = '']) => id));
        next = html.match(/<a href="([^"]+)">Next page/)?.[1]?.replaceAll('&amp;', '&');
        expect(pages).toBeLessThan(4);
      }
      expect([sort, seen.length, new Set(seen).size]).toEqual([sort, 120, 120]);
    }
  });
});
