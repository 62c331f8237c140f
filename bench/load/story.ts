import { type System, until } from '../servers/system.ts';
import { checkoutBody, type Wish } from './orders.ts';

/** Places an order and waits until it is confirmed and its timetable is made. */
export const placeAndWait = async (
  system: System,
  orderId: string,
  wish: Wish = {},
): Promise<void> => {
  const body = checkoutBody(orderId, { sku: orderId, ...system.payer, ...wish });
  await system.post('/v1/backorders', body);
  await untilShown(system, orderId, "body ->> 'next' is not null");
};

export const forward = (system: System, orderId: string, days: number): Promise<unknown> =>
  system.post(`/v1/backorders/${orderId}/fast-forward`, { days });

/** Reports the order's only shipment. */
export const ship = (system: System, orderId: string): Promise<unknown> =>
  system.post(`/v1/backorders/${orderId}/shipments`, {
    shipmentId: 's1',
    carrier: 'UPS',
    tracking: '1Z999',
    scannedAt: new Date().toISOString(),
  });

/** The unit arrives, is paid for and leaves; resolves once the workflow has nothing left to do. */
export const fulfil = async (system: System, orderId: string): Promise<void> => {
  await system.post('/v1/restocks', { restockId: orderId, sku: orderId, quantity: 1 });
  await untilShown(system, orderId, "phase = 'ready_to_ship'");
  await until(`${orderId} is said to be ready`, async () => {
    const told = await system.db.sql`
      select from messages
      where order_id = ${orderId} and kind = 'ready-to-ship' and decision = 'sent'`;
    return told.length > 0;
  });
  await ship(system, orderId);
  await untilShown(system, orderId, 'ended_at is not null');
};

/** `condition` is SQL about the order's view. */
const untilShown = ({ db }: System, orderId: string, condition: string): Promise<void> =>
  until(`${orderId}: ${condition}`, async () => {
    const found = await db.sql`
      select from views where order_id = ${orderId} and ${db.sql.unsafe(condition)}`;
    return found.length > 0;
  });
