import type { ShopAct, ShopAnswer } from '../../port.ts';
import type { Client } from '../client.ts';
import { type LineBody, type ShipmentBody, shipmentBody } from '../order-body.ts';
import { listLines, listShipments } from '../read-order.ts';
import { done, made, markOf, refused } from './answers.ts';

type Shipped = Extract<ShopAct, { kind: 'shipped' }>;
type Parcel = { addressId: number; items: { order_product_id: number; quantity: number }[] };

/**
 * Reports a shipment. A shipment of BigCommerce goes to one address, so it may take several; each
 * carries the act's mark in its comments, by which it is found again. What the store has sent
 * already by itself is done. Its status follows from the shipments.
 */
export const reportShipment = async (
  client: Client,
  act: Shipped,
): Promise<ShopAnswer<{ reference: string }>> => {
  const lines = await listLines(client, act.orderId);
  if (lines.outcome !== 'ok') return lines;
  const shipments = await listShipments(client, act.orderId);
  if (shipments.outcome !== 'ok') return shipments;
  const ours = shipments.value.filter(({ comments }) => comments?.includes(markOf(act.key)));
  const parcels = divide(act, lines.value);
  if (!parcels) return refused('invalid', `order ${act.orderId} has no such line`);
  const isSent = ours.length === 0 && isAllSent(act, lines.value);
  if (isSent) return done(shipments.value.map(({ id }) => id).join(',') || 'shipped');
  const ids: number[] = [];
  for (const parcel of parcels) {
    const found = ours.find(({ order_address_id: id }) => id === parcel.addressId);
    const sent = found
      ? ({ outcome: 'ok', value: found } as const)
      : await send(client, act, parcel);
    if (sent.outcome !== 'ok') return sent;
    ids.push(sent.value.id);
  }
  return done(ids.join(','));
};

/** By address; undefined if a line is none of the order's. */
const divide = (act: Shipped, lines: readonly LineBody[]): Parcel[] | undefined => {
  const parcels = new Map<number, Parcel>();
  for (const { id, quantity } of act.lines) {
    const line = lines.find((candidate) => String(candidate.id) === id);
    if (!line) return undefined;
    const addressId = line.order_address_id ?? 0;
    const parcel = parcels.get(addressId) ?? { addressId, items: [] };
    parcel.items.push({ order_product_id: line.id, quantity });
    parcels.set(addressId, parcel);
  }
  return [...parcels.values()];
};

const isAllSent = (act: Shipped, lines: readonly LineBody[]): boolean =>
  act.lines.every(({ id }) => {
    const line = lines.find((candidate) => String(candidate.id) === id);
    return line !== undefined && (line.quantity_shipped ?? 0) >= line.quantity;
  });

const send = async (
  client: Client,
  act: Shipped,
  { addressId, items }: Parcel,
): Promise<ShopAnswer<ShipmentBody>> =>
  made(
    await client.call({
      ...{ method: 'POST', path: `/v2/orders/${act.orderId}/shipments`, schema: shipmentBody },
      body: {
        ...{ order_address_id: addressId, items },
        tracking_number: act.tracking.slice(0, 50),
        ...carrierOf(act.carrier),
        comments: `${act.carrier} (${markOf(act.key)})`,
      },
    }),
  );

/**
 * BigCommerce knows carriers by AfterShip's names, and refuses others; those are told in the
 * comments alone. https://www.aftership.com/docs/tracking/others/supported-couriers
 */
const carrierOf = (carrier: string) => {
  const slug = known[carrier.toLowerCase().replace(/[^a-z]/g, '')];
  return { shipping_provider: '', ...(slug !== undefined && { tracking_carrier: slug }) };
};

const known: Record<string, string> = {
  auspost: 'australia-post',
  australiapost: 'australia-post',
  canadapost: 'canada-post',
  dhl: 'dhl',
  dhlexpress: 'dhl',
  dpd: 'dpd',
  fedex: 'fedex',
  gls: 'gls',
  royalmail: 'royal-mail',
  ups: 'ups',
  usps: 'usps',
};
