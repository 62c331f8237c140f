import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../../workflows/domain/desk/role.ts';
import { place, receive } from '../../../db/cast.ts';
import { inDays } from '../../../support/lives/story.ts';
import { startDeskApp } from '../desk-app.ts';

let desk: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  desk = await startDeskApp();
});
afterAll(() => desk.close());

const pathOf = (sku: string) => `/desk/products/${encodeURIComponent(sku)}`;

const put = (sku: string, body: object) =>
  desk.call('PUT', `/v1/products/${encodeURIComponent(sku)}`, { body });

const get = async (sku: string) =>
  (await desk.call('GET', `/v1/products/${encodeURIComponent(sku)}`)).body;

/** The hidden fields of a page's form, as the browser would send them again. */
const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, plain(value)],
    ),
  );

const plain = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Characters that are not alike, so that they pack badly. */
const randomText = (length: number): string =>
  Array.from({ length }, () =>
    String.fromCodePoint(0x4e00 + Math.floor(Math.random() * 3_000)),
  ).join('');

/** Opens the form and sends it with these fields, as one person at one moment. */
const openEdit = async (sku: string, as: Role = 'buyer') => {
  const { html } = await desk.read(`${pathOf(sku)}/edit`, as);
  const { csrf: _, ...hidden } = hiddenIn(html);
  return (fields: Record<string, string>) =>
    desk.send(`${pathOf(sku)}/edit`, { ...hidden, handlingDays: '0', ...fields }, as);
};

describe('the list of products', () => {
  beforeAll(async () => {
    await put('LIST-1', { title: 'Oak bed', backorderLimit: 5 });
    await place(desk.db, { 'L-1': ['LIST-2:3'] });
    await receive(desk.db, 'LIST-3:4');
  });

  it('names every SKU that is known, and how it stands', async () => {
    const { status, html } = await desk.read('/desk/products?q=LIST', 'viewer');
    expect(status).toBe(200);
    for (const words of ['LIST-1', 'Oak bed', '5 of 5 left', 'LIST-2', 'not described', 'LIST-3']) {
      expect(html).toContain(words);
    }
    expect(html).toContain('On backorder');
    expect(html).toContain('In stock');
  });

  it('leads from a product to a queue where there is one', async () => {
    for (const sku of ['LIST-1', 'LIST-2']) {
      const { html } = await desk.read(pathOf(sku));
      const { status } = await desk.read(`${pathOf(sku)}/queue`);
      expect(html.includes('The whole queue'), sku).toBe(status === 200);
    }
  });

  it('keeps to what is waited for, and says what an empty list means', async () => {
    const { html } = await desk.read('/desk/products?q=LIST&waited=yes');
    expect(html).toContain('LIST-2');
    expect(html).not.toContain('LIST-1');
    expect((await desk.read('/desk/products?q=NOTHING-LIKE-IT')).html).toContain('No SKU is known');
  });

  it('is a table for spreadsheets too, in which nothing runs as a formula', async () => {
    await put('LIST-4', { title: '=HYPERLINK("https://evil.example")' });
    const { headers, html } = await desk.read('/desk/products.csv?q=LIST', 'viewer');
    expect(headers.get('Content-Type')).toContain('text/csv');
    const [head, first] = html.split('\r\n');
    expect(head).toBe(
      'sku,title,state,on_hand,allocated,waiting,orders,oldest_days,coming,expected_on,limit,limit_left',
    );
    expect(first).toBe('LIST-1,Oak bed,backorder,0,0,0,0,,0,,5,5');
    expect(html).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
  });

  it('refuses a cursor that no page gave, and leads to the form of a new SKU', async () => {
    expect((await desk.read('/desk/products?cursor=rubbish')).status).toBe(422);
    const { status, headers } = await desk.read('/desk/products?describe=A%2FB');
    expect([status, headers.get('Location')]).toEqual([303, '/desk/products/A%2FB/edit']);
  });
});

