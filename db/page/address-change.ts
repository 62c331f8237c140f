import { createHash } from 'node:crypto';
import { wallToOrder } from '../../workflows/domain/order-time.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import { changeCustomer } from '../backorder/customer.ts';
import type { Db, Sql } from '../client.ts';
import { oweLetter } from '../mail/letters.ts';
import { appendTimeline } from '../record/timeline.ts';
import type { orders } from '../schema/backorder/orders.ts';
import { inTransaction, joined } from '../transaction.ts';

/** Each one is a mail to somebody who may never have heard of us. */
const perHour = 3;
const validHours = 24;

/**
 * Notes that the order's mail shall go to another address, and owes that address the question
 * whether it is theirs. An earlier question ends. Nothing else changes until it is confirmed. The
 * same form asks once.
 */
export const askForAddress = (
  db: Db,
  { orderId, email, formId }: { orderId: string; email: string; formId: string },
): Promise<'asked' | 'same' | 'too_many'> =>
  inTransaction(db, async (sql) => {
    const order = await lockOrder(sql, orderId);
    if (order === undefined) throw new Error('no such order');
    const changeId = idOf(orderId, formId);
    const before = await sql`
      select from address_changes where id = ${changeId}`;
    if (before.count > 0) return 'asked';
    if (order.email.toLowerCase() === email.toLowerCase()) return 'same';
    const [lately] = await sql<{ count: number }[]>`
      select count(*)::int as count from address_changes
      where order_id = ${orderId} and requested_at > now() - interval '1 hour'`;
    if (lately && lately.count >= perHour) return 'too_many';
    await sql`
      update address_changes set expires_at = now()
      where order_id = ${orderId} and confirmed_at is null and expires_at > now()`;
    await sql`
      insert into address_changes (id, order_id, email, expires_at)
      values (${changeId}, ${orderId}, ${email}, now() + ${validHours} * interval '1 hour')`;
    const kind = 'address-confirm' as const;
    const letter = { orderId, key: `${kind}:${changeId}`, at: order.at, to: email };
    await oweLetter(sql, { ...letter, kind, about: { changeId } });
    return 'asked';
  });

/** Forms have ids that anybody may make up, so that of another order must not be in the way. */
const idOf = (orderId: string, formId: string): string => {
  const hex = createHash('sha256').update(`${orderId}/${formId}`).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
};

/** Whether the order's page waits for the answer of another address. */
export const isAddressAsked = async (sql: Sql, orderId: string): Promise<boolean> => {
  const open = await sql`
    select from address_changes
    where order_id = ${orderId} and confirmed_at is null and expires_at > now()`;
  return open.count > 0;
};

/** `locale`: the customer's. */
export type AddressChange = {
  orderId: string;
  state: 'open' | 'expired' | 'confirmed';
  locale: string;
};

/** A change as it stands. Undefined when there is none, or the customer was forgotten. */
export const findAddressChange = async (
  sql: Sql,
  changeId: string,
): Promise<AddressChange | undefined> => {
  const [change] = await sql<AddressChange[]>`
    select o.order_id, o.locale, case when c.confirmed_at is not null then 'confirmed'
      when c.expires_at <= now() then 'expired' else 'open' end as state
    from address_changes c join orders o on o.order_id = c.order_id
    where c.id = ${changeId} and o.erased_at is null and c.email is not null`;
  return change;
};

/**
 * The order's mail goes to the new address from now on. It gets the new link, because the old one
 * ends, and what the old address did not take; the old address is told. Safe to repeat: returns
 * whether it was done by this call.
 */
export const confirmAddress = (db: Db, changeId: string): Promise<boolean> =>
  inTransaction(db, async (sql) => {
    const [change] = await sql<{ orderId: string; email: string }[]>`
      update address_changes set confirmed_at = now()
      where id = ${changeId} and confirmed_at is null and expires_at > now() and email is not null
      returning order_id, email`;
    if (change === undefined) return false;
    const { orderId, email } = change;
    const order = await lockOrder(sql, orderId);
    if (order === undefined || order.erasedAt !== null) return false;
    const { at } = order;
    await changeCustomer(joined(sql), orderId, { patch: { email }, at });
    const told = { orderId, key: `address-changed:${changeId}`, at, to: order.email };
    await oweLetter(sql, { ...told, kind: 'address-changed', about: {} });
    const link = { orderId, key: `status-link:${changeId}`, at };
    await oweLetter(sql, { ...link, kind: 'status-link', about: {} });
    const summary = 'The customer changed the mail address on the page, and confirmed it';
    await appendTimeline(sql, [
      { orderId, key: `address/${changeId}`, at, type: 'AddressChanged', summary },
    ]);
    return true;
  });

type Locked = Pick<typeof orders.$inferSelect, 'email' | 'erasedAt'> & { at: Instant };

const lockOrder = async (sql: Sql, orderId: string): Promise<Locked | undefined> => {
  const [order] = await sql<(Omit<Locked, 'at'> & { skippedMs: number })[]>`
    select email, erased_at, skipped_ms from orders where order_id = ${orderId} for update`;
  return order && { ...order, at: wallToOrder(new Date().toISOString(), order.skippedMs) };
};
