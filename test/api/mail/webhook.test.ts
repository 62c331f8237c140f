import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '../../../db/client.ts';
import { addressKeyOf } from '../../../db/mail/address-key.ts';
import { addressOf, getPreferences } from '../../../db/mail/preferences.ts';
import { noteToken, unsubscribeTokenOf } from '../../../db/mail/unsubscribe.ts';
import { ada } from '../../support/cast.ts';
import { withClockAt } from '../clock.ts';
import { assemble, startTestApp } from '../test-app.ts';
import { bounce, eventOf, otherSecret, secret, sign } from './resend-events.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
let db: Db;

const resend = { webhookSecrets: [secret] };
const messageId = '0cc175b9-c0f1-b6a8-31c3-99e269772661';

beforeAll(async () => {
  api = await startTestApp({ resend });
  db = api.db;
});
beforeEach(async () => {
  await db.sql`truncate webhooks`;
  api.kicks.hints = 0;
});
afterAll(() => api.close());

const post = ({ body, headers }: ReturnType<typeof sign>, to: Pick<typeof api, 'call'> = api) =>
  to.call('POST', '/webhooks/resend', { as: null, body, headers });

const stored = () => db.sql`
  select sender, event_id, type, about, handled_at from webhooks order by event_id`;

const tags = { kind: 'confirmation', order: '1001', message: messageId };
const bounced = eventOf('email.bounced', { tags, ...bounce() });

describe('an event of Resend', () => {
  it('is stored by its ids and codes, without a word about the customer', async () => {
    expect(await post(sign(bounced, { id: 'msg_a' }))).toMatchObject({
      status: 200,
      body: { received: true },
    });
    expect(await stored()).toEqual([
      {
        sender: 'resend',
        eventId: 'msg_a',
        type: 'email.bounced',
        about: {
          ...{ emailId: 'e-1', messageId, cause: 'Permanent', causeDetail: 'General' },
          toldAt: '2026-11-23T10:00:05.000Z',
        },
        handledAt: null,
      },
    ]);
    expect(api.kicks.hints).toBe(1);
  });

  it('that is repeated is answered as before and stored once', async () => {
    const again = sign(bounced, { id: 'msg_b' });
    const answers = await Promise.all([1, 2, 3].map(() => post(again)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await stored()).toHaveLength(1);
    expect(api.kicks.hints).toBe(1);
  });

  it('finds our message among tags in a list too', async () => {
    const list = Object.entries(tags).map(([name, value]) => ({ name, value }));
    await post(sign(eventOf('email.delivered', { tags: list })));
    expect(await stored()).toMatchObject([{ about: { messageId } }]);
  });

  it('is kept whatever its tags and codes say', async () => {
    const odd = { tags: { message: 'not an id', x: 1 }, bounce: { type: 'ada@example.org' } };
    await post(sign(eventOf('email.bounced', odd)));
    expect(await stored()).toMatchObject([{ about: { emailId: 'e-1' } }]);
    expect(JSON.stringify(await stored())).not.toContain('example.org');
  });

  it('that is about no mail is answered and forgotten', async () => {
    const domain = { type: 'domain.updated', created_at: 'now', data: { id: 'd_1' } };
    for (const event of [domain, eventOf('email.sent', { email_id: 'a\0b' }), [], null]) {
      expect((await post(sign(event))).status).toBe(200);
    }
    expect(await stored()).toEqual([]);
  });
});

describe('the signature', () => {
  const seconds = () => Math.floor(Date.now() / 1000);
  const valid = sign(bounced, { id: 'msg_c' });

  it.each([
    ['is missing', { ...valid, headers: {} }],
    ['is not one', { ...valid, headers: { ...valid.headers, 'svix-signature': 'garbage' } }],
    ['is of another secret', sign(bounced, { with: otherSecret })],
    ['is older than five minutes', sign(bounced, { signedAt: seconds() - 310 })],
    ['is of another event', { ...valid, headers: { ...valid.headers, 'svix-id': 'msg_d' } }],
    ['is of the same JSON in other bytes', { ...valid, body: JSON.stringify(bounced) }],
    ['comes with nothing', { ...valid, body: '' }],
  ])('that %s is refused, and nothing is stored', async (_, request) => {
    const { status, body } = await post(request);
    expect([status, body.code]).toEqual([401, 'invalid_signature']);
    expect(await stored()).toEqual([]);
    expect(api.kicks.hints).toBe(0);
  });

  it('may be of any secret while one is being rolled', async () => {
    const both = assemble(db, { resend: { webhookSecrets: [otherSecret, secret] } });
    for (const signer of [secret, otherSecret]) {
      expect((await post(sign(bounced, { with: signer }), both)).status).toBe(200);
    }
  });

  it('cannot be checked without a secret, which the answer says', async () => {
    const none = assemble(db, { resend: { webhookSecrets: [] } });
    const { status, body } = await post(valid, none);
    expect(status).toBe(503);
    expect(body.detail).toContain('RESEND_WEBHOOK_SECRET');
    expect(await stored()).toEqual([]);
  });

  it('that is bad is limited by address, and right ones never are', async () => {
    const strangers = { perMinute: 5, isTrustedProxy: () => true, isLoopbackFree: false };
    const limited = assemble(db, { resend, strangers });
    const from = ({ body, headers }: ReturnType<typeof sign>) => ({
      body,
      headers: { ...headers, 'X-Forwarded-For': '203.0.113.1' },
    });
    await withClockAt(new Date(), async () => {
      const bad = sign(bounced, { with: otherSecret });
      for (let i = 0; i < 30; i++) expect((await post(from(bad), limited)).status).toBe(401);
      expect((await post(from(bad), limited)).status).toBe(429);
      expect((await post(from(sign(bounced)), limited)).status).toBe(200);
    });
  });
});

describe('a mail that comes in', () => {
  const token = unsubscribeTokenOf(['a-secret'], addressKeyOf(ada.email));
  const received = eventOf('email.received', { subject: ` ${token} `, attachments: [] });

  it('unsubscribes by its subject, which is kept nowhere', async () => {
    await noteToken(db.sql, { token, addressKey: addressKeyOf(ada.email) });
    expect((await post(sign(received), assemble(db, { resend }))).status).toBe(200);
    expect((await getPreferences(db.sql, addressOf(ada.email))).updates).toBe(false);
    expect(JSON.stringify(await stored())).not.toContain(token);
  });

  it('is sent again by Resend where that did not come through', async () => {
    await db.sql`alter table unsubscribe_tokens rename to away`;
    expect((await post(sign(received), assemble(db, { resend }))).status).toBe(500);
    await db.sql`alter table away rename to unsubscribe_tokens`;
    expect(await stored()).toEqual([]);
  });
});