describe('a product', () => {
  it('shows how it stands, who waits and what comes', async () => {
    await put('ONE', { title: 'Walnut desk', backorderLimit: 4 });
    await place(desk.db, { 'P-1': ['ONE:2'], 'P-2': ['ONE:1'] });
    await desk.call('PUT', '/v1/supplies/PO:7', {
      body: { sku: 'ONE', quantity: 2, expectedOn: inDays(30), basis: 'the factory' },
    });
    const { status, html } = await desk.read('/desk/products/ONE', 'viewer');
    expect(status).toBe(200);
    expect(html).toContain('Walnut desk');
    expect(html).toContain('4 units may wait at once, and 1 more can be taken now');
    expect(html).toContain('/desk/orders/P-1');
    expect(html).toContain('/desk/supplies/PO%3A7');
    expect(html).toContain('nobody knows');
    expect((await desk.read('/desk/products/NO-SUCH')).status).toBe(404);
  });

  it('shows what may be done to those who may do it', async () => {
    expect((await desk.read('/desk/products/ONE', 'viewer')).html).not.toContain('Receive stock');
    expect((await desk.read('/desk/products/ONE', 'support')).html).not.toContain('Receive stock');
    const buyer = (await desk.read('/desk/products/ONE', 'buyer')).html;
    expect(buyer).toContain('Receive stock');
    expect(buyer).not.toContain('Give up');
    expect((await desk.read('/desk/products/ONE', 'manager')).html).toContain('Give up');
  });

  it('has its queue with places, and its demand with a chart and tables', async () => {
    const queue = await desk.read('/desk/products/ONE/queue', 'viewer');
    expect(queue.html).toMatch(/1–2.*P-1.*>3<.*P-2/s);
    const demand = await desk.read('/desk/products/ONE/demand', 'viewer');
    expect(demand.html).toContain('role="img"');
    expect(demand.html).toContain('Waiting units by week of the wait');
  });
});

