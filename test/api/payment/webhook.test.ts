import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '../../../db/client.ts';
import { withClockAt } from '../clock.ts';
import { assemble, startTestApp } from '../test-app.ts';
import { eventOf, intentOf, secret, sign } from './stripe-events.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
let db: Db;

const stripe = {
  webhookSecrets: [secret],
  publishableKey: null,
  jsUrl: 'https://js.stripe.com/endive/stripe.js',
};
beforeAll(async () => {
  api = await startTestApp({ stripe });
  db = api.db;
});
beforeEach(async () => {
  await db.sql`truncate webhooks`;
  api.kicks.hints = 0;
});
afterAll(() => api.close());

const post = ({ body, headers }: ReturnType<typeof sign>, to: Pick<typeof api, 'call'> = api) =>
  to.call('POST', '/webhooks/stripe', { as: null, body, headers });

const stored = () => db.sql`
  select sender, event_id, type, about, handled_at, attempts from webhooks order by event_id`;

const succeeded = eventOf('payment_intent.succeeded', intentOf('pi_1', { order: '1001' }), 'evt_a');

describe('a webhook of Stripe', () => {
  it('is stored, by its ids and standing, and delivered', async () => {
    expect(await post(sign(succeeded))).toMatchObject({ status: 200, body: { received: true } });
    expect(await stored()).toEqual([
      {
        sender: 'stripe',
        eventId: 'evt_a',
        type: 'payment_intent.succeeded',
        about: {
          ...{ intentId: 'pi_1', customerId: 'cus_1', orderId: '1001' },
          status: 'requires_capture',
        },
        handledAt: null,
        attempts: 0,
      },
    ]);
    expect(api.kicks.hints).toBe(1);
  });

  it('that is repeated is answered as before and stored once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => post(sign(succeeded))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await stored()).toHaveLength(1);
    expect(api.kicks.hints).toBe(1);
  });

  it('that nobody here wants is answered and forgotten', async () => {
    const charge = { id: 'ch_1', object: 'charge', payment_intent: null };
    for (const event of [
      eventOf('customer.created', { id: 'cus_1', object: 'customer' }),
      eventOf('payment_intent.created', intentOf('pi_1')),
      eventOf('charge.refunded', charge),
      { id: 'evt_1', object: 'event' },
      [],
      null,
    ]) {
      expect((await post(sign(event))).status).toBe(200);
    }
    expect(await stored()).toEqual([]);
    expect(api.kicks.hints).toBe(0);
  });

  it.each([
    ['the event', eventOf('payment_intent.succeeded', intentOf('pi_1'), 'evt_\0')],
    ['the intent', eventOf('payment_intent.succeeded', intentOf('pi_\0'))],
  ])('is forgotten where the id of %s is no id', async (_what, event) => {
    expect((await post(sign(event))).status).toBe(200);
    expect(await stored()).toEqual([]);
  });

  it('is kept whatever its metadata says', async () => {
    const odd = intentOf('pi_1', { order: 'a\0b' });
    expect((await post(sign(eventOf('payment_intent.succeeded', odd)))).status).toBe(200);
    expect(await stored()).toHaveLength(1);
  });

  it.each([
    [
      'charge.refunded',
      { id: 'ch_1', object: 'charge', payment_intent: 'pi_1', metadata: { order: '1001' } },
      { chargeId: 'ch_1', intentId: 'pi_1', orderId: '1001' },
    ],
    [
      'charge.dispute.created',
      { id: 'du_1', object: 'dispute', charge: 'ch_1', payment_intent: 'pi_1' },
      { disputeId: 'du_1', chargeId: 'ch_1', intentId: 'pi_1' },
    ],
    [
      'refund.failed',
      { id: 're_1', object: 'refund', charge: { id: 'ch_1' }, payment_intent: 'pi_1' },
      { refundId: 're_1', chargeId: 'ch_1', intentId: 'pi_1' },
    ],
    [
      'radar.early_fraud_warning.created',
      {
        id: 'issfr_1',
        object: 'radar.early_fraud_warning',
        charge: 'ch_1',
        payment_intent: 'pi_1',
      },
      { chargeId: 'ch_1', intentId: 'pi_1' },
    ],
    [
      'payment_method.automatically_updated',
      { id: 'pm_1', object: 'payment_method', customer: 'cus_1', metadata: {} },
      { methodId: 'pm_1', customerId: 'cus_1' },
    ],
    [
      'payment_method.detached',
      { id: 'pm_1', object: 'payment_method', customer: null },
      { methodId: 'pm_1' },
    ],
    [
      'setup_intent.succeeded',
      { id: 'seti_1', object: 'setup_intent', payment_method: 'pm_2', metadata: { order: '1001' } },
      { setupId: 'seti_1', orderId: '1001' },
    ],
  ])('of the type %s says what it is about', async (type, object, about) => {
    await post(sign(eventOf(type, object)));
    expect(await stored()).toMatchObject([{ type, about }]);
  });
});

