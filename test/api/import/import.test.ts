import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '../../../api/access/auth.ts';
import { createImports } from '../../../api/import/run-imports.ts';
import { type Answer, keyOf, startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
let imports: ReturnType<typeof createImports>;

beforeAll(async () => {
  api = await startTestApp();
  imports = createImports(
    { db: api.db, config: { askDays: 7, excitementControl: 0 }, logger: quiet, onNews: () => {} },
    { everyMs: 3_600_000 },
  );
});
afterAll(async () => {
  await imports.close();
  await api.close();
});

const quiet = { warn: () => {}, error: () => {} } as never;

type Options = { as?: Scope | null; type?: string; headers?: Record<string, string> };

const upload = async (kind: string, file: string | ReadableStream, options: Options = {}) => {
  const { as = 'admin', type = 'text/csv', headers = {} } = options;
  const response = await api.app.request(`/v1/import/${kind}`, {
    method: 'POST',
    headers: {
      ...(as && { Authorization: `Bearer ${keyOf(as)}` }),
      'Content-Type': type,
      ...headers,
    },
    body: file,
    ...(file instanceof ReadableStream && { duplex: 'half' }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Answer['body'],
  };
};

const read = async (importId: string, query = '', as: Scope = 'read') =>
  (await api.call('GET', `/v1/import/${importId}${query}`, { as })).body;

/** Uploads a file, does all of it, and says how it stands. */
const run = async (kind: string, lines: string[], options: Options = {}) => {
  const { status, body } = await upload(kind, lines.join('\r\n'), options);
  expect({ status, body }).toMatchObject({ status: 202 });
  while (await imports.work());
  // Nobody delivers it here, and an import waits while there is much of it.
  await api.db.sql`delete from news`;
  return read(body.importId, '?limit=1000');
};

const ok = (line: number, unchanged = false) => ({
  ...{ line, ok: true, code: null, detail: null, unchanged },
});

const refused = (line: number, detail: unknown, code = 'invalid_request') => ({
  ...{ line, ok: false, code, detail, unchanged: false },
});

describe('a file of products', () => {
  const header = 'sku,title,highlights,backorderLimit';

  it('is done row by row, and says of each what became of it', async () => {
    const rows = ['P-1,Lamp,"One\nTwo",5', ',Nobody,,', 'P-2,,,x', 'P-3,=1+1,,'];
    expect(await run('products', [header, ...rows], { as: 'inventory' })).toMatchObject({
      kind: 'products',
      state: 'done',
      ...{ total: 4, done: 4, failed: 2, unchanged: 0, endedAt: expect.any(String) },
      rows: [
        ok(2),
        refused(4, 'sku: Required'),
        refused(5, expect.stringMatching(/^backorderLimit: Expected a whole.*; title: Required$/)),
        ok(6),
      ],
      nextCursor: null,
    });
    const known = await api.db.sql`select sku, title, highlights from products order by sku`;
    expect(known).toEqual([
      { sku: 'P-1', title: 'Lamp', highlights: ['One', 'Two'] },
      { sku: 'P-3', title: '=1+1', highlights: [] },
    ]);
  });

  it('changes nothing when it comes again, and brings back what came between', async () => {
    const file = [header, 'P-4,Lamp,,', 'P-5,Rug,,'];
    expect((await run('products', file)).rows).toEqual([ok(2), ok(3)]);
    expect((await run('products', file)).rows).toEqual([ok(2, true), ok(3, true)]);
    await run('products', [header, 'P-5,Carpet,,']);
    expect((await run('products', file)).rows).toEqual([ok(2, true), ok(3)]);
  });

  it('is as the route has it', async () => {
    await run('products', ['sku,title,handlingDays', 'P-6,Lamp,2']);
    const body = { title: 'Lamp', handlingDays: 2 };
    const answer = await api.call('PUT', '/v1/products/P-6', { body });
    expect(answer.headers.get('Idempotent-Replayed')).toBe('true');
  });
});

describe('a file of stock', () => {
  it('counts each shelf once, however often it comes', async () => {
    const countedAt = '2026-11-23T06:00:00Z';
    const file = [
      'sku,location,onHand,countedAt',
      `S-1,,4,${countedAt}`,
      `S-1,north,2,${countedAt}`,
    ];
    expect((await run('stock', file)).rows).toEqual([ok(2), ok(3)]);
    expect((await run('stock', file)).rows).toEqual([ok(2, true), ok(3, true)]);
    const shelves = await api.db
      .sql`select location, on_hand from stock where sku = 'S-1' order by 1`;
    expect(shelves).toEqual([
      { location: 'main', onHand: 4 },
      { location: 'north', onHand: 2 },
    ]);
  });

  it('is refused where a newer count stands, under its own ids', async () => {
    const file = (id: string, day: number) => [
      'sku,onHand,countedAt,countId',
      `S-2,${day},2026-11-2${day}T06:00:00Z,${id}`,
    ];
    expect((await run('stock', file('c-3', 3))).rows).toEqual([ok(2)]);
    expect((await run('stock', file('c-2', 2))).rows).toMatchObject([
      { ok: false, code: 'count_superseded' },
    ]);
    expect((await run('stock', file('c-3', 4))).rows).toMatchObject([
      { ok: false, code: 'id_reused', detail: expect.stringContaining('c-3') },
    ]);
  });

  it('goes to those who wait', async () => {
    await run('backorders', [orderHeader, order('O-S', 'S-3', 2)]);
    await run('stock', ['sku,onHand,countedAt', `S-3,5,${new Date().toISOString()}`]);
    const { body } = await api.call('GET', '/v1/backorders/O-S');
    expect(body.lines).toMatchObject([{ allocated: 2, waiting: 0 }]);
  });
});

describe('a file of supplies', () => {
  it('announces, and moves the promises that break', async () => {
    await run('backorders', [
      `${orderHeader},promise.on,promise.basis`,
      `${order('O-P', 'U-1')},2099-01-01,fax`,
    ]);
    const header = 'supplyId,sku,quantity,expectedOn,basis';
    const file = [
      header,
      'U-1,U-1,5,2099-02-01,factory',
      'U-2,U-2,5,null,factory',
      'U-3,U-3,5,,factory',
    ];
    expect((await run('supplies', file)).rows).toEqual([
      ok(2),
      ok(3),
      refused(4, 'expectedOn: Expected a date, YYYY-MM-DD'),
    ]);
    const { body } = await api.call('GET', '/v1/supplies/U-1');
    expect(body.broken).toMatchObject([{ orderId: 'O-P', from: '2099-01-01', to: '2099-02-01' }]);
    expect(await run('supplies', file)).toMatchObject({ unchanged: 2, failed: 1 });
  });
});

const orderHeader =
  'orderId,placedAt,customer.email,shipTo.country,lines.sku,lines.quantity,lines.unitPrice.amount,lines.unitPrice.currency,payment.terms,payment.heldBy,payment.reference';

const order = (orderId: string, sku: string, quantity = 1) =>
  `${orderId},2026-01-05T10:00:00Z,ada@example.org,DE,${sku},${quantity},1000,EUR,prepaid,shop,old shop`;

describe('a file of open orders', () => {
  it('brings each with all of its lines, at its old place, unconfirmed', async () => {
    const file = [orderHeader, order('O-1', 'A', 2), 'O-1,,,,B,1,500,EUR,,,', order('O-2', 'A')];
    expect(await run('backorders', file, { as: 'checkout' })).toMatchObject({
      ...{ kind: 'backorders', total: 2, done: 2, failed: 0 },
      rows: [ok(2), ok(4)],
    });
    const { body } = await api.call('GET', '/v1/backorders/O-1');
    expect(body.placedAt).toBe('2026-01-05T10:00:00.000Z');
    expect(body.lines).toMatchObject([
      { id: '1', sku: 'A', quantity: 2, unitPrice: { amount: 1000, currency: 'EUR' } },
      { id: '2', sku: 'B', quantity: 1 },
    ]);
    const [{ imported } = {}] = await api.db
      .sql`select imported from orders where order_id = 'O-1'`;
    expect(imported).toBe(true);
    expect((await run('backorders', file)).rows).toEqual([ok(2, true), ok(4, true)]);
  });

  it('says by line and column what is wrong with an order, and takes none of it', async () => {
    const wrong = order('O-3', 'A').replace('DE', 'Germany');
    const file = [
      orderHeader,
      wrong,
      'O-3,,eve@example.org,,B,none,500,USD,,,',
      order('O-4', 'A', 2),
    ];
    const { rows } = await run('backorders', file);
    expect(rows).toMatchObject([{ line: 2, ok: false, code: 'invalid_request' }, ok(4)]);
    expect(rows[0].detail.split('; ').sort()).toEqual([
      'line 3, customer.email: Not as in line 2',
      expect.stringMatching(/^line 3, lines.quantity: Expected a whole number/),
      expect.stringMatching(/^line 3, lines.unitPrice.currency: Expected EUR/),
      expect.stringMatching(/^shipTo.country: Expected an ISO 3166-1/),
    ]);
    expect((await api.call('GET', '/v1/backorders/O-3')).status).toBe(404);
  });

  it('says so where the order exists with another body', async () => {
    await run('backorders', [orderHeader, order('O-5', 'A')]);
    const { rows } = await run('backorders', [orderHeader, order('O-5', 'A', 7)]);
    expect(rows).toEqual([refused(2, 'The order O-5 has another body.', 'order_exists')]);
  });

  it('is refused as a whole where lines of an order lie apart, or belong to none', async () => {
    const file = [
      orderHeader,
      order('O-6', 'A'),
      order('O-7', 'A'),
      order('O-6', 'B'),
      order('', 'C'),
    ];
    const { status, body } = await upload('backorders', file.join('\n'));
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      { pointer: '/4/orderId', detail: 'The same began in line 2; its lines follow each other' },
      { pointer: '/5/orderId', detail: 'Required in each line of it' },
    ]);
    expect((await api.call('GET', '/v1/backorders/O-6')).status).toBe(404);
  });

  it('leaves no name or address behind, whatever became of the order', async () => {
    await run('backorders', [orderHeader, order('O-8', 'A'), order('O-9', 'A').replace('DE', 'X')]);
    const [left] = await api.db.sql`
      select (select count(*) from import_rows where lines is not null) as lines,
        (select count(*) from imports i join import_rows using (upload_id)
         where (i::text || import_rows::text) like '%ada@%') as addresses`;
    expect(left).toEqual({ lines: 0, addresses: 0 });
  });
});

describe('an upload', () => {
  const file = 'sku,title\nX-1,Lamp\n';

  it.each([
    ['application/json', {}],
    ['text/csv; charset=iso-8859-1', {}],
    ['text/plain', {}],
    ['', {}],
    ['text/csv', { 'Content-Encoding': 'gzip' }],
  ])('of type %s is refused', async (type, headers) => {
    expect(await upload('products', file, { type, headers })).toMatchObject({
      status: 415,
      body: { code: 'unsupported_media_type' },
    });
  });

  it.each(['text/csv; charset=utf-8', 'TEXT/CSV;header=present; charset="UTF-8"'])(
    'of type %s is taken',
    async (type) => expect((await upload('products', file, { type })).status).toBe(202),
  );

  it('needs the scope of its kind, and so does reading what became of it', async () => {
    expect((await upload('products', file, { as: null })).status).toBe(401);
    expect((await upload('products', file, { as: 'checkout' })).status).toBe(403);
    expect((await upload('backorders', file, { as: 'inventory' })).status).toBe(403);
    const { body } = await upload('products', file, { as: 'inventory' });
    const statusOf = async (as: Scope) =>
      (await api.call('GET', `/v1/import/${body.importId}`, { as })).status;
    expect(await statusOf('inventory')).toBe(200);
    expect(await statusOf('read')).toBe(200);
    expect(await statusOf('checkout')).toBe(403);
    expect(await statusOf('support')).toBe(403);
  });

  it('is refused with all that is wrong with its first line', async () => {
    const { status, body } = await upload('stock', 'SKU,onHand,onHand\n');
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      ...['/1/SKU', '/1/onHand', '/1/sku', '/1/countedAt'],
    ]);
  });

  it('is refused with ten thousand columns, of which a hundred are named', async () => {
    const columns = Array.from({ length: 10_000 }, (_, n) => `column${n}`);
    const { status, body } = await upload('products', columns.join(','));
    expect(status).toBe(422);
    expect(body.errors).toHaveLength(100);
    expect(body.detail).toMatch(/^10002 things are wrong/);
  });

  it('is read no further than a first line that is wrong', async () => {
    let sent = 0;
    let isCancelled = false;
    const endless = new ReadableStream({
      pull: (stream) => {
        stream.enqueue(new TextEncoder().encode(sent++ === 0 ? 'titel\n' : 'Lamp\n'.repeat(1_000)));
      },
      cancel: () => {
        isCancelled = true;
      },
    });
    expect((await upload('products', endless)).status).toBe(422);
    await expect.poll(() => isCancelled).toBe(true);
    expect(sent).toBeLessThan(200);
  });

  it('is refused when it is empty, and done at once without rows', async () => {
    expect((await upload('products', '')).status).toBe(422);
    const { body } = await upload('products', 'sku,title\n');
    expect(await read(body.importId)).toMatchObject({ state: 'done', total: 0, rows: [] });
  });

  it('names rows that come twice, and does none of them', async () => {
    const { status, body } = await upload('products', 'sku,title\nX-2,A\nX-3,B\nX-2,C\n');
    expect(status).toBe(422);
    expect(body.errors).toEqual([{ pointer: '/4/sku', detail: 'The same is line 2 already' }]);
    expect(await stored()).toBe(0);
  });

  it('leaves nothing behind when it breaks off, or what follows is no CSV', async () => {
    const cut = new ReadableStream({
      start: (stream) => stream.enqueue(new TextEncoder().encode('sku,title\nX-4,Lamp\nX-5,')),
      pull: (stream) => stream.error(new Error('gone')),
    });
    expect((await upload('products', cut)).status).toBe(500);
    expect((await upload('products', 'sku,title\nX-4,Lamp\nX-5,"Rug\n')).status).toBe(422);
    expect((await upload('products', 'sku,title\nX-4,Lamp\n\0\n')).status).toBe(422);
    expect(await stored()).toBe(0);
  });

  it('says 413 to more than 64 MB, declared or not', async () => {
    const headers = { 'Content-Length': String(64 * 1024 * 1024 + 1) };
    expect((await upload('products', file, { headers })).status).toBe(413);
    let sent = 0;
    const endless = new ReadableStream({
      pull: (stream) => {
        const row = sent === 0 ? 'sku,title\n' : `X-${sent},${'x'.repeat(250_000)}\n`;
        stream.enqueue(new TextEncoder().encode(row));
        sent += row.length;
      },
    });
    const answer = await upload('products', endless);
    expect(answer).toMatchObject({ status: 413, body: { detail: 'A file has at most 64 MB.' } });
    expect(sent).toBeLessThan(66 * 1024 * 1024);
    expect(await stored()).toBe(0);
  });

  it('is the same import under the same Idempotency-Key, whose file is the same', async () => {
    const headers = { 'Idempotency-Key': 'nightly-1' };
    const first = await upload('products', file, { headers });
    const again = await upload('products', file, { headers });
    expect(again).toMatchObject({ status: 202, body: first.body });
    expect(again.headers.get('Idempotent-Replayed')).toBe('true');
    const other = await upload('products', `${file}X-9,Rug\n`, { headers });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
    expect(await stored()).toBe(0);
    const both = await Promise.all(
      [1, 2].map(() => upload('products', file, { headers: { 'Idempotency-Key': 'nightly-2' } })),
    );
    const ids = both.filter(({ status }) => status === 202).map(({ body }) => body.importId);
    expect(new Set(ids).size).toBe(1);
    expect(await stored()).toBe(0);
  });

  /** Uploads that are no import. */
  const stored = async () => (await api.db.sql`select from imports where import_id is null`).count;
});

describe('what became of the rows', () => {
  it('is listed in pages, and those that failed by themselves', async () => {
    const rows = Array.from({ length: 250 }, (_, n) => `L-${n},${n % 50 === 7 ? '' : 'Lamp'}`);
    const { importId } = await run('products', ['sku,title', ...rows]);
    const lines: number[] = [];
    for (let query = ''; ; ) {
      const page = await read(importId, query);
      lines.push(...page.rows.map(({ line }: { line: number }) => line));
      if (page.nextCursor === null) break;
      expect(page.rows).toHaveLength(100);
      query = `?cursor=${page.nextCursor}`;
    }
    expect(lines).toEqual(rows.map((_, index) => index + 2));
    const failed = await read(importId, '?failed=true');
    expect(failed.rows.map(({ line }: { line: number }) => line)).toEqual([9, 59, 109, 159, 209]);
  });

  it('is unknown under an id of nobody, and a cursor of nobody is refused', async () => {
    expect((await api.call('GET', '/v1/import/i-nothing')).status).toBe(404);
    const { importId } = await run('products', ['sku,title']);
    expect((await api.call('GET', `/v1/import/${importId}?cursor=x`)).status).toBe(422);
  });
});