describe('the form of a product', () => {
  it('adds, then changes what is said of an SKU', async () => {
    const send = await openEdit('NEW-1');
    const saved = await send({
      ...{ title: 'Lamp', backorderLimit: '0', handlingDays: '2', storys: '1' },
      'story.0.text': 'Turned from\r\none piece',
    });
    expect([saved.status, saved.location]).toEqual([303, '/desk/products/NEW-1/edit']);
    expect(await get('NEW-1')).toMatchObject({
      ...{ title: 'Lamp', backorderLimit: 0, handlingDays: 2 },
      highlights: ['Turned from one piece'],
    });
    const again = await openEdit('NEW-1');
    expect((await again({ title: 'Brass lamp' })).status).toBe(303);
    expect(await get('NEW-1')).toMatchObject({ title: 'Brass lamp', backorderLimit: null });
  });

  it('is sent twice as if it had been sent once', async () => {
    const send = await openEdit('TWICE');
    expect((await send({ title: 'Twice' })).status).toBe(303);
    expect((await send({ title: 'Twice' })).status).toBe(303);
  });

  it('of two who edit at once, stops the second and says what changed meanwhile', async () => {
    await put('DUO', { title: 'Duo', backorderLimit: 9 });
    const [first, second] = [await openEdit('DUO', 'buyer'), await openEdit('DUO', 'manager')];
    expect((await first({ title: 'Duo', backorderLimit: '3' })).status).toBe(303);
    const refused = await second({ title: 'Trio', backorderLimit: '9' });
    expect(refused.status).toBe(412);
    expect(refused.html).toContain('Somebody changed this product while you edited it.');
    expect(refused.html).toMatch(/How many units may wait.*<bdi>9<\/bdi>.*<bdi>3<\/bdi>/s);
    expect(refused.html).toContain('value="Trio"');
    expect(await get('DUO')).toMatchObject({ title: 'Duo', backorderLimit: 3 });
    const { csrf: _, ...hidden } = hiddenIn(refused.html);
    const forced = await desk.send(`${pathOf('DUO')}/edit`, { ...hidden, title: 'Trio' });
    expect(forced.status).toBe(303);
    expect(await get('DUO')).toMatchObject({ title: 'Trio' });
  });

  it('of two who describe a new SKU at once, stops the second', async () => {
    const [first, second] = [await openEdit('BOTH'), await openEdit('BOTH')];
    expect((await first({ title: 'Mine' })).status).toBe(303);
    expect((await second({ title: 'Yours' })).status).toBe(412);
    expect(await get('BOTH')).toMatchObject({ title: 'Mine' });
  });

  it('says at its field what the API refuses, and keeps what was typed', async () => {
    const send = await openEdit('BAD');
    const { status, html } = await send({
      ...{ title: '', url: 'javascript:alert(1)', backorderLimit: 'many', storys: '2' },
      ...{ 'story.1.title': 'A headline', 'story.1.text': '' },
      ...{ others: '1', 'other.0.title': 'Pad', 'other.0.url': 'data:text/html,x' },
    });
    expect(status).toBe(422);
    for (const field of [...['title', 'url', 'backorderLimit', 'story.1.text', 'other.0.url']]) {
      expect(html, field).toContain(`id="${field}-note" class="fault"`);
    }
    expect(html).toContain('value="javascript:alert(1)"');
    expect(html).not.toContain('href="javascript:');
    expect((await desk.call('GET', '/v1/products/BAD')).status).toBe(404);
  });

  it('is rearranged without being saved', async () => {
    const send = await openEdit('ORDERED');
    const fields = { title: 'Typed', storys: '2', 'story.0.text': 'a', 'story.1.text': 'b' };
    const { status, html } = await send({ ...fields, do: 'up.story.1' });
    expect(status).toBe(200);
    expect(html).toMatch(/name="story\.0\.text"[^>]*>b<.*name="story\.1\.text"[^>]*>a</s);
    expect(html).toContain('value="Typed"');
    expect((await desk.call('GET', '/v1/products/ORDERED')).status).toBe(404);
  });

  it('keeps forty stories that are too many, and says so', async () => {
    const send = await openEdit('FORTY');
    const stories = Object.fromEntries(
      Array.from({ length: 40 }, (_, nth) => [`story.${nth}.text`, `Story ${nth}`]),
    );
    const { status, html } = await send({ title: 'Forty', storys: '40', ...stories });
    expect(status).toBe(422);
    expect(html).toContain('Story 39');
    expect(html).toMatch(/class="fault">[^<]*20/);
  });

  it('takes twenty long stories in a script that needs many bytes', async () => {
    const send = await openEdit('BIG');
    const stories = Object.fromEntries(
      Array.from({ length: 20 }, (_, nth) => [
        ...[
          [`story.${nth}.title`, `第${nth}話`],
          [`story.${nth}.text`, randomText(1000)],
        ],
      ]).flat(),
    );
    expect((await send({ title: 'Big', storys: '20', ...stories })).status).toBe(303);
    const again = await openEdit('BIG');
    expect((await again({ title: 'Bigger', storys: '20', ...stories })).status).toBe(303);
  });

  it('is for those who may change stock alone', async () => {
    for (const role of ['viewer', 'support'] as const) {
      expect((await desk.read('/desk/products/ONE/edit', role)).status).toBe(403);
      expect((await desk.send('/desk/products/ONE/edit', { title: 'x' }, role)).status).toBe(403);
      expect((await desk.read('/desk/products/ONE/preview', role)).status).toBe(403);
    }
  });
});

describe('a preview', () => {
  const preview = (fields: Record<string, string>) =>
    desk.send('/desk/products/SEEN/preview', fields, 'buyer');

  it('shows mails with what is typed, in a frame that can act upon nothing', async () => {
    const { status, html, headers } = await preview({
      ...{ title: 'Typed <lamp>', show: 'excitement.1', storys: '2', locale: 'de' },
      ...{ 'story.0.text': 'First', 'story.1.title': 'Second', 'story.1.text': 'Told' },
    });
    expect(status).toBe(200);
    expect(html).toContain('Typed &lt;lamp&gt;');
    expect(html).toContain('Second');
    expect(html).not.toContain('First');
    expect(html).toContain('lang="de"');
    const policy = headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain('sandbox');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect((await desk.call('GET', '/v1/products/SEEN')).status).toBe(404);
  });

  it.each(['confirmation', 'countdown', 'ready-to-ship', 'excitement'])(
    'bears anything in the form in %s',
    async (show) => {
      const { status, html } = await preview({
        ...{ show, title: '‏עברית '.repeat(20), url: 'javascript:alert(1)', storys: '1' },
        ...{ imageUrl: 'javascript:alert(2)', 'story.0.text': '</style><script>x', others: '1' },
        ...{ 'other.0.title': 'x', 'other.0.price': 'cheap', 'other.0.currency': '??' },
      });
      expect(status).toBe(200);
      expect(html).not.toContain('javascript:');
      expect(html).not.toContain('<script');
    },
  );

  it('shows what the product page would say with the limit of the form', async () => {
    const say = async (fields: object) => (await preview({ show: 'page', ...fields })).html;
    expect(await say({ backorderLimit: '' })).toMatch(/class="status backorder"/);
    expect(await say({ backorderLimit: '0' })).toMatch(/class="status out_of_stock"/);
    expect(await say({ backorderLimit: '0', locale: 'ar-XB' })).toContain('dir="rtl"');
  });
});

