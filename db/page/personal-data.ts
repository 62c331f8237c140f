import { desc, eq } from 'drizzle-orm';
import type { View } from '../../workflows/domain/view.ts';
import type { BackorderRow } from '../backorder/read.ts';
import { builder } from '../builder.ts';
import type { Sql } from '../client.ts';
import { addressKeyOf } from '../mail/address-key.ts';
import { listTimeline } from '../record/timeline.ts';
import { cancellations } from '../schema/backorder/cancellations.ts';
import { orders } from '../schema/backorder/orders.ts';
import { messages } from '../schema/mail/messages.ts';
import { addressChanges, preferences } from '../schema/mail/preferences.ts';
import { suppressions } from '../schema/mail/suppressions.ts';
import { shipments } from '../schema/stock/shipments.ts';
import { boughtAs } from '../sql.ts';
import { listToldDates } from './history.ts';
import { withoutTokens } from './page-link.ts';

/**
 * Everything kept of one order and the person behind it, for them to take away. Money in minor
 * units of `currency`. No link and no key is in it, so that whoever finds the file opens nothing.
 */
export const collectPersonalData = async (sql: Sql, { orderId, email, view }: BackorderRow) => {
  const [order, lines, dates, shipped, cancelled, answers, mails, wishes, timeline] =
    await Promise.all([
      getOrder(sql, orderId),
      listLines(sql, orderId),
      listToldDates(sql, orderId),
      listShipments(sql, orderId),
      listCancellations(sql, orderId),
      listAnswers(sql, orderId),
      listMails(sql, orderId),
      findWishes(sql, { orderId, email }),
      listTimeline(sql, orderId),
    ]);
  return {
    order,
    lines,
    shipDates: dates.map(({ at, on, reason }) => ({ at, on, reason })),
    payment: sumsOf(view),
    shipments: shipped,
    cancellations: cancelled,
    answers,
    messages: mails,
    ...wishes,
    timeline: timeline.map(({ at, type, summary }) => ({ at, type, summary })),
  };
};

const getOrder = async (sql: Sql, orderId: string) => {
  const [order] = await builder(sql)
    .select({
      orderId: orders.orderId,
      placedAt: orders.placedAt,
      email: orders.email,
      name: orders.name,
      locale: orders.locale,
      timeZone: orders.timeZone,
      country: orders.country,
      region: orders.region,
      postalCode: orders.postalCode,
      marketingConsent: orders.marketingConsent,
      currency: orders.currency,
      shipping: orders.shipping,
      terms: orders.terms,
      paidUpfront: orders.paidUpfront,
      mandate: orders.mandate,
      providerCustomerId: orders.providerCustomerId,
      paymentMethodId: orders.paymentMethodId,
    })
    .from(orders)
    .where(eq(orders.orderId, orderId));
  return order;
};

const listLines = async (sql: Sql, orderId: string): Promise<object[]> => [
  ...(await sql<object[]>`
    select l.line_id, l.sku, ${boughtAs(sql)} as title, l.quantity, l.unit_price, l.total,
      l.waiting, l.kept + l.leased + l.firm as allocated, l.shipped, l.cancelled
    from lines l left join products p on p.sku = l.sku
    where l.order_id = ${orderId} order by l.ordinal`),
];

const sumsOf = (view: View | null) => {
  if (view === null) return null;
  const { state, authorized, captured, givenBack, chargedBack } = view.payment;
  return { state, authorized, captured, givenBack, chargedBack };
};

const listShipments = (sql: Sql, orderId: string) => {
  const { shipmentId, lines, carrier, tracking, scannedAt, status } = shipments;
  return builder(sql)
    .select({ shipmentId, lines, carrier, tracking, scannedAt, status })
    .from(shipments)
    .where(eq(shipments.orderId, orderId))
    .orderBy(scannedAt);
};

const listCancellations = (sql: Sql, orderId: string) => {
  const { by, reason, requested, lines, requestedAt } = cancellations;
  return builder(sql)
    .select({ by, reason, requested, lines, requestedAt })
    .from(cancellations)
    .where(eq(cancellations.orderId, orderId))
    .orderBy(requestedAt);
};

/** What they answered, that they withdrew, and the periods that they set. */
const listAnswers = async (sql: Sql, orderId: string): Promise<object[]> => [
  ...(await sql<object[]>`
    select request ->> 'type' as type, (request -> 'accept')::boolean as accept,
      request ->> 'until' as until, request ->> 'channel' as channel, received_at, outcome
    from customer_words
    where order_id = ${orderId} and request ->> 'type' <> 'CancelBackorder'
    order by received_at, word_id`),
];

/** Also those that were not sent, with the code that says why. */
const listMails = async (sql: Sql, orderId: string) => {
  const { kind, decision, reason, at, to, mail, status } = messages;
  const rows = await builder(sql)
    .select({ kind, decision, reason, at, to, mail, status })
    .from(messages)
    .where(eq(messages.orderId, orderId))
    .orderBy(desc(at));
  return rows.map(({ mail, ...row }) => ({
    ...row,
    subject: mail?.subject ?? null,
    text: mail ? withoutTokens(mail.text) : null,
  }));
};

/** What the person at the address wants to hear, whatever orders they have. */
const findWishes = async (sql: Sql, { orderId, email }: { orderId: string; email: string }) => {
  const addressKey = addressKeyOf(email);
  const { updates, offers, pausedUntil, changedAt, by } = preferences;
  const [[preference], [suppression], changes] = await Promise.all([
    builder(sql)
      .select({ updates, offers, pausedUntil, changedAt, by })
      .from(preferences)
      .where(eq(preferences.addressKey, addressKey)),
    builder(sql)
      .select({ reason: suppressions.reason, at: suppressions.at })
      .from(suppressions)
      .where(eq(suppressions.addressKey, addressKey)),
    builder(sql)
      .select({
        email: addressChanges.email,
        requestedAt: addressChanges.requestedAt,
        confirmedAt: addressChanges.confirmedAt,
      })
      .from(addressChanges)
      .where(eq(addressChanges.orderId, orderId))
      .orderBy(addressChanges.requestedAt),
  ]);
  return {
    preferences: preference ?? null,
    suppression: suppression ?? null,
    addressChanges: changes,
  };
};
