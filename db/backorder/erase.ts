import type { Db, Sql } from '../client.ts';
import { forgetAnswersUnder } from '../http/idempotency.ts';
import { forgetAddresses } from '../mail/preferences.ts';
import { forgetBodies } from '../outbound/deliveries.ts';
import { inTransaction } from '../transaction.ts';

/**
 * Takes personal data and free text out of everything kept of an order, as docs/operating.md says
 * field by field. Money, dates, decisions and the promises with their evidence stay. Repeating it
 * keeps the first moment, and takes out what came in since.
 */
export const eraseOrder = (db: Db, orderId: string): Promise<void> =>
  inTransaction(db, async (sql) => {
    await eraseCustomer(sql, orderId);
    await eraseWords(sql, orderId);
    await erasePayment(sql, orderId);
    // Its row is what retention looks at. The state names the customer's card at the provider.
    await sql`
      update views set state = null, erased_at = coalesce(erased_at, now()) where order_id = ${orderId}`;
    await forgetBodies(sql, orderId);
    await forgetAnswersUnder(sql, `/v1/backorders/${orderId}/`);
  });

/** Whom it was for. The hash goes too, because it would prove a guess of what it was made of. */
const eraseCustomer = async (sql: Sql, orderId: string): Promise<void> => {
  await sql`select from orders where order_id = ${orderId} for update`;
  await forgetAddresses(sql, orderId);
  await sql`
    update orders set
      email = '', name = null, locale = 'und', region = null, postal_code = null,
      marketing_consent = false, suspension_reason = null, provider_customer_id = null,
      customer_key = null, payment_method_id = null, mandate = jsonb_set(mandate, '{text}', '""'), body_hash = '',
      link_version = link_version + 1, erased_at = coalesce(erased_at, now())
    where order_id = ${orderId}`;
};

/** Mails, and what people wrote. A tracking number leads to the address at the carrier's. */
const eraseWords = async (sql: Sql, orderId: string): Promise<void> => {
  await sql`
    update messages set "to" = null, mail = null, page_link = null, provider_id = null, events = '[]'
    where order_id = ${orderId}`;
  await sql`update address_changes set email = null where order_id = ${orderId}`;
  await sql`update cancellations set reason = null where order_id = ${orderId}`;
  await sql`update promises set reason = null where order_id = ${orderId}`;
  await sql`update shipments set tracking = null, body_hash = '' where order_id = ${orderId}`;
  await sql`
    update shop_acts set act = act || case kind
      when 'shipped' then '{"tracking": ""}'::jsonb
      when 'cancelled' then '{"reason": ""}'::jsonb
      else '{}'::jsonb end
    where order_id = ${orderId}`;
  await sql`update shop_orders set seen = seen - 'shipTo' where order_id = ${orderId}`;
  // Elsewhere a reason is a code, such as why a mail was not sent.
  await sql`
    update timeline set
      detail = case when key like 'operator/%' then detail - 'reason' else detail - 'note' end
    where order_id = ${orderId}`;
};

/** The provider's ids of the customer and the card. Those of payments and refunds are books. */
const erasePayment = async (sql: Sql, orderId: string): Promise<void> => {
  await sql`
    update payment_attempts set client_secret = null,
      request = request - '{customerId,paymentMethodId}'::text[], answer = answer - 'methodId'
    where order_id = ${orderId}`;
  await sql`
    update card_offers set setup_id = null, client_secret = null where order_id = ${orderId}`;
};