describe('stock', () => {
  const act = async (path: string, fields: Record<string, string>, as: Role = 'buyer') => {
    const page = await desk.read(path, as);
    const { csrf: _, ...hidden } = hiddenIn(page.html);
    const before = { ...hidden, ...fields, step: 'preview' };
    const preview = await desk.send(path, before, as);
    const done = () => desk.send(path, { ...before, step: 'do' }, as);
    return { preview, done };
  };

  it('is received: first who would get it, then who got it, once', async () => {
    await place(desk.db, { 'R-1': ['RECEIVED:2'], 'R-2': ['RECEIVED:4'] });
    await desk.call('PUT', '/v1/supplies/PO-R', {
      body: { sku: 'RECEIVED', quantity: 9, expectedOn: inDays(3), basis: 'x', location: 'main' },
    });
    const path = '/desk/products/RECEIVED/receive';
    const { preview, done } = await act(path, { quantity: '3', supplyId: 'PO-R' });
    expect(preview.html).toMatch(/R-1.*Who is passed over.*R-2/s);
    expect(preview.html).toContain('It takes its units only together');
    const stock = async () => (await desk.call('GET', '/v1/skus/RECEIVED')).body;
    expect(await stock()).toMatchObject({ onHand: 0, waiting: 6 });
    expect((await done()).status).toBe(303);
    expect((await done()).status).toBe(303);
    expect(await stock()).toMatchObject({
      ...{ onHand: 3, allocated: 2, waiting: 4 },
      supplies: [{ supplyId: 'PO-R', quantity: 6 }],
    });
    const audited = await desk.db.sql`
      select operator_id, detail from audit where subject = 'POST /v1/restocks'`;
    expect(audited).toMatchObject([{ operatorId: 'buyer' }, { operatorId: 'buyer' }]);
  });

  it('is counted and adjusted, saying first whose units would be taken back', async () => {
    await place(desk.db, { 'C-1': ['COUNTED:1'], 'C-2': ['COUNTED:1'] });
    await receive(desk.db, 'COUNTED:2');
    const adjust = await act('/desk/products/COUNTED/adjust', { delta: '-1', reason: 'damaged' });
    expect(adjust.preview.html).toMatch(/taken back.*C-2/s);
    expect((await adjust.done()).status).toBe(303);
    expect((await adjust.done()).status).toBe(303);
    const stock = async () => (await desk.call('GET', '/v1/skus/COUNTED')).body;
    expect(await stock()).toMatchObject({ onHand: 1, allocated: 1, waiting: 1 });
    const count = await act('/desk/products/COUNTED/count', { onHand: '5' });
    expect(count.preview.html).toContain('The ledger gains 4.');
    expect((await count.done()).status).toBe(303);
    expect((await count.done()).status).toBe(303);
    expect(await stock()).toMatchObject({ onHand: 5, allocated: 2, waiting: 0 });
  });

  it('says beside the form what is refused', async () => {
    const { preview } = await act('/desk/products/COUNTED/adjust', { delta: '-99' });
    expect(preview.status).toBe(409);
    expect(preview.html).toContain('Only 5 are on hand.');
    expect(preview.html).toContain('value="-99"');
    const odd = await act('/desk/products/COUNTED/receive', { quantity: 'a few' });
    expect(odd.preview.status).toBe(422);
  });

  it.each(['receive', 'count', 'adjust'])('is for buyers and managers: %s', async (what) => {
    for (const role of ['viewer', 'support'] as const) {
      expect((await desk.read(`/desk/products/COUNTED/${what}`, role)).status).toBe(403);
      expect((await desk.send(`/desk/products/COUNTED/${what}`, {}, role)).status).toBe(403);
    }
    expect((await desk.read(`/desk/products/COUNTED/${what}`, 'manager')).status).toBe(200);
  });
});
