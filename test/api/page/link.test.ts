import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeView } from '../../../db/backorder/views.ts';
import { signPageToken } from '../../../db/page/page-token.ts';
import type { View } from '../../../workflows/domain/view.ts';
import { tablesWith } from '../../db/tables-with.ts';
import { freeLaw } from '../../support/cast.ts';
import { textOf } from '../../support/page/page-text.ts';
import { checkoutBody } from '../backorder/checkout/checkout-body.ts';
import { startTestApp } from '../test-app.ts';
import { lantern, nothingPaid } from './cast.ts';

const older = 'o'.repeat(32);
const newer = 'n'.repeat(32);

let shop: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  shop = await startTestApp({ shop: lantern, linkSecrets: [newer, older] });
});
afterAll(() => shop.close());

const call = (orderId: string, act: string, body?: unknown, key?: string) =>
  shop.call('POST', `/v1/backorders/${orderId}/${act}`, {
    body,
    headers: key === undefined ? {} : { 'Idempotency-Key': key },
  });

const linkOf = async (orderId: string): Promise<string> =>
  (await shop.call('GET', `/v1/backorders/${orderId}`)).body.links.status;

const open = (link: string, below = '', method = 'GET') =>
  shop.call(method, `${new URL(link).pathname}${below}`, { as: null });

const end = async (orderId: string) => {
  const view: View = {
    phase: 'cancelled',
    promise: { promiseId: 'checkout', on: '2027-01-15' },
    payment: nothingPaid,
    ...{ law: freeLaw, next: null, nextWakeAt: null, attention: [], isSuspended: false },
    outcome: 'cancelled',
  };
  await writeView(shop.db, { orderId, revision: 2, view, entries: [], skippedMs: 0 });
};

