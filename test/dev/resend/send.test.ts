import { request } from 'node:http';
import { type CreateEmailOptions, Resend } from 'resend';
import { describe, expect, it } from 'vitest';
import { addMs, dayMs } from '../../../workflows/domain/time.ts';
import { serveResend } from './served.ts';

const mail = {
  from: 'Meanwhile <orders@shop.example>',
  to: 'ada@example.org',
  subject: 'Your lamp is on its way',
  html: '<p>Order 1001</p>',
  text: 'Order 1001',
  headers: { 'X-Entity-Ref-ID': '1001' },
  tags: [{ name: 'order', value: '1001' }],
} satisfies CreateEmailOptions;

const client = (baseUrl: string, key = 're_test') => new Resend(key, { baseUrl });

describe('sending', () => {
  it('delivers a mail as it was sent, and gives it back by id', async () => {
    const { baseUrl, inbox } = await serveResend();
    const resend = client(baseUrl);
    const sent = await resend.emails.send(mail, { idempotencyKey: 'shipped/1001' });
    const id = sent.data?.id ?? '';
    expect(sent.error).toBeNull();
    expect(id).not.toBe('');
    expect(await inbox()).toEqual([
      {
        id,
        to: 'ada@example.org',
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        headers: mail.headers,
        tags: mail.tags,
        idempotencyKey: 'shipped/1001',
        receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      },
    ]);
    const { data } = await resend.emails.get(id);
    expect(data).toMatchObject({ object: 'email', to: ['ada@example.org'], tags: mail.tags });
  });

  it('delivers a batch together, or none of it', async () => {
    const { baseUrl, inbox } = await serveResend();
    const resend = client(baseUrl);
    const bad = await resend.batch.send([mail, { ...mail, to: 'nobody' }]);
    expect(bad.error).toMatchObject({ statusCode: 422, name: 'validation_error' });
    expect(await inbox()).toEqual([]);
    const good = await resend.batch.send([mail, { ...mail, to: 'bob@example.org' }], {
      idempotencyKey: 'both',
    });
    const entries = await inbox();
    expect(good.data?.data).toEqual(entries.map(({ id }) => ({ id })));
    expect(entries.map(({ to }) => to)).toEqual(['ada@example.org', 'bob@example.org']);
  });
});

describe('an idempotency key', () => {
  it('sends once and answers the same id again', async () => {
    const { baseUrl, inbox } = await serveResend();
    const resend = client(baseUrl);
    const first = await resend.emails.send(mail, { idempotencyKey: 'k' });
    const again = await resend.emails.send(mail, { idempotencyKey: 'k' });
    expect(again.data).toEqual(first.data);
    expect(await inbox()).toHaveLength(1);
    await resend.emails.send(mail, { idempotencyKey: 'another' });
    await resend.emails.send(mail);
    expect(await inbox()).toHaveLength(3);
  });

  it('refuses another mail', async () => {
    const { baseUrl, inbox } = await serveResend();
    const resend = client(baseUrl);
    await resend.emails.send(mail, { idempotencyKey: 'k' });
    const { error } = await resend.emails.send(
      { ...mail, subject: 'Different' },
      { idempotencyKey: 'k' },
    );
    expect(error).toMatchObject({ statusCode: 409, name: 'invalid_idempotent_request' });
    expect(await inbox()).toHaveLength(1);
  });

  it('is forgotten after 24 hours', async () => {
    let at = '2026-11-23T10:00:00.000Z';
    const { baseUrl, inbox } = await serveResend({ now: () => at });
    const resend = client(baseUrl);
    await resend.emails.send(mail, { idempotencyKey: 'k' });
    at = addMs(at, dayMs - 1);
    await resend.emails.send(mail, { idempotencyKey: 'k' });
    expect(await inbox()).toHaveLength(1);
    at = addMs(at, 1);
    await resend.emails.send(mail, { idempotencyKey: 'k' });
    expect(await inbox()).toHaveLength(2);
  });

  it('may have 256 characters, and not one more', async () => {
    const { baseUrl, inbox } = await serveResend();
    const resend = client(baseUrl);
    const longest = await resend.emails.send(mail, { idempotencyKey: 'k'.repeat(256) });
    expect(longest.error).toBeNull();
    const { error } = await resend.emails.send(mail, { idempotencyKey: 'k'.repeat(257) });
    expect(error).toMatchObject({ statusCode: 400, name: 'invalid_idempotency_key' });
    expect(await inbox()).toHaveLength(1);
  });

  it('is refused while its first request is still coming in, and free when that breaks off', async () => {
    const { baseUrl, inbox } = await serveResend();
    const resend = client(baseUrl);
    const slow = request(`${baseUrl}/emails`, {
      method: 'POST',
      headers: { authorization: 'Bearer re_test', 'idempotency-key': 'k', 'content-length': 1000 },
    });
    slow.on('error', () => {});
    slow.write('{');
    await expect
      .poll(async () => (await resend.emails.send(mail, { idempotencyKey: 'other' })).error)
      .toBeNull();
    const during = await resend.emails.send(mail, { idempotencyKey: 'k' });
    expect(during.error).toMatchObject({ statusCode: 409, name: 'concurrent_idempotent_requests' });
    slow.destroy();
    await expect
      .poll(async () => (await resend.emails.send(mail, { idempotencyKey: 'k' })).error)
      .toBeNull();
    expect(await inbox()).toHaveLength(2);
  });
});

