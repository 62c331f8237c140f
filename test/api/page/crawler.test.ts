import { Hono } from 'hono';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../../api/config.ts';
import type { Db } from '../../../db/client.ts';
import { putProduct } from '../../../db/storefront/products.ts';
import { type Served, serveApp } from '../../../dev/server.ts';
import { findFreePort } from '../../../dev/service/ports.ts';
import {
  classOf,
  type MessageKind,
  messageKinds,
} from '../../../workflows/domain/backorder/message-kind.ts';
import { askedChange, sendKind } from '../../activities/mail/outgoing.ts';
import { place, receive } from '../../db/cast.ts';
import { chromiumPath, openBrowser } from '../../support/page/browser.ts';
import { providerScript } from '../provider-script.ts';
import { startTestApp } from '../test-app.ts';
import { askToConfirm, cancel, lantern, say, ship } from './cast.ts';
import { informed, missed } from './law/cast.ts';

/** Mails that lead to no page of the order. */
const placeOf: Partial<Record<MessageKind, string>> = {
  'address-confirm': '/a/:token',
  'address-changed': '/find',
};

/** Where a notice is answered, and a contract withdrawn from. */
const ofTheLaw = ['/b/:token/answer', '/b/:token/withdraw'];

/** Scanners of mail follow links and run scripts, so nothing may come of either. */
describe.skipIf(chromiumPath === undefined)('whoever follows every link of every mail', () => {
  let shop: Awaited<ReturnType<typeof startTestApp>>;
  let served: Served;
  let browser: Browser;
  let origin: string;
  const mails = new Map<MessageKind, string[]>();

  beforeAll(async () => {
    const port = await findFreePort();
    origin = `http://127.0.0.1:${port}`;
    const jsUrl = `http://localhost:${port}/stripe.js`;
    const stripe = { webhookSecrets: [], publishableKey: 'pk_test_1', jsUrl };
    shop = await startTestApp({ shop: lantern, publicUrl: origin, stripe });
    const app = new Hono()
      .get('/stripe.js', (c) => c.body(providerScript, 200, { 'Content-Type': 'text/javascript' }))
      .mount('/', shop.app.fetch);
    [served, browser] = await Promise.all([serveApp(app, port), openBrowser()]);
    await describeLamp(shop.db);
    await shop.db.sql`
      insert into address_changes (id, order_id, email, expires_at)
      values (${askedChange}, 'of-address-confirm', 'new@example.org', now() + interval '1 day')`;
    for (const kind of messageKinds) {
      const orderId = `of-${kind}`;
      await place(shop.db, { [orderId]: [kind === 'shipped' ? 'VASE:2' : 'LAMP:2'] });
      await haveLived(shop.db, orderId, kind);
      const { linkSecrets } = parseConfig({});
      const mail = await sendKind({
        ...{ db: shop.db, orderId, kind, secrets: linkSecrets, publicUrl: origin },
      });
      mails.set(kind, linksIn(`${mail.html}\n${mail.text}\n${Object.values(mail.headers)}`));
    }
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await shop?.close();
  });

  /** Follows the links, and those of the pages that they lead to; returns the paths it has seen. */
  const follow = async (
    context: BrowserContext,
    links: readonly string[],
    { until }: { until: 'networkidle' | 'load' },
  ): Promise<string[]> => {
    const page = await context.newPage();
    const seen = new Set<string>();
    const open = [...links];
    for (let url = open.shift(); url !== undefined; url = open.shift()) {
      const address = url.replace(/#.*$/, '');
      if (seen.has(address)) continue;
      seen.add(address);
      if (address.endsWith('/data')) {
        // A file to keep, which no page shows.
        expect((await fetch(address)).status, address).toBe(200);
        continue;
      }
      const answer = await page.goto(address);
      expect(answer?.status(), address).toBe(200);
      if (!address.startsWith(origin)) continue;
      // Whatever a script of the page does by itself it has done then.
      await page.waitForLoadState(until);
      open.push(...linksIn(await page.content(), page.url()).filter((to) => to.startsWith(origin)));
    }
    await page.close();
    return [...seen].filter((url) => url.startsWith(origin)).map((url) => new URL(url).pathname);
  };

  it.each([true, false])(
    'changes nothing, where scripts run: %s',
    async (javaScriptEnabled) => {
      const context = await browser.newContext({ javaScriptEnabled });
      // Websites of others are there, and not our business.
      await context.route(
        (url) => url.origin !== origin && !url.href.endsWith('/stripe.js'),
        (route) => route.fulfill({ body: '<title>elsewhere</title>', contentType: 'text/html' }),
      );
      const before = await allRows(shop.db);
      const followed = [...mails].map(async ([kind, links]) => {
        const until = javaScriptEnabled ? 'networkidle' : 'load';
        const seen = await follow(context, links, { until });
        const pages = seen.map((path) => path.replace(/[^/]+(?=\/|$)/g, nameOf));
        const isOffered = classOf(kind) === 'relationship';
        expect(pages, kind).toContain(placeOf[kind] ?? '/b/:token');
        expect(pages.includes('/u/:token'), kind).toBe(isOffered);
        if (kind === 'delay-notice') expect(pages).toEqual(expect.arrayContaining(ofTheLaw));
      });
      await Promise.all(followed);
      await context.close();
      expect(await allRows(shop.db)).toEqual(before);
      expect(shop.acts.asked).toEqual([]);
      expect(shop.kicks).toEqual({ count: 0, hints: 0, shops: 0 });
    },
    180_000,
  );

  it('would be seen to press a button', async () => {
    const before = await allRows(shop.db);
    const [link = ''] = (mails.get('countdown') ?? []).filter((each) => each.includes('/u/'));
    await fetch(link, { method: 'POST' });
    expect(await allRows(shop.db)).not.toEqual(before);
  });
});

/** The name of a page in a path, and one name for every token. */
const nameOf = (part: string): string => (part.length > 20 ? ':token' : part);

const describeLamp = (db: Db) =>
  putProduct(db.sql, {
    product: {
      ...{ sku: 'LAMP', title: 'Brass lamp', url: 'https://shop.example.org/lamp' },
      ...{ imageUrl: 'https://shop.example.org/lamp.png', highlights: ['Turned by hand.'] },
      ...{ related: [], backorderLimit: null, handlingDays: 0 },
    },
    bodyHash: 'lamp',
  });

/** What a mail of that kind follows upon. */
const haveLived = async (db: Db, orderId: string, kind: MessageKind): Promise<void> => {
  if (kind === 'payment-problem') return askToConfirm(db, orderId);
  if (kind === 'shipped') {
    await receive(db, 'VASE:2');
    await ship(db, orderId, 1);
  }
  if (kind === 'cancelled') await cancel(db, orderId);
  if (kind === 'delay-notice') {
    const { mayAnswer, notice } = informed();
    return say(db, orderId, { law: { ...missed(), mayAnswer, notice } });
  }
  await say(db, orderId);
};

/** Every address that the text names, made whole. */
const linksIn = (text: string, base = 'http://none.test'): string[] => {
  const written = [
    ...[...text.matchAll(/<a\s[^>]*href="([^"]+)"/g)].map(([, href = '']) => href),
    ...[...text.matchAll(/(?<![="\w])https?:\/\/[^\s<>",]+/g)].map(([href]) => href),
  ];
  const whole = written.map((href) => new URL(href.replaceAll('&amp;', '&'), base).href);
  return [...new Set(whole.filter((href) => href.startsWith('http')))];
};

/** Every row of every table, but for what counts who asks how often. */
const allRows = async ({ sql }: Db): Promise<Record<string, string[]>> => {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'address_counts'
    order by table_name`;
  const rows = tables.map(async ({ name }) => {
    const all = await sql<{ row: string }[]>`
      select t::text as row from ${sql(name)} t order by t::text`;
    return [name, all.map(({ row }) => row)] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
};
