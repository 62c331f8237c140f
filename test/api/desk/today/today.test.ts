import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { people, settle } from '../../../db/desk/population.ts';
import { startDeskApp } from '../desk-app.ts';

let desk: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  desk = await startDeskApp();
});
afterAll(() => desk.close());

beforeEach(async () => {
  await desk.db.sql`truncate messages, reconciliations, reconciliation_differences, shops,
    webhook_endpoints, webhook_deliveries`;
  await settle(desk.db, []);
});

type Number = { path: string; count: string };

/** Every number of the page, and where it leads. */
const numbersOf = (html: string): Number[] => {
  const tiles = [...html.matchAll(/<a href="([^"]+)"><span class="count">([^<]+)<\/span>/g)];
  const reasons = [...html.matchAll(/<td class="number"><a href="([^"]+)">([^<]+)<\/a>/g)];
  return [...tiles, ...reasons].map(([, path = '', count = '']) => ({
    ...{ path: path.replaceAll('&amp;', '&'), count },
  }));
};

/** How many rows the list has, by its file and by turning its pages. */
const rowsOf = async (path: string): Promise<[number, number]> => {
  const [page = '', query = ''] = path.split('?');
  const { html: csv } = await desk.read(`${page}.csv?${query}`);
  let turned = 0;
  let next: string | undefined = path;
  while (next !== undefined) {
    const { html } = await desk.read(next);
    turned += html.match(/<th scope="row"/g)?.length ?? 0;
    next = html.match(/<a href="([^"]+)">Next page/)?.[1]?.replaceAll('&amp;', '&');
  }
  return [csv.trimEnd().split('\r\n').length - 1, turned];
};

/** Mails that came back, differences, shops and endpoints in trouble, and as many that are well. */
const trouble = async (count: number): Promise<void> => {
  const { sql } = desk.db;
  await sql`
    insert into messages (order_id, key, kind, class, decision, status, at)
    select 'O-1', 'k' || n, 'confirmation', 'service',
      case n % 3 when 0 then 'failed' else 'sent' end,
      case n % 3 when 1 then 'bounced' when 2 then 'delivered' end,
      now() - n * interval '1 hour'
    from generate_series(1, ${count}::int * 3) n`;
  await sql`
    insert into reconciliations (run_id, started_at, finished_at, since)
    select gen_random_uuid(), now() - n * interval '1 hour',
      case when n > 0 then now() end, now() - interval '9 days'
    from generate_series(0, 2) n`;
  await sql`
    insert into reconciliation_differences (run_id, kind, order_id)
    select run_id, 'captured_differs', 'O-' || n from reconciliations, generate_series(1, ${count}::int) n`;
  await sql`
    insert into shops (id, kind, api_base, location, terms, credentials, secrets, state, watermark)
    select 's' || n, 'bigcommerce', 'https://x.test/' || n, 'main', 'prepaid', '', '',
      (array['ok', 'failing', 'gone'])[1 + n % 3], now()
    from generate_series(1, ${count}::int) n`;
  await sql`
    insert into webhook_endpoints (endpoint_id, url, events, personal_data, secrets, state,
      failing_since)
    select 'e' || n, 'https://x.test', '{}', false, '[]',
      case n % 4 when 0 then 'disabled' else 'enabled' end,
      case n % 4 when 1 then now() end
    from generate_series(1, ${count}::int) n`;
  await sql`
    insert into webhook_deliveries (endpoint_id, key, type, subject, due_at)
    select 'e' || n, 'k', 'backorder.shipped', 's', now() - n * interval '3 minutes'
    from generate_series(1, ${count}::int) n`;
};