describe("an address of a customer's page that is none", () => {
  const secret = { 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' };

  it.each([
    ['cut before its token', () => '/b/'],
    ['with a slash at its end', (path: string) => `${path}/`],
    ['with more at its end', (path: string) => `${path}/car`],
    ['with much more at its end', (path: string) => `${path}/card/1/2`],
  ])('is answered in words for people: %s', async (_what, of) => {
    const { pathname } = new URL(await linkOf(await shop.placeAnother()));
    const { status, headers, body } = await shop.call('GET', of(pathname), { as: null });
    expect(status).toBe(404);
    expect(textOf(String(body))).toContain('Please check that the link is complete');
    expect(Object.fromEntries(headers)).toMatchObject(secret);
  });

  it('leads back to the order where only a form may go', async () => {
    const link = await linkOf(await shop.placeAnother());
    const { status, headers, body } = await open(link, '/paid');
    expect(status).toBe(405);
    expect(headers.get('Allow')).toBe('POST');
    expect(String(body)).toContain(`href="${new URL(link).pathname}">View your order</a>`);
    expect(Object.fromEntries(headers)).toMatchObject(secret);
  });
});

describe("the link to a customer's page", () => {
  it('is kept nowhere, so that a copy of the database opens no page', async () => {
    const orderId = await shop.placeAnother();
    const link = await linkOf(orderId);
    const token = link.split('/').at(-1) ?? '';
    expect((await open(link)).status).toBe(200);
    const { body } = await call(orderId, 'hold', { reason: 'asked to wait' }, `hold-${orderId}`);
    expect(body.links.status).toBe(link);
    expect(await tablesWith(shop.db, 'asked to wait')).toEqual(['orders']);
    expect(await tablesWith(shop.db, token)).toEqual([]);
  });

  it('is put back into an answer that is replayed, as it is by then', async () => {
    const orderId = await shop.placeAnother();
    const first = await call(orderId, 'hold', { reason: 'x' }, `again-${orderId}`);
    const same = await call(orderId, 'hold', { reason: 'x' }, `again-${orderId}`);
    expect(same.body).toEqual(first.body);
    await call(orderId, 'link');
    const later = await call(orderId, 'hold', { reason: 'x' }, `again-${orderId}`);
    expect(later.headers.get('Idempotent-Replayed')).toBe('true');
    expect(later.body.links.status).toBe(await linkOf(orderId));
    expect(later.body.links.status).not.toBe(first.body.links.status);
  });

  it('leads to an order of any id', async () => {
    const orderId = `a.b:c-d_${'e'.repeat(56)}`;
    await shop.call('POST', '/v1/backorders', { body: checkoutBody({ orderId }) });
    expect(textOf((await open(await linkOf(orderId))).body)).toContain(orderId);
  });

  it('opens the page with each secret that is listed, and with no other', async () => {
    const link = { orderId: await shop.placeAnother(), version: 1 };
    const pathOf = (secret: string) => `http://x/b/${signPageToken([secret], link)}`;
    expect(await linkOf(link.orderId)).toContain(signPageToken([newer], link));
    expect((await open(pathOf(newer))).status).toBe(200);
    expect((await open(pathOf(older))).status).toBe(200);
    expect((await open(pathOf('x'.repeat(32)))).status).toBe(404);
  });

  it('leads nowhere when its order is not there', async () => {
    const token = signPageToken([newer], { orderId: 'nobody', version: 1 });
    expect((await open(`http://x/b/${token}`)).status).toBe(404);
  });

  it('is not written to the log when its page fails', async () => {
    const orderId = await shop.placeAnother();
    const path = new URL(await linkOf(orderId)).pathname;
    shop.acts.answer = () => Promise.reject(new Error('broken'));
    const { status } = await shop.call('POST', `${path}/cancel`, {
      as: null,
      body: 'answer=yes',
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    });
    expect(status).toBe(500);
    expect(shop.logged.at(-1)).toMatchObject({
      ...{ msg: 'request failed', method: 'POST', route: '/b/:token/cancel' },
    });
    expect(JSON.stringify(shop.logged)).not.toContain(path);
  });
});

const pagesBelow = [
  ...['/cancel', '/cancel/items', '/card', '/pay', '/returned', '/data'],
  ...['/messages', `/messages/${randomUUID()}`, `/messages/${randomUUID()}/mail`],
];

describe('a replaced link', () => {
  const replaced = async (orderId: string, replace: () => Promise<{ status: number }>) => {
    const old = await linkOf(orderId);
    expect((await replace()).status).toBe(200);
    const link = await linkOf(orderId);
    expect(link).not.toBe(old);
    expect((await open(link)).status).toBe(200);
    return old;
  };

  const expectDead = async (link: string) => {
    for (const below of ['', ...pagesBelow]) {
      const { status, headers, body } = await open(link, below);
      expect(status, below).toBe(410);
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(textOf(body)).toContain('This link was replaced by a new one');
    }
    for (const below of ['/cancel', '/card', '/paid', '/language']) {
      expect((await open(link, below, 'POST')).status, below).toBe(410);
    }
  };

  it('answers 410 in plain words once somebody of the shop asked for a new one', async () => {
    const orderId = await shop.placeAnother();
    const old = await replaced(orderId, () => call(orderId, 'link'));
    await expectDead(old);
    const { body } = await shop.call('GET', `/v1/backorders/${orderId}/timeline`);
    expect(body.data.at(-1)).toMatchObject({ type: 'LinkReplaced', detail: { by: 'admin' } });
  });

  it('is replaced once, however often the same request comes', async () => {
    const orderId = await shop.placeAnother();
    const first = await call(orderId, 'link', undefined, `once-${orderId}`);
    const again = await call(orderId, 'link', undefined, `once-${orderId}`);
    expect(again.body.links.status).toBe(first.body.links.status);
    expect((await call(orderId, 'link')).body.links.status).not.toBe(first.body.links.status);
  });

  it('was replaced because the mail address was wrong', async () => {
    const orderId = await shop.placeAnother();
    const email = 'ada.right@example.org';
    const old = await replaced(orderId, () => call(orderId, 'customer', { email }));
    await expectDead(old);
    const link = await linkOf(orderId);
    await call(orderId, 'customer', { email });
    await call(orderId, 'customer', { name: 'Ada L' });
    expect(await linkOf(orderId)).toBe(link);
  });

  it('is of an erased order, which has no page any more', async () => {
    const orderId = await shop.placeAnother();
    const old = await linkOf(orderId);
    await end(orderId);
    expect((await call(orderId, 'erase')).body.links.status).toBeNull();
    for (const below of ['', ...pagesBelow]) {
      const { status, headers, body } = await open(old, below);
      expect(status, below).toBe(410);
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(textOf(body)).toContain('This page was removed');
    }
    expect((await call(orderId, 'link')).body.code).toBe('erased');
  });

  it.each(['read', 'checkout', 'fulfilment', 'inventory'] as const)(
    'cannot be asked for with the scope %s',
    async (as) => {
      const orderId = await shop.placeAnother();
      const path = `/v1/backorders/${orderId}/link`;
      expect((await shop.call('POST', path, { as })).status).toBe(403);
      expect((await shop.call('POST', path, { as: 'support' })).status).toBe(200);
    },
  );
});
