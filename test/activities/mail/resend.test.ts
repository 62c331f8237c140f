import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { Mail } from '../../../activities/mail/provider.ts';
import { createResendMail } from '../../../activities/mail/resend.ts';
import { serveApp, serveResend } from '../../dev/resend/served.ts';

const mail: Mail = {
  from: 'Meanwhile <orders@shop.example>',
  to: 'ada@example.org',
  subject: 'Your lamp is on its way',
  html: '<p>Order 1001</p>',
  text: 'Order 1001',
  headers: { 'X-Entity-Ref-ID': '1001' },
  tags: [
    { name: 'kind', value: 'shipped' },
    { name: 'order', value: '1001' },
  ],
};
const once = { idempotencyKey: 'shipped/1001' };

const provider = (baseUrl: string, more: { apiKey?: string; timeoutMs?: number } = {}) =>
  createResendMail({ apiKey: 're_test', baseUrl, ...more });

const unknownOutcome = { outcome: 'unknown' };

/** A server that answers every call alike, for what the stand-in never says. */
const serveAnswer = (status: number, body: string, headers: Record<string, string> = {}) =>
  serveApp(new Hono().all('*', () => new Response(body, { status, headers })));

describe('a mail that is sent', () => {
  it('is accepted with the provider’s id and arrives as it is', async () => {
    const { baseUrl, inbox } = await serveResend();
    const answer = await provider(`${baseUrl}/`).send(mail, once);
    const [entry] = await inbox();
    expect(answer).toEqual({ outcome: 'accepted', providerId: entry?.id });
    const { from: _, ...sent } = mail;
    expect(entry).toMatchObject({ ...sent, idempotencyKey: once.idempotencyKey });
  });

  it('is sent once when it is sent again with its key', async () => {
    const { baseUrl, inbox } = await serveResend();
    const { send } = provider(baseUrl);
    expect(await send(mail, once)).toEqual(await send(mail, once));
    expect(await inbox()).toHaveLength(1);
  });

  it('is sent once when it is sent ten times at once with its key', async () => {
    const { baseUrl, inbox } = await serveResend();
    const { send } = provider(baseUrl);
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(mail, once)));
    const [entry, ...more] = await inbox();
    expect(more).toEqual([]);
    const accepted = { outcome: 'accepted', providerId: entry?.id };
    expect(answers).toContainEqual(accepted);
    const inFlight = { outcome: 'later', retryAfterMs: 1000 };
    for (const answer of answers) expect([accepted, inFlight]).toContainEqual(answer);
  });

  it('has its answers sent where its header says', async () => {
    const { baseUrl, inbox, page } = await serveResend();
    const headers = { ...mail.headers, 'Reply-To': 'help@shop.example' };
    await provider(baseUrl).send({ ...mail, headers }, once);
    const [entry] = await inbox();
    expect(entry?.headers).toEqual(mail.headers);
    expect(await page(`/inbox/${entry?.id}?part=headers`)).toContain('help@shop.example');
  });

  it('goes out for an order id that Resend would not take as a tag', async () => {
    const { baseUrl, inbox } = await serveResend();
    const tags = [{ name: 'order', value: 'shop:10.01-a_b' }];
    const answer = await provider(baseUrl).send({ ...mail, tags }, once);
    expect(answer.outcome).toBe('accepted');
    expect((await inbox())[0]?.tags).toEqual([{ name: 'order', value: 'shop_10_01-a_b' }]);
  });
});

