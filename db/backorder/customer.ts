import type { Instant } from '../../workflows/domain/time.ts';
import type { Db, Sql } from '../client.ts';
import { resendUndelivered } from '../mail/again.ts';
import { reconsiderHeldOf } from '../mail/reconsider.ts';
import type { orders } from '../schema/backorder/orders.ts';
import { inTransaction } from '../transaction.ts';

/** What may change about whom an order is for. What is left out stays as it is. */
export type CustomerPatch = {
  email?: Order['email'];
  name?: NonNullable<Order['name']>;
  locale?: Order['locale'];
  /** The customer's own, which stays wherever their order goes. */
  timeZone?: Order['timeZone'];
  /** Replaces the whole address. `timeZone`: where it is, theirs too unless they named another. */
  shipTo?: Pick<Order, 'country' | 'region' | 'postalCode' | 'timeZone'>;
};

type Order = typeof orders.$inferSelect;

/**
 * Changes the customer or the address of an order. A mail address that is given, be it a new one or
 * not, is owed the service mail that others did not take. `at`: order time. Safe to repeat.
 */
export const changeCustomer = (
  db: Db,
  orderId: string,
  { patch, at }: { patch: CustomerPatch; at: Instant },
): Promise<void> =>
  inTransaction(db, async (sql) => {
    await updateCustomer(sql, orderId, patch);
    const { email } = patch;
    if (email === undefined) return;
    await reconsiderHeldOf(sql, orderId);
    await resendUndelivered(sql, { orderId, email, at });
  });

/**
 * Whether a notice of the law that came back had gone to another address than this one. Nobody gets
 * it twice at the same.
 */
export const isNewToNotice = async (
  sql: Sql,
  { orderId, email }: { orderId: string; email: string },
): Promise<boolean> => {
  const returned = await sql`
    select from views v join messages m on m.order_id = v.order_id
      and m.key = v.state #>> '{law,returned,key}'
    where v.order_id = ${orderId} and lower(m."to") = lower(${email})`;
  return returned.count === 0;
};

/**
 * Changes the customer or the address of an order. False when there is no such order. A new mail
 * address ends the link to the customer's page, which the old one may have got.
 */
export const updateCustomer = async (
  sql: Sql,
  orderId: string,
  { email, name, locale, timeZone, shipTo }: CustomerPatch,
): Promise<boolean> => {
  const changes = {
    ...(email !== undefined && { email }),
    ...(name !== undefined && { name }),
    ...(locale !== undefined && { locale }),
    ...(timeZone !== undefined && { time_zone: timeZone, time_zone_given: true }),
    ...(shipTo && {
      country: shipTo.country,
      region: shipTo.region,
      postal_code: shipTo.postalCode,
    }),
  };
  const rows =
    Object.keys(changes).length === 0
      ? await sql`select from orders where order_id = ${orderId}`
      : await sql`
          update orders set ${sql(changes)}, ${followed(sql, { timeZone, shipTo })} link_version = link_version +
            case when email is distinct from coalesce(${email ?? null}, email) then 1 else 0 end
          where order_id = ${orderId}`;
  return rows.count > 0;
};

/** Who has never named a zone lives where their order goes. */
const followed = (sql: Sql, { timeZone, shipTo }: Pick<CustomerPatch, 'timeZone' | 'shipTo'>) =>
  timeZone === undefined && shipTo
    ? sql`time_zone = case when time_zone_given then time_zone else ${shipTo.timeZone} end,`
    : sql``;

/** Where the order goes to, as far as days and law depend on it. */
export const getShipTo = async (
  sql: Sql,
  orderId: string,
): Promise<Pick<typeof orders.$inferSelect, 'country' | 'region' | 'postalCode'>> => {
  const [order] = await sql<
    Pick<typeof orders.$inferSelect, 'country' | 'region' | 'postalCode'>[]
  >`
    select country, region, postal_code from orders where order_id = ${orderId}`;
  if (order === undefined) throw new Error('no such order');
  return order;
};
