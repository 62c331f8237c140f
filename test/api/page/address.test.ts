import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutcomeUnknown } from '../../../api/temporal/port.ts';
import { eraseOrder } from '../../../db/backorder/erase.ts';
import { owedOf, putMail } from '../../db/mail/put-mail.ts';
import { textOf } from '../../support/page/page-text.ts';
import { startTestApp } from '../test-app.ts';
import { askedPath, pendingPath } from './address-cast.ts';
import { lantern, pathOf } from './cast.ts';

let shop: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  shop = await startTestApp({ shop: lantern });
});
afterAll(() => shop.close());

const open = (path: string) => shop.call('GET', path, { as: null });

const send = (
  path: string,
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
) =>
  shop.call('POST', path, {
    as: null,
    body: new URLSearchParams(fields).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });

const change = async (orderId: string, email: string, formId = randomUUID()) =>
  send(`${await pathOf(shop.db, orderId)}/address`, { email, formId });

const emailOf = async (orderId: string): Promise<string> => {
  const [order] = await shop.db.sql<{ email: string }[]>`
    select email from orders where order_id = ${orderId}`;
  return order?.email ?? '';
};

const kindsOwed = async (orderId: string): Promise<string[]> =>
  (await owedOf(shop.db, orderId)).map((owed) => owed.replace(/:[\w-]+/, '')).toSorted();