describe('what Resend refuses', () => {
  const without = (field: keyof typeof mail) => ({ ...mail, [field]: undefined });
  it.each([
    ['no sender', without('from'), 'missing_required_field', 'Missing `from` field.'],
    ['no addressee', { ...mail, to: [] }, 'missing_required_field', 'Missing `to` field.'],
    ['no subject', { ...mail, subject: '' }, 'missing_required_field', 'Missing `subject` field.'],
    [
      'no content',
      { ...mail, html: undefined, text: undefined },
      'missing_required_field',
      'Missing `html` or `text` field.',
    ],
    ['a sender that is no address', { ...mail, from: 'Shop' }, 'validation_error', '`from` field'],
    ['an addressee that is no address', { ...mail, to: 'a@b' }, 'validation_error', '`to` field'],
    [
      'one bad addressee among good ones',
      { ...mail, to: ['ada@example.org', 'nobody'] },
      'validation_error',
      'Invalid `to` field. The email address needs to follow',
    ],
    ['a subject of two lines', { ...mail, subject: 'a\nBcc: b' }, 'validation_error', '`subject`'],
    [
      'a tag with a colon',
      { ...mail, tags: [{ name: 'order', value: 'a:1' }] },
      'validation_error',
      'Tags should only contain ASCII letters, numbers, underscores, or dashes.',
    ],
    ['headers that are no text', { ...mail, headers: { n: 1 } }, 'validation_error', '`headers`'],
    ['an attachment', { ...mail, attachments: [{ path: 'x' }] }, 'validation_error', 'attachments'],
    ['a mail put off', { ...mail, scheduledAt: 'in 1 h' }, 'validation_error', 'scheduled_at'],
  ])('%s is 422', async (_, body, name, message) => {
    const { baseUrl, inbox } = await serveResend();
    const { error } = await client(baseUrl).emails.send(body as typeof mail);
    expect(error).toMatchObject({ statusCode: 422, name });
    expect(error?.message).toContain(message);
    expect(await inbox()).toEqual([]);
  });

  it('a body that is not JSON is 400, and frees its key', async () => {
    const { baseUrl, inbox } = await serveResend();
    const headers = { authorization: 'Bearer re_test', 'idempotency-key': 'k' };
    const response = await fetch(`${baseUrl}/emails`, { method: 'POST', headers, body: '{' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ statusCode: 400, name: 'validation_error' });
    await client(baseUrl).emails.send(mail, { idempotencyKey: 'k' });
    expect(await inbox()).toHaveLength(1);
  });

  it('a key that is missing or none of Resend’s is turned away', async () => {
    const { baseUrl, inbox } = await serveResend();
    const bare = await fetch(`${baseUrl}/emails`, { method: 'POST', body: '{}' });
    expect(bare.status).toBe(401);
    expect(await bare.json()).toMatchObject({ name: 'missing_api_key', statusCode: 401 });
    const { error } = await client(baseUrl, 'sk_test_1').emails.send(mail);
    expect(error).toMatchObject({ statusCode: 403, name: 'invalid_api_key' });
    expect(await inbox()).toEqual([]);
  });

  it('unknown mails, routes and methods are named as Resend names them', async () => {
    const { baseUrl } = await serveResend();
    const resend = client(baseUrl);
    const notFound = { statusCode: 404, name: 'not_found' };
    expect((await resend.emails.get('none')).error).toMatchObject(notFound);
    expect((await resend.domains.list()).error).toMatchObject(notFound);
    expect((await resend.emails.list()).error).toMatchObject({
      statusCode: 405,
      name: 'method_not_allowed',
    });
  });
});