describe('the signature', () => {
  const seconds = () => Math.floor(Date.now() / 1000);
  const valid = sign(succeeded);

  it.each([
    ['is missing', { ...valid, headers: {} }],
    ['is not one', { ...valid, headers: { 'Stripe-Signature': 'garbage' } }],
    ['is of another secret', sign(succeeded, { with: 'whsec_other' })],
    ['is older than five minutes', sign(succeeded, { signedAt: seconds() - 310 })],
    ['is of another body', { ...valid, body: valid.body.replace('pi_1', 'pi_2') }],
    ['is of the same JSON in other bytes', { ...valid, body: JSON.stringify(succeeded) }],
    ['comes with nothing', { ...valid, body: '' }],
  ])('that %s is refused, and nothing is stored', async (_, request) => {
    const { status, body } = await post(request);
    expect([status, body.code]).toEqual([401, 'invalid_signature']);
    expect(await stored()).toEqual([]);
    expect(api.kicks.hints).toBe(0);
  });

  it('may be a few minutes old', async () => {
    expect((await post(sign(succeeded, { signedAt: seconds() - 290 }))).status).toBe(200);
  });

  it('may be of any secret while one is being rolled', async () => {
    const both = assemble(db, {
      stripe: { ...stripe, webhookSecrets: ['whsec_old', 'whsec_new'] },
    });
    for (const signer of ['whsec_old', 'whsec_new']) {
      expect((await post(sign(succeeded, { with: signer }), both)).status).toBe(200);
    }
    expect((await post(sign(succeeded), both)).status).toBe(401);
  });

  it('cannot be checked without a secret, which the answer says', async () => {
    const none = assemble(db, { stripe: { ...stripe, webhookSecrets: [] } });
    const { status, body } = await post(sign(succeeded, { with: 'whsec_' }), none);
    expect(status).toBe(503);
    expect(body).toMatchObject({
      code: 'unavailable',
      detail: expect.stringContaining('STRIPE_WEBHOOK_SECRET'),
    });
    expect(await stored()).toEqual([]);
  });
});

describe('bad signatures', () => {
  const strangers = { perMinute: 600, isTrustedProxy: () => true, isLoopbackFree: false };
  const from = (address: string, { body, headers }: ReturnType<typeof sign>) => ({
    body,
    headers: { ...headers, 'X-Forwarded-For': address },
  });
  const bad = sign(succeeded, { with: 'whsec_other' });

  it('are limited by address, which right ones never are', async () => {
    const limited = assemble(db, { stripe, strangers });
    await withClockAt(new Date('2026-11-23T10:00:20.000Z'), async () => {
      const statuses: number[] = [];
      for (let i = 0; i < 31; i++) {
        statuses.push((await post(from('203.0.113.1', bad), limited)).status);
      }
      expect(statuses).toEqual([...Array(30).fill(401), 429]);
      const { headers, body } = await post(from('203.0.113.1', bad), limited);
      expect([headers.get('Retry-After'), body.code]).toEqual(['40', 'too_many_requests']);
      expect((await post(from('203.0.113.2', bad), limited)).status).toBe(401);
      expect((await post(from('203.0.113.1', sign(succeeded)), limited)).status).toBe(200);
    });
  });

  it('are all that counts there', async () => {
    const limited = assemble(db, { stripe, strangers: { ...strangers, perMinute: 5 } });
    for (let i = 0; i < 40; i++) {
      const { status } = await post(from('203.0.113.3', sign(succeeded)), limited);
      expect(status).toBe(200);
    }
    expect((await post(from('203.0.113.3', bad), limited)).status).toBe(401);
  });
});

describe('a body', () => {
  it.each([
    ['no JSON', 'hello, this is Ada'],
    ['an event without its object', { object: 'v2.core.event', id: 'evt_1', description: 'Ada' }],
  ])('that is signed but %s is refused', async (_, event) => {
    const { status, body } = await post(sign(event));
    expect([status, body.code]).toEqual([400, 'malformed_json']);
    expect(JSON.stringify(body)).not.toContain('Ada');
  });

  it('of more than 256 KB is refused unread', async () => {
    const event = eventOf('payment_intent.succeeded', {
      ...intentOf('pi_1'),
      x: 'x'.repeat(300_000),
    });
    expect((await post(sign(event))).status).toBe(413);
    expect(await stored()).toEqual([]);
  });

  it('never reaches the log, nor the database beyond its ids', async () => {
    const own = assemble(db, { stripe });
    await post(sign(succeeded), own);
    await post(sign(succeeded, { with: 'whsec_other' }), own);
    await post(sign('{ "for": "Ada" '), own);
    const kept = JSON.stringify([own.logged, await stored()]);
    expect(kept).not.toMatch(/Ada|ada@example|_secret_|whsec/);
  });
});

it('is not in the document for callers, who cannot sign', async () => {
  const { body } = await api.call('GET', '/openapi.json');
  expect(Object.keys(body.paths).filter((path) => path.startsWith('/webhooks'))).toEqual([]);
});

it('is counted while it waits', async () => {
  await post(sign(succeeded));
  const { body } = await api.operate('/metrics');
  expect(body).toContain('meanwhile_webhooks_backlog 1');
});