describe('the page that changes the address', () => {
  it('asks the new address, and changes nothing yet', async () => {
    const orderId = await shop.placeAnother();
    const path = await pathOf(shop.db, orderId);
    const { status, headers } = await change(orderId, ' new@example.org ');
    expect(status).toBe(303);
    expect(headers.get('Location')).toBe(`${path}/address?done=asked`);
    expect(await kindsOwed(orderId)).toEqual(['address-confirm to new@example.org']);
    expect(await emailOf(orderId)).toBe('ada@example.org');
    const shown = await open(`${path}/address?done=asked`);
    expect(textOf(shown.body)).toContain('We have sent a link to the new address.');
    expect(shown.headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(shown.headers.get('Cache-Control')).toBe('no-store');
  });

  it('does not say that it has asked when it has not', async () => {
    const orderId = await shop.placeAnother();
    const { body } = await open(`${await pathOf(shop.db, orderId)}/address?done=asked`);
    expect(textOf(body)).not.toContain('We have sent');
  });

  it('asks once, however often the form is sent', async () => {
    const orderId = await shop.placeAnother();
    const formId = randomUUID();
    await change(orderId, 'new@example.org', formId);
    expect((await change(orderId, 'new@example.org', formId)).status).toBe(303);
    expect(await kindsOwed(orderId)).toHaveLength(1);
    const other = await shop.placeAnother();
    expect((await change(other, 'new@example.org', formId)).status).toBe(303);
    expect(await kindsOwed(other)).toHaveLength(1);
  });

  it.each([
    ['nobody', 'Please enter an email address'],
    ['', 'Please enter an email address'],
    ['"><script>@example.org', 'Please enter an email address'],
    ['ADA@example.org', 'goes to that address already'],
  ])('refuses "%s" in words', async (email, words) => {
    const orderId = await shop.placeAnother();
    const { status, body } = await change(orderId, email);
    expect(status).toBe(422);
    expect(textOf(body)).toContain(words);
    expect(body).toContain('aria-invalid="true"');
    expect(body).not.toContain('<script>@');
    expect(await kindsOwed(orderId)).toEqual([]);
  });

  it('writes to a few addresses an hour', async () => {
    const orderId = await shop.placeAnother();
    const statuses = [];
    for (const name of ['a', 'b', 'c', 'd']) {
      statuses.push((await change(orderId, `${name}@example.org`)).status);
    }
    expect(statuses).toEqual([303, 303, 303, 429]);
    expect(await kindsOwed(orderId)).toHaveLength(3);
  });

  it('takes no form of another website', async () => {
    const orderId = await shop.placeAnother();
    const path = `${await pathOf(shop.db, orderId)}/address`;
    const foreign = { 'Sec-Fetch-Site': 'cross-site' };
    expect((await send(path, { email: 'new@example.org' }, foreign)).status).toBe(403);
    expect(await kindsOwed(orderId)).toEqual([]);
  });
});

describe('the link that confirms an address', () => {
  it('changes nothing when it is followed, and shows nothing of the order', async () => {
    const orderId = await shop.placeAnother();
    const { status, headers, body } = await open(await askedPath(shop.db, orderId));
    expect(status).toBe(200);
    expect(textOf(body)).toContain('Confirm your email address');
    expect(body).not.toContain('/b/');
    expect(body).not.toContain(orderId);
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(await emailOf(orderId)).toBe('ada@example.org');
  });

  it('changes the address by its button, once, and tells both addresses', async () => {
    const orderId = await shop.placeAnother();
    await putMail(shop.db, orderId);
    const before = await pathOf(shop.db, orderId);
    const path = await askedPath(shop.db, orderId);
    const answers = await Promise.all([send(path), send(path)]);
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(textOf(body)).toContain('Your email address was changed');
    }
    expect(await emailOf(orderId)).toBe('new@example.org');
    expect(await kindsOwed(orderId)).toEqual([
      'address-changed to ada@example.org',
      'address-confirm to new@example.org',
      'shipped~2',
      'status-link',
    ]);
    expect((await open(before)).status).toBe(410);
    expect((await open(path)).status).toBe(200);
    const { body } = await shop.call('GET', `/v1/backorders/${orderId}/timeline`);
    expect(body.data.map(({ type }: { type: string }) => type)).toContain('AddressChanged');
    expect(JSON.stringify(body)).not.toContain('new@example.org');
  });

  it('lets the backorder know, and again if nobody heard its answer', async () => {
    const orderId = await shop.placeAnother();
    const path = await askedPath(shop.db, orderId);
    shop.acts.answer = () => Promise.reject(new OutcomeUnknown());
    expect((await send(path)).status).toBe(503);
    shop.acts.forget();
    expect((await send(path)).status).toBe(200);
    expect(shop.acts.asked).toMatchObject([
      { orderId, request: { type: 'ChangeCustomer', hasNewAddress: true } },
    ]);
  });

  it('ends after a day', async () => {
    const orderId = await shop.placeAnother();
    const path = await askedPath(shop.db, orderId);
    await shop.db.sql`update address_changes set expires_at = now() - interval '1 second'
      where order_id = ${orderId}`;
    for (const { status, body } of [await open(path), await send(path)]) {
      expect(status).toBe(410);
      expect(textOf(body)).toContain('This link is no longer valid');
    }
    expect(await emailOf(orderId)).toBe('ada@example.org');
  });

  it('ends with a newer one', async () => {
    const orderId = await shop.placeAnother();
    const older = await askedPath(shop.db, orderId, 'first@example.org');
    await shop.db.sql`update address_changes set requested_at = now() - interval '1 minute'
      where order_id = ${orderId}`;
    const newer = await askedPath(shop.db, orderId, 'second@example.org');
    expect((await send(older)).status).toBe(410);
    expect((await send(newer)).status).toBe(200);
    expect(await emailOf(orderId)).toBe('second@example.org');
  });

  it.each(['x', 'x'.repeat(43)])('is none of ours: %s', async (token) => {
    for (const { status, headers, body } of [
      await open(`/a/${token}`),
      await send(`/a/${token}`),
    ]) {
      expect(status).toBe(404);
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(textOf(body)).toContain('We do not know this link');
    }
  });

  it('opens no page of an order, and a page confirms nothing', async () => {
    const orderId = await shop.placeAnother();
    const path = await askedPath(shop.db, orderId);
    expect((await open(path.replace('/a/', '/b/'))).status).toBe(404);
    const page = await pathOf(shop.db, orderId);
    expect((await send(page.replace('/b/', '/a/'))).status).toBe(404);
  });

  it('is forgotten with its customer', async () => {
    const orderId = await shop.placeAnother();
    const path = await askedPath(shop.db, orderId);
    await eraseOrder(shop.db, orderId);
    expect((await send(path)).status).toBe(404);
    const [row] = await shop.db.sql`select email from address_changes where order_id = ${orderId}`;
    expect(row).toEqual({ email: null });
  });

  it('takes no form of another website', async () => {
    const orderId = await shop.placeAnother();
    const path = await askedPath(shop.db, orderId);
    expect((await send(path, {}, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect(await emailOf(orderId)).toBe('ada@example.org');
    expect(await pendingPath(shop.db, orderId)).toBe(path);
  });
});
