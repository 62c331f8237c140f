import { afterAll, beforeAll, expect, test } from 'vitest';
import { storeMail } from '../../../db/mail/decisions.ts';
import type { OutgoingMail } from '../../../workflows/domain/backorder/mail.ts';
import { ada, dayZero } from '../../support/cast.ts';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;

beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());

test('every mail can be read by the id that the list shows, whatever it was made of', async () => {
  const orderId = await api.placeAnother();
  const mail = {
    ...{ from: 'shop@example.org', to: ada.email, subject: 'Hello', html: '', text: '' },
    ...{ headers: {}, tags: [] },
  };
  const about = { orderId, kind: 'confirmation', class: 'service', mail } as const;
  const named = { about: { kind: 'confirmation' } as OutgoingMail, addressKey: null, covers: [] };
  const when = { ...named, at: dayZero, dueAt: dayZero, pageLink: { version: 1, signer: 's' } };
  for (let i = 0; i < 8; i++) await storeMail(api.db.sql, { ...about, ...when, key: `k${i}` });
  const list = await api.call('GET', `/v1/backorders/${orderId}/messages?limit=7`);
  for (const { id } of list.body.data) {
    expect((await api.call('GET', `/v1/backorders/${orderId}/messages/${id}`)).status).toBe(200);
  }
  const next = `/v1/backorders/${orderId}/messages?limit=7&cursor=${list.body.nextCursor}`;
  expect((await api.call('GET', next)).body.data).toHaveLength(1);
});
