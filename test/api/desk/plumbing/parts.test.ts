import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PlatformKinds } from '../../../../api/connector/port.ts';
import { findShop } from '../../../../db/connector/shops.ts';
import { createFakePlatform } from '../../../support/connector/fake-platform.ts';
import { assemble } from '../../test-app.ts';
import { sessionOf, startDeskApp } from '../desk-app.ts';

let desk: Awaited<ReturnType<typeof startDeskApp>>;
let shops: ReturnType<typeof assemble>;
const fake = createFakePlatform();

beforeAll(async () => {
  desk = await startDeskApp({
    overrides: { 'en-GB': { parts: {}, confirmation: { subject: 'Ta <for> {order}' } } } as never,
    notes: ['colour #ccc is darkened to #767676 on light grounds'],
  });
  shops = assemble(desk.db, {}, desk.db, { bigcommerce: fakeKind() });
  fake.connect(async (path, init) => shops.app.request(path, init));
});
afterAll(async () => {
  await shops.readiness.close();
  await desk.close();
});

/** The fake platform under the name that the page connects, with the secrets that it asks for. */
const fakeKind = (): PlatformKinds[string] => {
  const [kind] = Object.values(fake.platforms);
  if (!kind) throw new Error('the fake is of one kind');
  const known = { secret: 'the-secret-of-the-shop' };
  return {
    ...kind,
    credentials: { safeParse: (data: unknown) => ({ success: true, data }) } as never,
    secretOf: () => known.secret,
  };
};

const text = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<!-- -->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

/** As the manager, at the app that knows the fake platform. */
const send = async (path: string, fields: Record<string, string>) => {
  const { cookie, csrf } = sessionOf('manager');
  const body = new URLSearchParams({ csrf, ...fields });
  const response = await shops.app.request(path, {
    ...{ method: 'POST', body },
    headers: { Cookie: cookie },
  });
  const location = response.headers.get('Location');
  return { status: response.status, location, html: await response.text() };
};

const wishes = { id: 'shoes', terms: 'prepaid', apiBase: 'http://127.0.0.1:9/shoes' };
const secrets = { storeHash: 'abc', accessToken: 'tok-9f2', clientSecret: 'sec-7d1' };
const connect = (changes: object = {}) =>
  send('/desk/plumbing/connect-shop', { step: 'do', ...wishes, ...secrets, ...changes });

describe('a shop', () => {
  beforeEach(async () => {
    await desk.db.sql`truncate shops, shop_deliveries, audit`;
    shops.logged.length = 0;
  });

  it('is connected, and its credentials are in no page, log or audit', async () => {
    const asked = await send('/desk/plumbing/connect-shop', { step: 'preview', ...wishes });
    expect(asked.html).toMatch(/id="accessToken" type="password"/);
    expect(text(asked.html)).toContain(`What is entered below goes to ${wishes.apiBase}`);
    const { status, location } = await connect();
    expect([status, location]).toEqual([303, '/desk/plumbing/shops/shoes']);
    const page = await desk.read('/desk/plumbing/shops/shoes');
    expect(text(page.html)).toContain('taken by the platform');
    const left = JSON.stringify([
      page.html,
      await desk.db.sql`select * from audit`,
      await desk.db.sql`select * from shops`,
      shops.logged,
    ]);
    expect(left).not.toMatch(/tok-9f2|sec-7d1/);
  });

  it('that is refused says why, without what was typed in secret', async () => {
    const { status, html } = await connect({ apiBase: 'https://10.0.0.1' });
    expect(status).toBe(422);
    expect(html).toContain('/apiBase');
    expect(html).not.toMatch(/tok-9f2|sec-7d1/);
    expect(html).toContain('value="shoes"');
  });

  it('is tested, asked for changes, and left, which is told beforehand', async () => {
    await connect();
    const test = await send('/desk/plumbing/shops/shoes/test', {});
    expect([test.status, test.html.includes('One line for each permission')]).toEqual([200, true]);
    expect((await send('/desk/plumbing/shops/shoes/sync', {})).status).toBe(303);
    const path = '/desk/plumbing/shops/shoes/disconnect';
    expect(text((await desk.read(path)).html)).toContain('Its orders here stay');
    expect((await send(path, { step: 'do' })).location).toBe('/desk/plumbing/shops');
    expect(await findShop(desk.db.sql, 'shoes')).toBeUndefined();
  });

  it('shows what it named, and looks at it once more', async () => {
    await connect();
    await desk.db.sql`
      insert into shop_deliveries (shop, delivery_id, about, handled_at, detail) values
        ('shoes', 'pull/1/7', '{"orderId":"7"}', now(), null),
        ('shoes', 'x', '"gone"', null, 'It <b> failed')`;
    const open = await desk.read('/desk/plumbing/shops/shoes', 'viewer');
    expect(text(open.html)).toContain('the shop has removed us');
    expect(open.html).not.toContain('pull/1/7');
    const all = await desk.read('/desk/plumbing/shops/shoes?state=all');
    const replay = '/desk/plumbing/shops/shoes/deliveries/pull%2F1%2F7/replay';
    expect(all.html).toContain(`href="${replay}"`);
    expect(text((await desk.read(replay)).html)).toContain('order 7 there');
    expect((await send(replay, { step: 'do' })).location).toBe('/desk/plumbing/shops/shoes');
    const rows = await desk.db.sql`select from shop_deliveries where handled_at is null`;
    expect(rows.count).toBe(2);
  });

  it('is the business of managers alone', async () => {
    await connect();
    for (const act of ['shops/shoes/test', 'shops/shoes/sync', 'shops/shoes/disconnect']) {
      const sent = await desk.send(`/desk/plumbing/${act}`, { step: 'do' }, 'support');
      expect(sent.status, act).toBe(403);
    }
    expect((await desk.read('/desk/plumbing/connect-shop', 'buyer')).status).toBe(403);
    expect((await desk.read('/desk/plumbing/shops/shoes', 'buyer')).html).not.toContain(
      '<form method="post" action="/desk/plumbing',
    );
  });
});

