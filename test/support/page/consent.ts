import { expect } from 'vitest';
import { emailOf } from '../lives/story.ts';
import type { System } from '../system/system.ts';
import { pageOf } from './cardholder.ts';

/** What the customer's page of the card answers to a form. */
export const postCard = async (
  system: System,
  orderId: string,
  form: Record<string, string>,
): Promise<Response> =>
  system.app.request(`${await pageOf(system, orderId)}/card`, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams(form),
  });

/** The customer checks the box. Returns the name of the card form that follows, if one does. */
export const agree = async (system: System, orderId: string): Promise<string | undefined> => {
  const page = await system.app.request(`${await pageOf(system, orderId)}/card`);
  const formId = /name="formId" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const answer = await postCard(system, orderId, { formId, agree: 'yes' });
  expect(answer.status).toBe(303);
  return /\/card\/([^/]+)$/.exec(answer.headers.get('Location') ?? '')?.[1];
};

/** The customer fills in the card form that they have opened. */
export const fillCard = async (
  system: System,
  orderId: string,
  card = 'pm_card_mastercard',
): Promise<void> => {
  const [form] = await system.db.sql<{ setupId: string }[]>`
    select setup_id from card_offers
    where order_id = ${orderId} and ended_at is null order by created_at desc limit 1`;
  await system.stripe.setupIntents.confirm(form?.setupId ?? '', { payment_method: card });
  const path = `${await pageOf(system, orderId)}/paid`;
  const headers = { 'Sec-Fetch-Site': 'same-origin' };
  expect((await system.app.request(path, { method: 'POST', headers })).status).toBe(303);
};

/** The customers that we made at the provider for this order. */
export const customersMade = async (system: System, orderId: string): Promise<string[]> => {
  const { data } = await system.stripe.customers.list({ email: emailOf(orderId), limit: 100 });
  return data.filter(({ metadata }) => metadata.order === orderId).map(({ id }) => id);
};
