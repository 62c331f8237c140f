import type { NewOrder } from '../../db/backorder/place.ts';
import type { Db } from '../../db/client.ts';

/**
 * Writes the rows of one checkout as plainly as can be: one transaction, whose inserts are sent
 * together without waiting for each other's answers. Nothing is looked up, locked or decided.
 */
export const insertOrderRows = async ({ sql }: Db, order: NewOrder): Promise<void> => {
  const { orderId, placedAt, priority, customer, shipTo, payment, promise, lines } = order;
  await sql.begin((tx) => [
    tx`
      insert into orders (
        order_id, placed_at, priority, fulfilment, imported, country, region, postal_code, email,
        name, locale, time_zone, marketing_consent, currency, shipping, terms,
        provider_customer_id, payment_method_id, mandate, body_hash
      ) values (
        ${orderId}, ${placedAt}, ${priority}, ${order.fulfilment}, ${order.imported},
        ${shipTo.country}, ${shipTo.region}, ${shipTo.postalCode}, ${customer.email},
        ${customer.name}, ${customer.locale}, ${customer.timeZone}, ${customer.marketingConsent},
        ${order.currency}, ${order.shipping}, ${payment.terms}, ${payment.customerId},
        ${payment.paymentMethodId}, ${tx.json(payment.mandate)}, ${order.bodyHash}
      )`,
    ...lines.map(
      (line, index) => tx`
        insert into lines (
          order_id, line_id, ordinal, sku, location, quantity, unit_price, total, waiting,
          priority, placed_at
        ) values (
          ${orderId}, ${line.lineId}, ${index + 1}, ${line.sku}, ${line.location},
          ${line.quantity}, ${line.unitPrice}, ${line.total}, ${line.quantity}, ${priority},
          ${placedAt}
        )`,
    ),
    tx`
      insert into promises (order_id, promise_id, ordinal, "on", basis, stated_at, accepted_at)
      values (${orderId}, 'checkout', 1, ${promise?.on ?? null}, ${promise?.basis ?? null},
        ${placedAt}, ${placedAt})`,
    tx`insert into news (order_id) values (${orderId})`,
    tx`
      insert into timeline (order_id, key, at, type, summary)
      values (${orderId}, 'placed', ${placedAt}, 'BackorderPlaced', 'Placed, 1 waiting')`,
  ]);
};

/** How many rows each table has for an order, to see that two ways of writing it are the same. */
export const rowsPerOrder = async ({ sql }: Db): Promise<string> => {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'order_id' order by 1`;
  const orders = await countRows(sql, 'orders');
  const counts: string[] = [];
  for (const { name } of tables) counts.push(`${name} ${(await countRows(sql, name)) / orders}`);
  return counts.join(', ');
};

const countRows = async (sql: Db['sql'], table: string): Promise<number> => {
  const [row] = await sql<{ rows: number }[]>`select count(*) as rows from ${sql(table)}`;
  return row?.rows ?? 0;
};
