import { zoneAtShipTo } from '../../workflows/calendar/ship-to-day.ts';
import { civilDateIn } from '../../workflows/calendar/zone.ts';
import type { CivilDate, Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import type { orders } from '../schema/backorder/orders.ts';

type Address = Pick<typeof orders.$inferSelect, 'orderId' | 'country' | 'region' | 'postalCode'>;

/** The day that it is at that moment where each of these orders goes to. */
export const listTodays = async (
  sql: Sql,
  orderIds: readonly string[],
  now: Instant,
): Promise<Map<string, CivilDate>> => {
  const addresses = await sql<Address[]>`
    select order_id, country, region, postal_code from orders
    where order_id = any(${orderIds}::text[])`;
  // Thousands of orders share a few zones, and each day takes a while to work out.
  const days = new Map<string, CivilDate>();
  const dayIn = (zone: string): CivilDate => {
    const day = days.get(zone) ?? civilDateIn(now, zone);
    days.set(zone, day);
    return day;
  };
  return new Map(addresses.map((address) => [address.orderId, dayIn(zoneAtShipTo(address))]));
};

/** Throws for an order whose day was not asked for. */
export const getToday = (todays: ReadonlyMap<string, CivilDate>, orderId: string): CivilDate => {
  const today = todays.get(orderId);
  if (today === undefined) throw new Error(`no day for the order ${orderId}`);
  return today;
};
