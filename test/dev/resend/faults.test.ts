import { Resend } from 'resend';
import { describe, expect, it } from 'vitest';
import { serveResend } from './served.ts';

const mail = {
  from: 'orders@shop.example',
  to: 'ada@example.org',
  subject: 'Hello',
  text: 'Order 1001',
};
const key = { idempotencyKey: 'hello/1001' };

const send = (baseUrl: string, to = mail.to) =>
  new Resend('re_test', { baseUrl }).emails.send({ ...mail, to }, key);

describe('the stand-in under its fault plan', () => {
  it.each([
    ['status:500', 500, 'internal_server_error'],
    ['status:429', 429, 'rate_limit_exceeded'],
    ['status:409', 409, 'concurrent_idempotent_requests'],
    ['status:503', 503, 'application_error'],
  ])('%s fails once with nothing kept, then sends', async (fault, statusCode, name) => {
    const { baseUrl, inbox, plan } = await serveResend();
    await plan({ fault });
    expect((await send(baseUrl)).error).toMatchObject({ statusCode, name });
    expect(await inbox()).toEqual([]);
    expect((await send(baseUrl)).error).toBeNull();
    expect(await inbox()).toHaveLength(1);
  });

  it('says with a 429 when to come back', async () => {
    const { baseUrl, plan } = await serveResend();
    await plan({ fault: 'status:429' });
    expect((await send(baseUrl)).headers).toMatchObject({
      'ratelimit-limit': '5',
      'ratelimit-remaining': '0',
      'ratelimit-reset': '1',
      'retry-after': '1',
    });
  });

  it('drop-before cuts the connection with nothing kept, then sends', async () => {
    const { baseUrl, inbox, plan } = await serveResend();
    await plan({ fault: 'drop-before' });
    expect((await send(baseUrl)).error).toMatchObject({ statusCode: null });
    expect(await inbox()).toEqual([]);
    expect((await send(baseUrl)).error).toBeNull();
  });

  it('drop-after accepts, cuts the connection, and the same key sends no second mail', async () => {
    const { baseUrl, inbox, plan } = await serveResend();
    await plan({ fault: 'drop-after' });
    expect((await send(baseUrl)).error).toMatchObject({ statusCode: null });
    const [kept, ...more] = await inbox();
    expect(more).toEqual([]);
    expect((await send(baseUrl)).data).toEqual({ id: kept?.id });
    expect(await inbox()).toHaveLength(1);
  });

  it('status-after:500 delivers, and repeats its failure for as long as the key lives', async () => {
    const { baseUrl, inbox, plan } = await serveResend();
    await plan({ fault: 'status-after:500' });
    expect((await send(baseUrl)).error).toMatchObject({ statusCode: 500 });
    expect((await send(baseUrl)).error).toMatchObject({ statusCode: 500 });
    expect(await inbox()).toHaveLength(1);
  });

  it('hang answers nothing and keeps nothing, and the key may be used at once', async () => {
    const { baseUrl, inbox, plan } = await serveResend();
    await plan({ fault: 'hang' });
    let answered = false;
    const hung = new Resend('re_test', { baseUrl }).emails
      .send(mail, { ...key, signal: AbortSignal.timeout(300) })
      .finally(() => {
        answered = true;
      });
    await expect
      .poll(async () => (await fetch(`${baseUrl}/_faults`)).json(), { interval: 5 })
      .toEqual([]);
    expect((await send(baseUrl)).error).toBeNull();
    expect(answered).toBe(false);
    expect((await hung).error).toMatchObject({ statusCode: null });
    expect(await inbox()).toHaveLength(1);
  });

  it('uses up no fault for a key that it answers again', async () => {
    const { baseUrl, plan } = await serveResend();
    const first = await send(baseUrl);
    await plan({ fault: 'status:500' });
    expect((await send(baseUrl)).data).toEqual(first.data);
    const left = await (await fetch(`${baseUrl}/_faults`)).json();
    expect(left).toEqual([{ match: 'POST /emails', times: 1, fault: 'status:500' }]);
  });

  it('narrows a fault to one addressee, with or without a display name', async () => {
    const { baseUrl, plan } = await serveResend();
    const resend = new Resend('re_test', { baseUrl });
    await plan({ fault: 'status:500', times: 2, to: 'ada@example.org' });
    expect((await resend.emails.send({ ...mail, to: 'bob@example.org' })).error).toBeNull();
    expect((await resend.emails.send(mail)).error).toMatchObject({ statusCode: 500 });
    const named = await resend.emails.send({ ...mail, to: 'Ada <ada@example.org>' });
    expect(named.error).toMatchObject({ statusCode: 500 });
    expect((await resend.emails.send(mail)).error).toBeNull();
  });

  it('fails reads too', async () => {
    const { baseUrl, plan } = await serveResend();
    const { data } = await send(baseUrl);
    await plan({ match: 'GET /emails/', fault: 'status:500' });
    const { emails } = new Resend('re_test', { baseUrl });
    expect((await emails.get(data?.id ?? '')).error).toMatchObject({ statusCode: 500 });
    expect((await emails.get(data?.id ?? '')).error).toBeNull();
  });

  it('refuses a plan that is about money', async () => {
    const { plan } = await serveResend();
    expect((await plan({ fault: 'decline:lost_card' })).status).toBe(422);
    expect((await plan({ fault: 'hang', customer: 'cus_1' })).status).toBe(422);
  });
});
