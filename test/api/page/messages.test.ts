import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../support/page/page-text.ts';
import { startTestApp } from '../test-app.ts';
import { lantern, mailTo, placeLamps } from './cast.ts';

let shop: Awaited<ReturnType<typeof startTestApp>>;
let path: string;
let other: string;
const mails: Record<string, string> = {};

beforeAll(async () => {
  shop = await startTestApp({ shop: lantern });
  [path, other] = [await placeLamps(shop.db, 'mine'), await placeLamps(shop.db, 'other')];
  const at = '2026-11-23T15:00:00.000Z';
  const mail = { kind: 'confirmation', subject: 'Thank you, <Ada>', at } as const;
  mails.sent = await mailTo(shop.db, 'mine', mail);
  mails.failed = await mailTo(shop.db, 'mine', {
    ...{ kind: 'check-in', subject: 'Still here', decision: 'failed' },
    at: '2026-11-24T15:00:00.000Z',
  });
  mails.foreign = await mailTo(shop.db, 'other', { ...mail, subject: 'For somebody else' });
});
afterAll(() => shop.close());

const get = (below: string, of = path) => shop.call('GET', `${of}${below}`, { as: null });

describe('what we told the customer', () => {
  it.each(['', '/messages'])('is listed by subject and day, only what was sent: %j', async (at) => {
    const { status, headers, body } = await get(at);
    expect(status).toBe(200);
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(textOf(body)).toContain('Monday, November 23, 2026 Thank you, &lt;Ada&gt;');
    expect(body).toContain(`href="${path}/messages/${mails.sent}"`);
    expect(body).not.toMatch(/Still here|For somebody else/);
  });

  it('leads to all mails where the page shows only the newest', async () => {
    const long = await placeLamps(shop.db, 'long');
    for (const day of [1, 2, 3, 4, 5]) {
      const at = `2026-12-0${day}T15:00:00.000Z`;
      await mailTo(shop.db, 'long', { kind: 'check-in', subject: `Number ${day}`, at });
    }
    expect((await get('', long)).body).not.toContain('See all emails');
    const at = '2026-12-06T15:00:00.000Z';
    await mailTo(shop.db, 'long', { kind: 'countdown', subject: 'Number 6', at });
    const { body } = await get('', long);
    expect(body).toContain('See all emails');
    expect(body).not.toContain('Number 1');
    const all = textOf((await get('/messages', long)).body);
    expect(all.indexOf('Number 6')).toBeLessThan(all.indexOf('Number 1'));
  });

  it('says plainly that nothing was sent', async () => {
    const quiet = await placeLamps(shop.db, 'quiet');
    for (const at of ['', '/messages']) {
      expect(textOf((await get(at, quiet)).body)).toContain('We have not sent you an email');
    }
  });
});

describe('one mail', () => {
  it('is shown in a frame in which nothing of it can act', async () => {
    const { status, headers, body } = await get(`/messages/${mails.sent}`);
    expect(status).toBe(200);
    expect(textOf(body)).toContain('Sent on Monday, November 23, 2026 To: ada@example.org');
    const frame = /<iframe[^>]*>/.exec(body)?.[0];
    expect(frame).toContain(`src="${path}/messages/${mails.sent}/mail"`);
    expect(frame).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(headers.get('Content-Security-Policy')).toContain("frame-src 'self'");
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
  });

  it('is the very mail, with its links, and may do nothing but show its pictures', async () => {
    const { status, headers, body } = await get(`/messages/${mails.sent}/mail`);
    expect(status).toBe(200);
    expect(body).toBe(`<p>Hello Ada</p><a href="${path}">Your order</a>`);
    const policy = headers.get('Content-Security-Policy') ?? '';
    for (const rule of ['sandbox allow-popups', "default-src 'none'", "form-action 'none'"]) {
      expect(policy).toContain(rule);
    }
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toMatch(/script-src|allow-scripts|allow-same-origin|allow-forms/);
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('Cache-Control')).toBe('no-store');
  });

  it('is not there when it proves that somebody has another mailbox', async () => {
    const id = await mailTo(shop.db, 'mine', {
      ...{ kind: 'address-confirm', subject: 'Is this yours?' },
      at: '2026-11-25T15:00:00.000Z',
    });
    for (const below of ['', '/mail']) {
      expect((await get(`/messages/${id}${below}`)).status).toBe(404);
    }
    for (const list of ['', '/messages']) {
      expect((await get(list)).body).not.toContain('Is this yours?');
    }
  });

  it.each([
    ['of another order', () => mails.foreign],
    ['that was not sent', () => mails.failed],
    ['that does not exist', () => randomUUID()],
    ['by no id', () => "x'--"],
  ])('%s is not there', async (_, id) => {
    for (const below of ['', '/mail']) {
      const { status, headers, body } = await get(`/messages/${id()}${below}`);
      expect(status).toBe(404);
      expect(textOf(body)).toContain('We cannot find this email');
      expect(body).toContain(`href="${path}"`);
      expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
    }
  });

  it('is there for the order that it belongs to', async () => {
    expect((await get(`/messages/${mails.foreign}`, other)).status).toBe(200);
  });
});