describe('a fault at the provider', () => {
  it.each([
    ['status:500', { outcome: 'unknown' }],
    ['status:503', { outcome: 'unknown' }],
    ['status:429', { outcome: 'later', retryAfterMs: 1000 }],
    ['hang', { outcome: 'unknown' }],
    ['drop-before', { outcome: 'unknown' }],
    ['drop-after', { outcome: 'unknown' }],
  ])('%s: the same key and mail again sends it exactly once', async (fault, expected) => {
    const { baseUrl, inbox, plan } = await serveResend();
    const { send } = provider(baseUrl, { timeoutMs: 300 });
    await plan({ fault });
    expect(await send(mail, once)).toEqual(expected);
    expect(await inbox()).toHaveLength(fault === 'drop-after' ? 1 : 0);
    const again = await send(mail, once);
    const mails = await inbox();
    expect(again).toEqual({ outcome: 'accepted', providerId: mails[0]?.id });
    expect(mails).toHaveLength(1);
  });

  it('status-after:500 stays unknown under its key, and sends nothing more', async () => {
    const { baseUrl, inbox, plan } = await serveResend();
    const { send } = provider(baseUrl);
    await plan({ fault: 'status-after:500' });
    expect(await send(mail, once)).toEqual({ outcome: 'unknown' });
    expect(await send(mail, once)).toEqual({ outcome: 'unknown' });
    expect(await inbox()).toHaveLength(1);
  });

  it('nobody there: unknown', async () => {
    const origin = await serveAnswer(200, '{}');
    const { port } = new URL(origin);
    const { send } = provider(`http://127.0.0.1:${port === '1' ? 2 : 1}`, { timeoutMs: 2000 });
    expect(await send(mail, once)).toEqual({ outcome: 'unknown' });
  });

  it('an answer that stops half way: unknown, within the time-out', async () => {
    const body = () => new ReadableStream({ start: (it) => it.enqueue(Buffer.from('{"id":')) });
    const origin = await serveApp(new Hono().all('*', () => new Response(body())));
    const startedAt = performance.now();
    expect(await provider(origin, { timeoutMs: 200 }).send(mail, once)).toEqual({
      outcome: 'unknown',
    });
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});

describe('a refusal', () => {
  it('of a key used for another mail is a mismatch', async () => {
    const { baseUrl, inbox } = await serveResend();
    const { send } = provider(baseUrl);
    await send(mail, once);
    expect(await send({ ...mail, subject: 'Other' }, once)).toEqual({
      outcome: 'refused',
      code: 'idempotency_mismatch',
    });
    expect(await inbox()).toHaveLength(1);
  });

  it('of the mail or the key carries Resend’s name for it', async () => {
    const { baseUrl } = await serveResend();
    const { send } = provider(baseUrl);
    const refused = (code: string) => ({ outcome: 'refused', code });
    expect(await send({ ...mail, to: 'nobody' }, once)).toEqual(refused('validation_error'));
    expect(await send({ ...mail, subject: '' }, once)).toEqual(refused('missing_required_field'));
    const long = { idempotencyKey: 'k'.repeat(257) };
    expect(await send(mail, long)).toEqual(refused('invalid_idempotency_key'));
  });

  it('of the operator’s key or base URL does not give the mail up', async () => {
    const { baseUrl, inbox, origin } = await serveResend();
    const later = { outcome: 'later', retryAfterMs: 60_000 };
    expect(await provider(baseUrl, { apiKey: 'wrong' }).send(mail, once)).toEqual(later);
    expect(await provider(`${origin}/resned`).send(mail, once)).toEqual(later);
    expect(await provider(`${baseUrl}/v2`).send(mail, once)).toEqual(later);
    expect((await provider(baseUrl).send(mail, once)).outcome).toBe('accepted');
    expect(await inbox()).toHaveLength(1);
  });
});

describe('an answer', () => {
  const error = (statusCode: number, name: string) =>
    JSON.stringify({ statusCode, name, message: 'm' });
  const later = (retryAfterMs: number) => ({ outcome: 'later', retryAfterMs });
  const wait = (seconds: string) => ({ 'retry-after': seconds });

  it.each([
    ['a 429 that says when', 429, error(429, 'rate_limit_exceeded'), later(7000), wait('7')],
    ['a 429 that does not', 429, error(429, 'rate_limit_exceeded'), later(1000), {}],
    ['a 429 in no hurry at all', 429, error(429, 'rate_limit_exceeded'), later(1000), wait('0')],
    ['a 429 with nonsense', 429, error(429, 'rate_limit_exceeded'), later(1000), wait('soon')],
    ['the same key in flight', 409, error(409, 'concurrent_idempotent_requests'), later(1000), {}],
    ['the daily quota', 429, error(429, 'daily_quota_exceeded'), later(3_600_000), wait('1')],
    ['the monthly quota', 429, error(429, 'monthly_quota_exceeded'), later(3_600_000), {}],
    ['a restricted key', 401, error(401, 'restricted_api_key'), later(60_000), {}],
    ['a domain not verified', 403, error(403, 'validation_error'), later(60_000), {}],
    [
      'a security error',
      451,
      error(451, 'security_error'),
      { outcome: 'refused', code: 'security_error' },
      {},
    ],
    ['success without an id', 200, '{}', unknownOutcome, {}],
    ['success that is null', 200, 'null', unknownOutcome, {}],
    ['success that is a page', 200, '<html>', unknownOutcome, {}],
    ['a proxy’s failure page', 502, '<html>', unknownOutcome, {}],
    ['a proxy’s refusal page', 413, '<html>', unknownOutcome, {}],
    ['a proxy’s refusal in JSON', 413, '{"statusCode":413}', unknownOutcome, {}],
    ['a proxy’s failure in JSON', 502, '{"message":"bad gateway"}', unknownOutcome, {}],
    ['a failure that is null', 500, 'null', unknownOutcome, {}],
  ])('%s', async (_, status, body, expected, headers) => {
    const origin = await serveAnswer(status, body, headers);
    expect(await provider(origin).send(mail, once)).toEqual(expected);
  });
});
