import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeView } from '../../../db/backorder/views.ts';
import { decideMessage, storeMail } from '../../../db/mail/decisions.ts';
import { askForAddress } from '../../../db/page/address-change.ts';
import { openAttempt } from '../../../db/payment/attempts.ts';
import { open } from '../../../workflows/domain/backorder/backorder.ts';
import type { OutgoingMail } from '../../../workflows/domain/backorder/mail.ts';
import { tablesWith } from '../../db/tables-with.ts';
import { adasLamp, dayZero, freeLaw } from '../../support/cast.ts';
import { nothingPaid } from '../page/cast.ts';
import { startTestApp } from '../test-app.ts';
import { checkoutBody, usd } from './checkout/checkout-body.ts';

/** Under which the provider was asked to make them a customer. */
const customerKey = '5f0c1d6e-5a39-4a51-9d0f-6f1f1a7b2c3d';

/** Stands in all that is said of the person. */
const mark = 'quillfeather';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());

const body = checkoutBody({
  orderId: 'E',
  customer: { email: `${mark}@example.org`, name: mark, locale: 'nds-DE' },
  shipTo: { country: 'US', region: `${mark} county`, postalCode: `${mark}-1` },
  payment: {
    ...{ terms: 'on_shipment', customerId: `cus_${mark}`, paymentMethodId: `pm_${mark}` },
    mandate: {
      ...{ text: `Charge ${mark}`, version: '7', maximum: usd(13_800) },
      acceptedAt: '2026-11-23T09:59:50Z',
    },
  },
});

const parcel = {
  ...{ shipmentId: 's', carrier: 'DHL', tracking: `track-${mark}` },
  scannedAt: '2026-11-23T10:00:00Z',
};

const call = (act: string, of?: unknown) =>
  api.call('POST', `/v1/backorders/E/${act}`, {
    body: of,
    headers: act === 'erase' ? {} : { 'Idempotency-Key': `${mark}-${act}` },
  });

/** What the person wants to hear, and why they hear nothing. */
const wish = async () => {
  const email = `${mark}@Example.org`;
  await api.call('PUT', '/v1/preferences', { body: { email, topics: { updates: false } } });
  await api.call('PUT', '/v1/suppressions', { body: { email, reason: 'manual' } });
};

/** A mail, a payment and a card offer, as activities write them. */
const haveActivities = async () => {
  const { db } = api;
  const money = { captured: 0, givenBack: 0, chargedBack: 0, voided: 0, owed: 0 };
  const about: OutgoingMail = {
    ...{ key: 'k', kind: 'confirmation', dueAt: dayZero, about: {}, promise: { on: null } },
    money: { ...money, refundedAt: null, isUnmatched: false },
  };
  const mail = { from: 'x', to: `${mark}@example.org`, subject: mark, html: mark, text: mark };
  const message = await storeMail(db.sql, {
    ...{ orderId: 'E', key: 'k', kind: 'confirmation', class: 'service', at: dayZero },
    ...{ dueAt: dayZero, mail: { ...mail, headers: {}, tags: [] } },
    ...{ pageLink: { version: 1, signer: '' }, covers: [], addressKey: 'a', about },
  });
  const decided = {
    decision: 'sent',
    reason: null,
    providerId: `re_${mark}`,
    at: dayZero,
  } as const;
  await decideMessage(db, { message, ...decided });
  await openAttempt(db, {
    ...{ orderId: 'E', intent: 'i1', step: 'authorize' },
    request: {
      ...{ amount: 13_800, currency: 'USD' },
      ...{ customerId: `cus_${mark}`, paymentMethodId: `pm_${mark}` },
    },
  });
  await db.sql`
    update payment_attempts set client_secret = ${`secret_${mark}`},
      provider_intent_id = 'pi_kept', answer = ${db.sql.json({ methodId: `pm_${mark}` })}`;
  await db.sql`
    update orders set customer_key = ${customerKey}, held_reference = 'till 7'`;
  await db.sql`
    insert into card_offers (order_id, offer_id, key, setup_id, client_secret)
    values ('E', 'o', gen_random_uuid(), ${`seti_${mark}`}, ${`secret_${mark}`})`;
  await db.sql`
    insert into shop_acts (key, shop, order_id, kind, act) values
      ('s/E/shipped/s', 's', 'E', 'shipped', ${db.sql.json({ tracking: `track-${mark}` })}),
      ('s/E/cancelled', 's', 'E', 'cancelled', ${db.sql.json({ reason: `${mark} fell ill` })})`;
  const email = `${mark}-new@example.org`;
  await askForAddress(db, { orderId: 'E', email, formId: 'form' });
};

