import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseOrder } from '../../../db/backorder/erase.ts';
import { owedOf, putMail } from '../../db/mail/put-mail.ts';
import { adasLamp, lateInLaw } from '../../support/cast.ts';
import { stateAfter } from '../../support/given.ts';
import { say } from '../page/cast.ts';
import { type CallOptions, startTestApp } from '../test-app.ts';

let shop: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  shop = await startTestApp();
});
afterAll(() => shop.close());

const resend = (orderId: string, id: string, options: CallOptions = {}) =>
  shop.call('POST', `/v1/backorders/${orderId}/messages/${id}/resend`, options);

const notice = {
  kind: 'delay-notice' as const,
  about: { units: [], promiseId: null, change: null, law: lateInLaw },
};

describe('a mail is sent again', () => {
  it.each([
    ['that bounced', { status: 'bounced' }],
    ['that the provider could not deliver', { status: 'failed' }],
    ['that was refused', { decision: 'failed', status: null }],
    ['that may be lost', { decision: 'unknown', status: null }],
  ])('%s, as a new message', async (_what, put) => {
    const orderId = await shop.placeAnother();
    const id = await putMail(shop.db, orderId, put);
    const { status, body } = await resend(orderId, id, { as: 'support' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ kind: 'shipped', decision: 'held', reason: 'sending' });
    expect(body.id).not.toBe(id);
    expect(await owedOf(shop.db, orderId)).toEqual(['shipped~2']);
    const timeline = await shop.call('GET', `/v1/backorders/${orderId}/timeline`);
    expect(timeline.body.data.at(-1)).toMatchObject({
      type: 'MailSentAgain',
      detail: { by: 'support', messageId: body.id },
    });
  });

  it('also when its order has ended', async () => {
    const orderId = await shop.placeAnother();
    await say(shop.db, orderId, { outcome: 'shipped' });
    const id = await putMail(shop.db, orderId);
    const before = shop.kicks.count;
    expect((await resend(orderId, id)).status).toBe(200);
    expect(shop.kicks.count).toBeGreaterThan(before);
  });

  it('once for each key', async () => {
    const orderId = await shop.placeAnother();
    const id = await putMail(shop.db, orderId);
    const headers = { 'Idempotency-Key': 'again' };
    const first = await resend(orderId, id, { headers });
    const second = await resend(orderId, id, { headers });
    expect(second.status).toBe(200);
    expect(second.headers.get('Idempotent-Replayed')).toBe('true');
    expect(second.body).toEqual(first.body);
    expect(await owedOf(shop.db, orderId)).toHaveLength(1);
  });

  it('once for each key, although nobody has heard the answer', async () => {
    const orderId = await shop.placeAnother();
    const id = await putMail(shop.db, orderId);
    const headers = { 'Idempotency-Key': 'unheard' };
    const first = await resend(orderId, id, { headers });
    await shop.db.sql`delete from idempotency_keys where key = 'unheard'`;
    const second = await resend(orderId, id, { headers });
    expect(second.body).toEqual(first.body);
    expect(await owedOf(shop.db, orderId)).toHaveLength(1);
  });

  it('a third time, when the second did not arrive either', async () => {
    const orderId = await shop.placeAnother();
    const id = await putMail(shop.db, orderId);
    const { body: copy } = await resend(orderId, id);
    const again = await resend(orderId, id);
    expect(again.body).toMatchObject({ status: 409, code: 'nothing_to_resend' });
    expect(again.body.detail).toContain('was sent again before');
    await shop.db.sql`update messages set decision = 'sent', status = 'bounced'
      where id = ${copy.id}`;
    expect((await resend(orderId, copy.id)).status).toBe(200);
    expect(await owedOf(shop.db, orderId)).toEqual(['shipped~3']);
  });
});

describe('a mail is not sent again', () => {
  it.each([
    ['that arrived', { status: 'delivered' }, 'failed, bounced'],
    ['of which nothing is known yet', { status: null }, 'failed, bounced'],
    ['that was skipped', { decision: 'skipped', status: null }, 'failed, bounced'],
    ['from before its content was kept', { isOld: true }, 'cannot be written again'],
    ['that counts in law, which its workflow sends', { said: notice }, 'counts in law'],
  ])('%s', async (_what, put, words) => {
    const orderId = await shop.placeAnother();
    const id = await putMail(shop.db, orderId, put);
    const { body } = await resend(orderId, id);
    expect(body).toMatchObject({ status: 409, code: 'nothing_to_resend' });
    expect(body.detail).toContain(words);
    expect(await owedOf(shop.db, orderId)).toEqual([]);
  });

  it('of a customer who was forgotten', async () => {
    const orderId = await shop.placeAnother();
    const id = await putMail(shop.db, orderId);
    await eraseOrder(shop.db, orderId);
    expect((await resend(orderId, id)).body.code).toBe('erased');
  });

  it('by whoever may only read, or of another order', async () => {
    const orderId = await shop.placeAnother();
    const other = await shop.placeAnother();
    const id = await putMail(shop.db, orderId);
    expect((await resend(orderId, id, { as: 'read' })).status).toBe(403);
    expect((await resend(other, id)).status).toBe(404);
  });
});

describe('a corrected address', () => {
  const correct = (orderId: string, email: string, key?: string) =>
    shop.call('POST', `/v1/backorders/${orderId}/customer`, {
      as: 'support',
      body: { email },
      headers: key === undefined ? {} : { 'Idempotency-Key': key },
    });

  it('gets the service mail that the old one did not take, once', async () => {
    const orderId = await shop.placeAnother();
    await putMail(shop.db, orderId);
    await putMail(shop.db, orderId, { key: 'refused', decision: 'failed', status: null });
    await putMail(shop.db, orderId, { key: 'arrived', status: 'delivered' });
    await putMail(shop.db, orderId, { said: { kind: 'countdown', about: {} } });
    await putMail(shop.db, orderId, { key: 'old', isOld: true });
    expect((await correct(orderId, 'new@example.org')).status).toBe(200);
    const owed = ['shipped~2', 'refused~2'];
    expect((await owedOf(shop.db, orderId)).toSorted()).toEqual(owed.toSorted());
    await correct(orderId, 'newer@example.org');
    expect(await owedOf(shop.db, orderId)).toHaveLength(2);
  });

  it('gets no copy of a notice that counts in law', async () => {
    const orderId = await shop.placeAnother();
    await putMail(shop.db, orderId, { said: notice });
    await correct(orderId, 'new@example.org');
    expect(await owedOf(shop.db, orderId)).toEqual([]);
  });

  it('that is the same as before gets nothing', async () => {
    const orderId = await shop.placeAnother();
    await putMail(shop.db, orderId, { to: 'Ada@Example.org' });
    await correct(orderId, 'ada@example.org');
    expect(await owedOf(shop.db, orderId)).toEqual([]);
  });

  it('hears of no promise that does not stand any more', async () => {
    const orderId = await shop.placeAnother();
    await say(shop.db, orderId);
    const change = { before: null, isSupply: false };
    const about = { units: [], promiseId: 'p1', change, law: null };
    await putMail(shop.db, orderId, { said: { kind: 'delay-notice', about } });
    const state = stateAfter({ ...adasLamp, promise: null }, []);
    await shop.db.sql`update views set state = ${JSON.stringify(state)}::jsonb
      where order_id = ${orderId}`;
    await correct(orderId, 'new@example.org');
    expect(await owedOf(shop.db, orderId)).toEqual([]);
  });
});
