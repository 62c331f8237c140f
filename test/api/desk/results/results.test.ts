import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKnown } from '../../../../api/desk/results/known.ts';
import { createDatabase } from '../../../../db/client.ts';
import { roles } from '../../../../workflows/domain/desk/role.ts';
import { putDrawnOrders } from '../../../support/page/drawn-orders.ts';
import { textOf } from '../../../support/page/page-text.ts';
import { startDeskApp } from '../desk-app.ts';

let desk: Awaited<ReturnType<typeof startDeskApp>>;
let young: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  [desk, young] = await Promise.all([
    startDeskApp({ excitementControl: 0.333, shopTimeZone: 'America/New_York' }),
    startDeskApp(),
  ]);
  await putDrawnOrders(desk.db, { count: 600 });
});
afterAll(() => Promise.all([desk.close(), young.close()]));

/** The page once its numbers are there, which the first look does not wait for. */
const read = async (path: string, { of = desk }: { of?: typeof desk } = {}): Promise<string> => {
  for (;;) {
    const { status, html, headers } = await of.read(path);
    expect(status).toBe(200);
    if (headers.get('Refresh') === null) return html;
    expect(html).toContain('being summed up');
  }
};

describe('Results', () => {
  it('shows what was kept, waits and was lost, a table beside each drawing', async () => {
    const html = await read('/desk/results');
    for (const title of ['Revenue by week, USD', 'Cancellations by week of wait']) {
      expect(html).toContain(`>${title}</title>`);
    }
    const text = textOf(html);
    expect(text).toContain('By week, EUR');
    expect(text).toContain('Cancellations soon after a mail');
    expect(text).toContain('does not mean that it came from it');
    expect(html).toMatch(/href="[^"]*\/desk\/orders\?sku=SKU-1"/);
  });

  it('says that customers cancel more without excitement, and what may deceive', async () => {
    const text = textOf(await read('/desk/results'));
    expect(text).toContain('33.3 % of the customers are drawn');
    expect(text).toContain('Customers without excitement cancel more.');
    expect(text).toMatch(/log-rank test, χ² \d+\.\d\d, p/);
    expect(text).toContain('finds one far more often than one time in twenty');
  });

  it('concludes nothing from a few orders', async () => {
    const text = textOf(await read('/desk/results?sku=SKU-3'));
    expect(text).toContain('Too few to tell.');
    expect(text).not.toContain('cancel more');
  });

  it('is calm where nothing has happened yet', async () => {
    const text = textOf(await read('/desk/results', { of: young }));
    expect(text).toContain('Nothing was ordered in these weeks');
    expect(text).toContain('Nobody is drawn at the moment');
    expect(text).toContain('No order of these weeks was drawn into a group');
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('says that a count failed, also to those who did not wait for it', async () => {
    const nowhere = createDatabase('postgres://127.0.0.1:9/none');
    const know = createKnown(nowhere);
    const look = async (): Promise<void> => {
      while ((await know({ bounds: ['2026-01-05', '2026-01-12'] })) === undefined);
    };
    await expect(look()).rejects.toThrow();
    await expect(look()).rejects.toThrow();
    await nowhere.close();
  });

  it('takes whole weeks, and says of what cannot be meant that it cannot', async () => {
    const html = await read('/desk/results?from=2026-01-08&to=2026-01-21');
    expect(html).toContain('value="2026-01-05"');
    expect(html).toContain('value="2026-01-25"');
    for (const wrong of ['from=yesterday', 'to=9999-99-99', 'from=2027-01-01&to=2026-01-01']) {
      expect(await read(`/desk/results?${wrong}`)).toContain('class="fault"');
    }
    const spelled = await read(`/desk/results?sku=${encodeURIComponent('<b>"א')}`);
    expect(spelled).not.toContain('<b>"');
  });

  it('gives each of its tables as CSV', async () => {
    const csv = async (name: string): Promise<string> => {
      const { html, headers } = await desk.read(`/desk/results/${name}.csv`);
      expect(headers.get('Content-Type')).toContain('text/csv');
      return html;
    };
    const [head, ...rows] = (await csv('revenue')).trim().split('\r\n');
    expect(head).toMatch(/^week_from,sku,currency,units,kept,waiting,lost_by_customer/);
    const units = rows.reduce((sum, row) => sum + Number(row.split(',')[3]), 0);
    expect(units).toBe(600);
    expect(rows[0]).toMatch(/^\d{4}-\d\d-\d\d,SKU-\d+,(USD|EUR),\d+,\d+\.\d\d,/);
    expect(await csv('waits')).toMatch(/^week_of_wait.*\r\n1,600,\d+\r\n/);
    expect(await csv('mail')).toMatch(/\r\ncountdown,600,\d+\r\nexcitement,400,\d+\r\n$/);
    expect(await csv('experiment')).toMatch(/\r\ncontrol,\d+,\d+,\d+,0\.\d+/);
  });

  it('is there for every role, holds no personal data, and is for nobody else', async () => {
    for (const role of roles) {
      const { status, html } = await desk.read('/desk/results', role);
      expect(status, role).toBe(200);
      expect(html).not.toContain('example.org');
    }
    expect((await desk.read('/desk/results', null)).status).toBe(303);
    expect((await desk.read('/desk/results/revenue.csv', null)).status).toBe(303);
  });
});
