import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteSupply, putSupply } from '../../../../db/promise/supply-changes.ts';
import type { Role } from '../../../../workflows/domain/desk/role.ts';
import { addDays } from '../../../../workflows/domain/time.ts';
import { place } from '../../../db/cast.ts';
import { inDays } from '../../../support/lives/story.ts';
import { startDeskApp } from '../desk-app.ts';

let desk: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  desk = await startDeskApp();
  for (let n = 1; n <= 60; n++) await announce(`PO-${n}`, addDays(inDays(0), n));
  await announce('=cmd', null);
  await place(desk.db, { A: ['LAMP:1'], B: ['LAMP:1'] }, { promise: null });
});
afterAll(() => desk.close());

const announce = (supplyId: string, expectedOn: string | null) =>
  putSupply(desk.db, {
    ...{ supplyId, sku: 'LAMP', location: 'main', quantity: 1, expectedOn },
    ...{ basis: '=HYPERLINK("x")', bodyHash: `${expectedOn}` },
  });

const supplies = (html: string): string[] =>
  [...html.matchAll(/desk\/supplies\/(PO-\d+)"/g)].map(([, id]) => id ?? '');

describe('the calendar', () => {
  it('goes on page by page, and no supply is left out or shown twice', async () => {
    const first = await desk.read('/desk/supplies');
    const next = /href="([^"]*cursor=[^"]*)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&');
    const second = await desk.read(next ?? '');
    const seen = [...supplies(first.html), ...supplies(second.html)];
    expect(seen).toEqual(Array.from({ length: 60 }, (_, n) => `PO-${n + 1}`));
    expect(second.html).not.toContain('Next page');
  });

  it('is narrowed by its address, and says what is wrong of it', async () => {
    const [from, to] = [inDays(2), inDays(3)];
    const narrowed = await desk.read(`/desk/supplies?sku=LAMP&from=${from}&to=${to}`);
    expect(supplies(narrowed.html)).toEqual(['PO-2', 'PO-3']);
    expect((await desk.read('/desk/supplies?sku=RUG')).html).toContain('Nothing is expected that');
    for (const query of ['from=yesterday', 'location=a%20b', 'cursor=bm9uc2Vuc2U', 'cursor=%00']) {
      const { status, html } = await desk.read(`/desk/supplies?${query}`);
      expect([status, /class="(fault|notice)"/.test(html)], query).toEqual([200, true]);
    }
  });

  it('leads from those who wait to their queue, and to orders that are open', async () => {
    const { html } = await desk.read('/desk/supplies');
    expect(html).toContain('href="/desk/products/LAMP/queue?location=main">2</a>');
    const weeks = [...html.matchAll(/href="(\/desk\/orders\?[^"]+)"/g)].map(([, path]) => path);
    expect(weeks.length).toBeGreaterThan(0);
    expect(weeks.filter((path) => !path?.includes('phase=open'))).toEqual([]);
  });

  it('draws at most half a year, whatever days are asked for', async () => {
    const { status, html } = await desk.read('/desk/supplies?from=2001-01-01&to=2199-12-31');
    expect(status).toBe(200);
    expect([...html.matchAll(/<rect /g)].length).toBeLessThan(200);
  });

  it('is taken as CSV that no spreadsheet runs', async () => {
    const { headers, html } = await desk.read('/desk/supplies.csv', 'viewer');
    expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(html.trim().split('\r\n')).toHaveLength(62);
    expect(html).toContain(`"'=HYPERLINK(""x"")"`);
  });
});

describe('who may do what', () => {
  const acts: Record<string, Role[]> = {
    '/desk/supplies/~add': ['buyer', 'manager'],
    '/desk/supplies/PO-1/change': ['buyer', 'manager'],
    '/desk/supplies/PO-1/withdraw': ['buyer', 'manager'],
    '/desk/supplies/PO-1/give-up': ['manager'],
    '/desk/supplies/~sku/LAMP/give-up': ['manager'],
    '/desk/supplies/~sku/LAMP/take-up': ['manager'],
  };
  const fields = { step: 'preview', supplyId: 'PO-1', sku: 'LAMP', quantity: '1', basis: 'x' };

  it.each(Object.entries(acts))('%s is for %j', async (path, allowed) => {
    for (const role of ['viewer', 'support', 'buyer', 'manager'] as const) {
      const expected = allowed.includes(role) ? 200 : 403;
      expect((await desk.read(path, role)).status, `${role} reads`).toBe(expected);
      expect((await desk.send(path, fields, role)).status, `${role} sends`).toBe(expected);
      const { html } = await desk.read('/desk/supplies/PO-1', role);
      if (path.includes('PO-1')) expect(html.includes(path), role).toBe(allowed.includes(role));
    }
    expect((await desk.read(path, null)).status).toBe(303);
  });

  it('is shown to all who read', async () => {
    for (const role of ['viewer', 'support', 'buyer', 'manager'] as const) {
      for (const path of ['', '/PO-1', '/~sku/LAMP', '/~sku/never-heard-of']) {
        expect((await desk.read(`/desk/supplies${path}`, role)).status, path).toBe(200);
      }
    }
  });
});

describe('a supply', () => {
  it.each(['/none', '/a%20b', '/none/change', '/none/give-up', '/~sku/%00'])(
    'that cannot be is not there: %s',
    async (path) => {
      expect((await desk.read(`/desk/supplies${path}`)).status).toBe(404);
    },
  );

  it('is not changed by a form with a fault, which comes back as it was sent', async () => {
    const { status, html } = await desk.send('/desk/supplies/PO-9/change', {
      ...{ step: 'do', sku: 'LAMP', location: 'main', quantity: 'many', basis: 'my "own" words' },
    });
    expect(status).toBe(422);
    expect(html).toContain('role="alert"');
    expect(html).toContain('my &quot;own&quot; words');
  });

  it('is announced once, however often its form is sent', async () => {
    const form = {
      ...{ step: 'do', supplyId: 'PO-new', sku: 'LAMP', location: 'main', quantity: '2' },
      ...{ basis: 'the factory', actId: '6f0c2a5e-9a53-4c0b-8a44-0b3c5f0b7d11' },
    };
    const sent = await Promise.all([1, 2].map(() => desk.send('/desk/supplies/~add', form)));
    expect(sent.map(({ location }) => location)).toEqual(Array(2).fill('/desk/supplies/PO-new'));
    const [supply] = await desk.db.sql`
      select revision, remaining from supplies where supply_id = 'PO-new'`;
    expect(supply).toEqual({ revision: 1, remaining: 2 });
  });

  it('says so once it is withdrawn, and offers no act any more', async () => {
    await announce('PO-gone', inDays(90));
    await deleteSupply(desk.db, 'PO-gone');
    const { html } = await desk.read('/desk/supplies/PO-gone');
    expect(html).toContain('none: all came, or it was withdrawn');
    expect(html).not.toContain('/PO-gone/change');
  });

  it('tells the name of whoever gave it up in the audit, and is given up once', async () => {
    const form = {
      ...{ step: 'do', reason: 'It sank', actId: '7f0c2a5e-9a53-4c0b-8a44-0b3c5f0b7d11' },
    };
    const path = '/desk/supplies/PO-60/give-up';
    expect((await desk.send(path, form)).location).toBe('/desk/supplies/~sku/LAMP');
    expect((await desk.send(path, form)).status).toBe(303);
    expect(await desk.db.sql`select reason from give_ups`).toEqual([{ reason: 'It sank' }]);
    const audit = await desk.db.sql`
      select distinct operator_id, subject from audit where subject like '%give-up'`;
    expect(audit).toEqual([{ operatorId: 'manager', subject: 'POST /v1/skus/LAMP/give-up' }]);
  });
});

describe('an SKU that is being given up', () => {
  it('says how long it takes still, and what taking it up again would stop', async () => {
    await place(desk.db, { C: ['VASE:1'], D: ['VASE:1'], E: ['VASE:1'], F: ['VASE:1'] });
    const form = { step: 'do', reason: 'It broke', actId: '8f0c2a5e-9a53-4c0b-8a44-0b3c5f0b7d11' };
    const path = '/desk/supplies/~sku/VASE';
    const preview = await desk.send(`${path}/take-up`, { step: 'preview' });
    expect(preview.html).toContain('Nothing of it is being cancelled at this moment.');
    expect((await desk.send(`${path}/give-up`, form)).location).toBe(path);
    expect((await desk.read(path)).html).not.toMatch(/about \d+ minute/);
    // One was decided a moment ago, and it was begun a minute ago.
    await desk.db.sql`update give_ups set created_at = now() - interval '1 minute'`;
    await desk.db.sql`
      update give_up_orders set outcome = 'cancelled', units = 1, due_at = now() + interval '30 s'
      where order_id = 'C'`;
    const { html } = await desk.read(path);
    expect(html).toContain('1 of 4');
    expect(html).toContain('about 3 minutes more');
    const during = await desk.send(`${path}/take-up`, { step: 'preview' });
    expect(during.html).toContain('1 order so far, and about 3 orders would go on waiting');
  });
});