describe('Today', () => {
  it('shows numbers that are the rows of the lists behind them', async () => {
    const led = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(people, fc.integer({ min: 0, max: 40 }), async (population, count) => {
        await desk.db.sql`truncate messages, reconciliations, reconciliation_differences, shops,
          webhook_endpoints, webhook_deliveries`;
        await settle(desk.db, population);
        await trouble(count);
        const { status, html } = await desk.read('/desk', 'viewer');
        expect(status).toBe(200);
        for (const { path, count: shown } of numbersOf(html)) {
          const rows = Number(shown);
          expect(await rowsOf(path), path).toEqual([rows, rows]);
          led.set(path, (led.get(path) ?? 0) + rows);
        }
      }),
      { numRuns: 6, seed: 1 },
    );
    // Ten tiles and some reasons, and none of them was empty throughout.
    expect(led.size).toBeGreaterThan(12);
    expect([...led].filter(([, rows]) => rows === 0)).toEqual([]);
  });

  it('says calmly that nothing waits', async () => {
    const { html } = await desk.read('/desk');
    expect(html).toContain('Nothing waits for a person.');
    expect(numbersOf(html).map(({ count }) => count)).toEqual(Array(10).fill('0'));
  });

  it('has lists that lead to what is known of a shop, an endpoint and a difference', async () => {
    await trouble(3);
    for (const list of ['shops', 'webhooks', 'books']) {
      const { html } = await desk.read(`/desk/today/${list}`);
      const path = html.match(/<a[^>]* href="(\/desk\/plumbing\/[^"]+)"/)?.[1] ?? '';
      expect((await desk.read(path)).status, `${list} ${path}`).toBe(200);
    }
  });

  it('counts no further than a thousand', async () => {
    await trouble(1_500);
    const { html } = await desk.read('/desk');
    const of = (path: string) => numbersOf(html).find((each) => each.path === path)?.count;
    expect([of('/desk/today/books'), of('/desk/today/mail')]).toEqual(['1000+', '111']);
  });

  it('lists all that stands still, of which no more than a hundred ask a person', async () => {
    await desk.db.sql`
      insert into views (order_id, revision, phase, body, next_wake_at)
      select 'P' || n, 1, 'awaiting_stock', '{}', now() - n * interval '1 hour'
      from generate_series(1, 130) n`;
    await desk.db.sql`
      insert into attention (order_id, code, at)
      select 'P' || n, 'parked', now() from generate_series(31, 130) n`;
    const { html } = await desk.read('/desk');
    const of = (path: string) => numbersOf(html).find((each) => each.path === path)?.count;
    expect(of('/desk/today/parked')).toBe('100+');
    expect(of('/desk/orders?attention=parked')).toBeUndefined();
    expect(await rowsOf('/desk/today/parked')).toEqual([130, 130]);
  });

  it('shows what it knows when a part of it cannot be read', async () => {
    await trouble(3);
    await desk.db.sql`alter table messages rename to messages_away`;
    try {
      const { status, html } = await desk.read('/desk');
      expect(status).toBe(200);
      const of = (path: string) => numbersOf(html).find((each) => each.path === path)?.count;
      expect(of('/desk/today/mail')).toBe('Not known just now');
      expect(of('/desk/today/books')).toBe('3');
      expect(html).not.toContain('Nothing waits for a person.');
    } finally {
      await desk.db.sql`alter table messages_away rename to messages`;
    }
  });

  it('waits no longer than two seconds for a part that is slow', async () => {
    let release = () => {};
    const isRead = new Promise<void>((resolve) => {
      release = resolve;
    });
    const lock = await new Promise<{ ended: Promise<unknown> }>((resolve) => {
      const ended = desk.db.sql.begin(async (sql) => {
        await sql`lock table messages in access exclusive mode`;
        // What is awaited would be awaited here as well, so it is handed on within something else.
        queueMicrotask(() => resolve({ ended }));
        await isRead;
      });
    });
    const begun = performance.now();
    const { html } = await desk.read('/desk');
    release();
    await lock.ended;
    expect(performance.now() - begun).toBeLessThan(4_000);
    expect(numbersOf(html).map(({ count }) => count)).toContain('Not known just now');
  });

  it.each(['deadlines', 'mail', 'books', 'shops', 'parked'])(
    'has no page of %s that it never gave',
    async (list) => {
      for (const cursor of ['x', Buffer.from('["\\u0000","a"]').toString('base64url')]) {
        expect((await desk.read(`/desk/today/${list}?cursor=${cursor}`)).status).toBe(404);
      }
    },
  );
});