const live = async () => {
  await api.call('POST', '/v1/backorders', { body });
  await call('hold', { reason: `${mark} is away` });
  await call('priority', { priority: 3, reason: `${mark} called` });
  await call('resolve', { code: 'payment_failed', note: `${mark} wrote` });
  await call('promise', { promiseId: 'p', on: null, reason: `for ${mark}`, basis: 'supplier 9' });
  await call('shipments', parcel);
  await call('cancel', { reason: `${mark} fell ill`, by: 'customer' });
  await haveActivities();
  await wish();
  const view = {
    phase: 'cancelled' as const,
    promise: { promiseId: 'p', on: null },
    payment: nothingPaid,
    ...{ law: freeLaw, next: null, nextWakeAt: null, attention: [], isSuspended: false },
    outcome: 'cancelled' as const,
  };
  const state = open({ ...adasLamp, payment: { methodId: `pm_${mark}`, upfront: null } });
  await writeView(api.db, { orderId: 'E', revision: 9, view, state, entries: [], skippedMs: 0 });
};

describe('erasing an order', () => {
  it('leaves nothing of the person in any table', async () => {
    await live();
    const before = await tablesWith(api.db, mark);
    for (const table of [
      ...['orders', 'messages', 'timeline', 'shipments', 'promises', 'card_offers'],
      ...['mail_preferences', 'suppressions'],
      ...['views', 'address_changes', 'shop_acts'],
    ])
      expect(before).toContain(table);
    const hashes = await api.db.sql<{ hash: string }[]>`
      select body_hash as hash from orders union all select body_hash from shipments`;
    expect(hashes).toHaveLength(2);
    expect((await call('erase')).status).toBe(200);
    expect(await tablesWith(api.db, mark)).toEqual([]);
    for (const { hash } of hashes) expect(await tablesWith(api.db, hash)).toEqual([]);
    expect(await tablesWith(api.db, 'nds-DE')).toEqual([]);
    expect(await tablesWith(api.db, customerKey)).toEqual([]);
  });

  it('keeps the money, what was agreed, and the promises with their evidence', async () => {
    const { sql } = api.db;
    const [order] = await sql`select mandate, country, time_zone, held_reference from orders`;
    expect(order).toEqual({
      mandate: {
        ...{ text: '', version: '7', maximum: usd(13_800) },
        acceptedAt: '2026-11-23T09:59:50.000Z',
      },
      ...{ country: 'US', timeZone: expect.any(String), heldReference: 'till 7' },
    });
    expect(await sql`select request, provider_intent_id from payment_attempts`).toEqual([
      { request: { amount: 13_800, currency: 'USD' }, providerIntentId: 'pi_kept' },
    ]);
    expect(await sql`select carrier, status from shipments`).toHaveLength(1);
    expect(await sql`select basis from promises where promise_id = 'p'`).toEqual([
      { basis: 'supplier 9' },
    ]);
  });

  it('keeps what the person wants to hear, under a name that says nothing of them', async () => {
    const path = `/v1/preferences?email=${mark}@example.org`;
    expect((await api.call('GET', path)).body.topics.updates).toBe(false);
    const { body } = await api.call('GET', `/v1/suppressions?email=${mark}@example.org`);
    expect(body.data).toEqual([{ email: null, reason: 'manual', at: expect.any(String) }]);
  });

  it('knows the same checkout no more, and takes no second one under its id', async () => {
    const again = await api.call('POST', '/v1/backorders', { body });
    expect(again).toMatchObject({ status: 409, body: { code: 'order_exists' } });
  });
});