describe('reconciliation', () => {
  it('lists runs and differences with the order and the intent, and starts one', async () => {
    expect(text((await desk.read('/desk/plumbing/books', 'viewer')).html)).toContain(
      'No comparison has finished yet',
    );
    await desk.db.sql`
      with run as (
        insert into reconciliations (run_id, since, finished_at)
        values ('0190c0de-0000-4000-8000-000000000001', now(), now()) returning run_id
      )
      insert into reconciliation_differences (run_id, kind, order_id, provider_intent_id, ours)
      select run_id, 'captured_differs', 'O:1', 'pi_<1>', '{"captured":100}' from run`;
    const { html } = await desk.read('/desk/plumbing/books', 'viewer');
    expect(html).toContain('/desk/orders/O%3A1');
    expect(html).toContain('dashboard.stripe.com/test/payments/pi_%3C1%3E');
    expect(text(html)).toContain('captured: 100');
    expect(html).not.toContain('books/start');
    const sent = await desk.send('/desk/plumbing/books/start', { step: 'do' });
    expect(sent.location).toBe('/desk/plumbing/books');
    const other = '/desk/plumbing/books?run=0190c0de-0000-4000-8000-000000000009';
    expect((await desk.read(other)).status).toBe(404);
  });
});

describe('uploads', () => {
  const rows = 'sku,title\r\nLAMP,"A ""lamp"", green"\r\n';
  const path = '/desk/plumbing/send-rows';

  it('are sent from the page, once however often, and shown with what failed', async () => {
    const preview = await desk.send(path, { step: 'preview', kind: 'products', rows }, 'buyer');
    expect(text(preview.html)).toContain('1 row of products');
    const actId = '7f1c1f3e-2f6f-4c0e-9a55-3a1f0c9f2a12';
    const form = { step: 'do', kind: 'products', rows, actId };
    const first = await desk.send(path, form, 'buyer');
    const second = await desk.send(path, form, 'buyer');
    expect(first.location).toMatch(/^\/desk\/plumbing\/uploads\/i-/);
    expect(second.location).toBe(first.location);
    await desk.db.sql`
      update imports set state = 'done', done = 1, failed = 1, ended_at = now()`;
    await desk.db.sql`
      update import_rows set outcome = 'failed', code = 'invalid_request', detail = 'title: <no>'`;
    const one = await desk.read(first.location ?? '', 'viewer');
    expect(one.html).toContain('title: &lt;no&gt;');
    const list = await desk.read('/desk/plumbing/uploads', 'viewer');
    expect(list.html).toContain(first.location ?? 'none');
    expect(list.html).not.toContain('send-rows');
  });

  it('say what is wrong with the whole of them, beside what was pasted', async () => {
    const form = { step: 'do', kind: 'products', rows: 'sku,colour\nLAMP,red\n' };
    const { status, html } = await desk.send(path, form);
    expect(status).toBe(422);
    expect(html).toContain('colour');
    expect(html).toContain('LAMP,red');
  });

  /** As a browser sends the page's form with a file. */
  const sendFile = async (
    file: string | Uint8Array<ArrayBuffer>,
    { step = 'preview', kind = 'products', csrf = sessionOf('manager').csrf } = {},
  ) => {
    const body = new FormData();
    const fields = { csrf, step, kind, rows: '', actId: randomUUID() };
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append('file', new Blob([file], { type: 'application/vnd.ms-excel' }), 'rows.csv');
    const headers = { Cookie: sessionOf('manager').cookie };
    const { status, ...response } = await answerTo(path, { method: 'POST', headers, body });
    return { status, ...response };
  };

  const answerTo = async (at: string, init: RequestInit) => {
    const response = await desk.app.request(at, init);
    const location = response.headers.get('Location');
    return { status: response.status, location, html: await response.text() };
  };

  const lines = (count: number) =>
    `sku,title\r\n${Array.from({ length: count }, (_, n) => `S-${n},Lamp ${n}\r\n`).join('')}`;

  it('may be a file larger than any other form, and go on as what was pasted', async () => {
    const preview = await sendFile(lines(50_000));
    expect(preview.status).toBe(200);
    expect(text(preview.html)).toContain('50,000 rows of products');
    expect(preview.html).toMatch(/enctype="multipart\/form-data"/i);
    const done = await sendFile(lines(3), { step: 'do' });
    expect(done.location).toMatch(/^\/desk\/plumbing\/uploads\/i-/);
    const { html } = await desk.read(done.location ?? '', 'viewer');
    expect(text(html)).toContain('of 3 are done');
  });

  it('may begin with the mark that some programs put there', async () => {
    const { status, html } = await sendFile(`\uFEFF${lines(1)}`);
    expect([status, text(html).includes('Columns: sku, title')]).toEqual([200, true]);
  });

  it.each([
    ['too large', new Uint8Array(4 * 1024 * 1024 + 1).fill(97), 413, '4 MB'],
    ['far too large', new Uint8Array(6 * 1024 * 1024).fill(97), 413, '4 MB'],
    ['no text', new Uint8Array([80, 75, 3, 4, 0, 0]), 422, 'This file is no text'],
    ['in another encoding', new Uint8Array([0x73, 0xe9]), 422, 'This file is no text'],
    ['without the columns', 'sku,colour\nLAMP,red\n', 422, 'colour'],
    ['without a line', '', 422, 'The file is empty'],
    ['with a line of other cells', 'sku,title\nLAMP\n', 422, 'LAMP'],
  ])(
    'that are %s are refused before anything is done, on a page',
    async (_, file, status, says) => {
      const { total } = await count();
      const answer = await sendFile(file);
      expect([answer.status, answer.html.includes(says)]).toEqual([status, true]);
      expect(answer.html).toContain('<!doctype html>');
      expect((await sendFile(file, { step: 'do' })).status).toBe(status);
      expect(await count()).toEqual({ total });
    },
  );

  const count = async () => {
    const [row] = await desk.db.sql<
      { total: number }[]
    >`select count(*)::int as total from imports`;
    return { total: row?.total ?? 0 };
  };

  it('come from our own page alone, also as a file', async () => {
    expect((await sendFile(lines(1), { csrf: 'guessed' })).status).toBe(403);
    const headers = {
      Cookie: sessionOf('manager').cookie,
      'Content-Type': 'multipart/form-data; boundary=x',
    };
    const broken = await answerTo(path, { method: 'POST', headers, body: 'no part of it' });
    expect(broken.status).toBe(403);
  });

  it('that are pasted are too long for other forms, which say so on a page', async () => {
    const form = { step: 'preview', reason: 'x'.repeat(300 * 1024) };
    const { status, html } = await desk.send('/desk/products/LAMP/receive', form);
    expect([status, html.includes('That is too long')]).toEqual([413, true]);
  });

  it('of orders are the business of those who take orders in', async () => {
    expect((await desk.read(path, 'support')).status).toBe(403);
    const form = { step: 'do', kind: 'backorders', rows: 'orderId\nO1\n' };
    expect((await desk.send(path, form, 'buyer')).status).toBe(403);
  });
});

describe('the brand and the words', () => {
  it('are shown as they were read, with their contrast and what they replace', async () => {
    const { status, html } = await desk.read('/desk/plumbing/brand', 'viewer');
    expect(status).toBe(200);
    const said = text(html);
    expect(said).toMatch(/Colour on light #1f2328 , contrast \d+\.\d to 1/);
    expect(said).toContain('colour #ccc is darkened');
    expect(said).toContain('confirmation.subject');
    expect(said).toContain('Ta &lt;for&gt; {order}');
    expect(said).toContain('lawNotice.');
  });
});
