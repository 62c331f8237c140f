import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { soon } from '../../../../api/desk/plumbing/known.tsx';
import { OverdueFacts } from '../../../../api/desk/plumbing/overview.tsx';
import { storeDelivery } from '../../../../db/connector/deliveries.ts';
import { putShop } from '../../../../db/connector/shops.ts';
import { storeWebhook } from '../../../../db/http/webhooks.ts';
import { startDeskApp } from '../desk-app.ts';

let desk: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  desk = await startDeskApp();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.db.sql`truncate webhooks, shops, shop_deliveries, webhook_endpoints`;
});

const textOf = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<!-- -->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('how the plumbing stands', () => {
  it('says so of each part, and what an empty one means', async () => {
    const { status, html } = await desk.read('/desk/plumbing', 'viewer');
    const text = textOf(html);
    expect(status).toBe(200);
    for (const says of [
      'PostgreSQL ok',
      'Temporal unreachable',
      'Version 0.1.0',
      'Nothing stands still that should move.',
      'refused: their signing secret is not set',
      'Nobody is told of events.',
      'No shop on a hosted platform is connected.',
      'Last finished never',
    ]) {
      expect(text).toContain(says);
    }
    expect(text).not.toContain('ot known');
  });

  it('counts what waits, by sender and by shop', async () => {
    const { sql } = desk.db;
    for (const eventId of ['evt_1', 'evt_2']) {
      await storeWebhook(sql, { sender: 'stripe', eventId, type: 'refund.failed', about: {} });
    }
    await sql`update webhooks set attempts = 3 where event_id = 'evt_1'`;
    await putShop(sql, {
      ...{ id: 'shoes', kind: 'bigcommerce', apiBase: 'https://api.example', location: 'main' },
      ...{ terms: 'prepaid', mandate: null, credentials: 'sealed', secrets: 'sealed' },
    });
    await storeDelivery(sql, { shop: 'shoes', deliveryId: 'd1', about: { orderId: '1' } });
    await sql`update shops set state = 'failing', last_error = 'It <b>failed</b>'`;
    const { html } = await desk.read('/desk/plumbing');
    const text = textOf(html);
    expect(text).toMatch(/Not handled yet 2, the oldest since .* Of these tried more than once 1/);
    expect(text).toMatch(/shoes failing last pull: none yet.*to be looked at: 1, the oldest since/);
    expect(html).toContain('It &lt;b&gt;failed&lt;/b&gt;');
  });

  it('leads from what stands still to a list that there is', async () => {
    const html = renderToStaticMarkup(
      OverdueFacts({ overdue: { parked: 1_234, news_late: 0, orphaned: 1 }, base: '' }),
    );
    expect(html).toContain('1,234 orders');
    expect(html).toContain('1 order<');
    const paths = [...html.matchAll(/href="([^"]+)"/g)].map(([, path = '']) => path);
    expect(paths).toEqual(['/desk/today/parked', '/desk/orders?attention=orphaned']);
    for (const path of paths) expect((await desk.read(path)).status).toBe(200);
  });

  it('shows no address of an endpoint, which may open a door', async () => {
    const url = 'https://93.184.216.34/services/T0/very-secret';
    await desk.call('PUT', '/v1/webhook-endpoints/slack', {
      body: { url, events: ['backorder.placed'] },
    });
    for (const path of ['/desk/plumbing', '/desk/plumbing/endpoints']) {
      expect((await desk.read(path, 'viewer')).html).not.toContain('very-secret');
    }
  });

  it('leaves a part out that does not answer, and shows the rest', async () => {
    await desk.db.sql`alter table shops rename to shops_away`;
    try {
      const { status, html } = await desk.read('/desk/plumbing');
      expect(status).toBe(200);
      expect(textOf(html)).toContain('Not known just now.');
      expect(textOf(html)).toContain('PostgreSQL ok');
    } finally {
      await desk.db.sql`alter table shops_away rename to shops`;
    }
  });

  it('waits for no part longer than it has patience', async () => {
    const never = () => new Promise<string>(() => {});
    expect(await soon({ warn: () => {} }, never, 10)).toBeUndefined();
    expect(await soon({ warn: () => {} }, async () => 'seen', 1_000)).toBe('seen');
  });
});

describe('webhooks in', () => {
  const store = (sender: 'stripe' | 'resend', eventId: string, about: object = {}) =>
    storeWebhook(desk.db.sql, { sender, eventId, type: 'refund.failed', about });

  it('are listed with the orders that they are about', async () => {
    const orderId = await desk.placeAnother();
    await store('stripe', 'evt_<1>', { intentId: 'pi_1', orderId });
    const { html } = await desk.read('/desk/plumbing/webhooks', 'viewer');
    expect(html).toContain(`/desk/orders/${orderId}`);
    expect(html).toContain('pi_1');
    expect(html).toContain('evt_&lt;1&gt;');
    expect(html).not.toContain('once more');
  });

  it('are narrowed by sender, state and id, and paged', async () => {
    for (let nth = 0; nth < 60; nth++) {
      await store('stripe', `evt_${nth}`);
      await desk.db.sql`
        update webhooks set received_at = now() - ${nth}::int * interval '1 minute'
        where event_id = ${`evt_${nth}`}`;
    }
    await store('resend', 'msg_1');
    await desk.db.sql`update webhooks set handled_at = now() where event_id <> 'evt_7'`;
    const idsIn = async (query: string): Promise<string[]> => {
      const { html } = await desk.read(`/desk/plumbing/webhooks?${query}`);
      return [...html.matchAll(/<th scope="row"><span class="id roomy">([^<]+)/g)].map(
        ([, id]) => id ?? '',
      );
    };
    expect(await idsIn('sender=resend')).toEqual(['msg_1']);
    expect(await idsIn('state=open')).toEqual(['evt_7']);
    expect(await idsIn('event=evt_3')).toEqual(['evt_3']);
    const first = await desk.read('/desk/plumbing/webhooks?sender=stripe');
    const next = /href="\/desk\/plumbing\/webhooks\?([^"]+cursor=[^"]+)"/.exec(first.html)?.[1];
    const rest = await idsIn((next ?? '').replaceAll('&amp;', '&'));
    expect(rest).toEqual(Array.from({ length: 10 }, (_, nth) => `evt_${nth + 50}`));
    expect((await desk.read('/desk/plumbing/webhooks?cursor=bad')).status).toBe(422);
  });

  it('are handled once more by a manager alone, who is told what will follow', async () => {
    await store('stripe', 'evt/a:b');
    await desk.db.sql`update webhooks set handled_at = now()`;
    const path = `/desk/plumbing/webhooks/stripe/${encodeURIComponent('evt/a:b')}/replay`;
    expect((await desk.read(path, 'support')).status).toBe(403);
    expect((await desk.send(path, { step: 'do' }, 'buyer')).status).toBe(403);
    const asked = await desk.read(path);
    expect(textOf(asked.html)).toContain('look at Stripe again');
    const { status, location } = await desk.send(path, { step: 'do' });
    expect([status, location]).toEqual([303, '/desk/plumbing/webhooks']);
    expect((await desk.db.sql`select from webhooks where handled_at is null`).count).toBe(1);
    const gone = await desk.read('/desk/plumbing/webhooks/stripe/none/replay');
    expect(gone.status).toBe(404);
  });
});
