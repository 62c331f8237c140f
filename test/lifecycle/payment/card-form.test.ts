import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkout, until } from '../../support/lives/story.ts';
import { customerOf, methodOf, pageOf } from '../../support/page/cardholder.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const orderId = 'another-card';

/** Sends a form of the customer's page; returns where it leads. */
const send = async (form: string): Promise<string | null> => {
  const { status, headers } = await system.app.request(`${await pageOf(system, orderId)}/${form}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Sec-Fetch-Site': 'same-origin',
    },
    body: `formId=${randomUUID()}`,
  });
  expect(status).toBe(303);
  return headers.get('Location');
};

const setupsThere = async () => {
  const customer = await customerOf(system, orderId);
  return (await system.stripe.setupIntents.list({ customer, limit: 10 })).data;
};

it('a form that is asked for twice at once is one, until it is filled in', async () => {
  await checkout(system, { orderId });
  const path = await pageOf(system, orderId);
  const [first, second] = await Promise.all([send('card'), send('card')]);
  expect(second).toBe(first);
  expect(await send('card')).toBe(first);
  const [setup, ...others] = await setupsThere();
  expect(others).toEqual([]);

  const before = await methodOf(system, orderId);
  const given = { payment_method: 'pm_card_mastercard' };
  await system.stripe.setupIntents.confirm(setup?.id ?? '', given);
  expect(await send('paid')).toBe(`${path}?done=payment`);
  await expect.poll(() => methodOf(system, orderId), { timeout: 20_000 }).not.toBe(before);
  await expect
    .poll(async () => (await system.db.sql`select from card_offers where ended_at is null`).count)
    .toBe(0);
  expect(await send('card')).not.toBe(first);
  expect(await setupsThere()).toHaveLength(2);
});

it('a form that the provider refuses is said to be so, and a person is asked', async () => {
  await system.db.sql`
    update orders set provider_customer_id = 'cus_gone' where order_id = ${orderId}`;
  await system.db.sql`update card_offers set ended_at = now()`;
  const place = await send('card');
  const { status, body } = await system.call('GET', place ?? '');
  expect(status).toBe(200);
  expect(body).toContain('We cannot show you a card form');
  await until(system, orderId, ({ attention }) =>
    attention.some(({ code }: { code: string }) => code === 'dead_end'),
  );
});
