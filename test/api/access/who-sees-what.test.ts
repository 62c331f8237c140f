import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '../../../api/access/auth.ts';
import { checkoutBody, promisedOn } from '../backorder/checkout/checkout-body.ts';
import { startTestApp } from '../test-app.ts';

const orderId = 'W-1';
const customer = { email: 'countess@example.org', name: 'Countess Ada' };
const path = `/v1/backorders/${orderId}`;

let api: Awaited<ReturnType<typeof startTestApp>>;
let messageId: string;
beforeAll(async () => {
  api = await startTestApp();
  await api.call('POST', '/v1/backorders', { body: checkoutBody({ orderId, customer }) });
  messageId = await keepMail();
});
afterAll(() => api.close());

const keepMail = async (): Promise<string> => {
  const mail = {
    ...{ from: 'shop@lantern.test', to: customer.email, subject: 'Your order', tags: [] },
    ...{ html: '<p>Hello Countess</p>', text: 'Hello Countess' },
    headers: { 'List-Unsubscribe': '<https://orders.test/u/countess>' },
  };
  const events = [{ type: 'email.delivered', data: { to: [customer.email] } }];
  const [row] = await api.db.sql<{ id: string }[]>`
    insert into messages (order_id, key, kind, class, decision, at, "to", mail, events, status)
    values (${orderId}, 'confirmation', 'confirmation', 'service', 'sent', now(),
            ${customer.email}, ${JSON.stringify(mail)}::text::jsonb,
            ${JSON.stringify(events)}::text::jsonb, 'delivered')
    returning id`;
  return row?.id ?? '';
};

/** The link's secret, the address, the name, and where it goes to. */
const personal = /\/b\/|countess|"NY"|10001/i;

const shipment = {
  ...{ shipmentId: 's-1', carrier: 'UPS', tracking: '1Z' },
  scannedAt: '2026-11-23T11:00:00Z',
};
const promise = { promiseId: 'p-1', on: promisedOn, reason: 'later', basis: 'supplier' };

const read = (as: Scope, under = '') => api.call('GET', `${path}${under}`, { as });

describe('a key that neither takes orders nor supports customers', () => {
  it.each(['', '/timeline', '/messages'])(
    'reads nothing personal at the order%s',
    async (under) => {
      const { status, body } = await read('read', under);
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(personal);
    },
  );

  it.each([
    '/v1/backorders',
    `/v1/backorders?email=${customer.email}`,
    '/v1/backorders?sku=LAMP-BRASS',
    '/v1/skus/LAMP-BRASS',
    '/v1/demand',
    '/v1/messages',
    `/v1/messages?email=${customer.email}`,
  ])('reads nothing personal at %s', async (list) => {
    const { status, body } = await api.call('GET', list, { as: 'read' });
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toMatch(personal);
  });

  it('is told that something is kept from it', async () => {
    const { body } = await read('read');
    expect(body).toMatchObject({
      customer: { email: null, name: null, locale: 'en-US', timeZone: 'America/New_York' },
      shipTo: { country: 'US', region: null, postalCode: null },
      links: { status: null, workflow: expect.stringContaining(orderId) },
    });
  });

  it('learns that a mail was sent, and not what it said or to whom', async () => {
    const { body } = await read('read', `/messages/${messageId}`);
    expect(body).toMatchObject({
      ...{ decision: 'sent', subject: 'Your order', status: 'delivered' },
      ...{ to: null, html: null, text: null, headers: null, events: null },
    });
  });

  it.each([
    ['fulfilment', 'shipments', shipment],
    ['inventory', 'promise', promise],
  ] as const)('of %s is answered without it, and so is the replay', async (as, act, body) => {
    const call = () => api.call('POST', `${path}/${act}`, { as, body });
    const answers = [await call(), await call()];
    expect(answers[1]?.headers.get('Idempotent-Replayed')).toBe('true');
    for (const answer of answers) {
      expect(answer.body.orderId).toBe(orderId);
      expect(JSON.stringify(answer.body)).not.toMatch(personal);
    }
  });
});

describe('a key of the storefront or of support', () => {
  it.each(['support', 'admin'] as const)('sees whom the order is for: %s', async (as) => {
    const { body } = await api.call('POST', `${path}/priority`, {
      as,
      body: { priority: 1, reason: 'by phone' },
    });
    expect(body).toMatchObject({ customer, shipTo: { region: 'NY', postalCode: '10001' } });
    expect(body.links.status).toContain('/b/');
  });

  it('gets the link for the customer at checkout, and when it repeats it', async () => {
    const body = checkoutBody({ orderId: 'W-2', customer });
    const place = () => api.call('POST', '/v1/backorders', { as: 'checkout', body });
    for (const answer of [await place(), await place()]) {
      expect(answer.body.links.status).toContain('/b/');
      expect(answer.body.customer).toMatchObject(customer);
    }
  });

  it('reads mails as they were sent', async () => {
    const { body } = await read('admin', `/messages/${messageId}`);
    expect(body).toMatchObject({ to: customer.email, text: 'Hello Countess' });
    expect(body.headers).toHaveProperty('List-Unsubscribe');
  });
});
