import type { ShopAnswer, ShopOrder } from '../port.ts';
import type { Client } from './client.ts';
import { type Place, shopOrderOf } from './order.ts';
import {
  addressBody,
  lineBody,
  type OrderParts,
  orderBody,
  refundBody,
  shipmentBody,
  transactionBody,
} from './order-body.ts';
import { listUnpaged, listV2, listV3 } from './pages.ts';

/** An order with all that belongs to it; undefined if the store has none of that id. */
export const readOrder = async (
  client: Client,
  { id, place }: { id: string; place: Place },
): Promise<ShopAnswer<ShopOrder | undefined>> => {
  const found = await readOrderBody(client, id);
  if (found.outcome !== 'ok' || !found.value) return found as ShopAnswer<undefined>;
  const parts = await readParts(client, id);
  if (parts.outcome !== 'ok') return parts;
  return { outcome: 'ok', value: shopOrderOf({ order: found.value, ...parts.value }, place) };
};

/** What can be no id of BigCommerce's is not asked for. */
export const readOrderBody = async (client: Client, id: string) => {
  if (!/^\d{1,15}$/.test(id)) return { outcome: 'ok', value: undefined } as const;
  const path = `/v2/orders/${id}`;
  const answer = await client.call({ method: 'GET', path, schema: orderBody });
  const isMissing = answer.outcome === 'refused' && answer.code === 'not_found';
  return isMissing ? ({ outcome: 'ok', value: undefined } as const) : answer;
};

const readParts = async (
  client: Client,
  id: string,
): Promise<ShopAnswer<Omit<OrderParts, 'order'>>> => {
  const [lines, addresses, shipments, transactions, refunds] = await Promise.all([
    listLines(client, id),
    listAddresses(client, id),
    listShipments(client, id),
    listV3(client, { path: `/v3/orders/${id}/transactions`, item: transactionBody }),
    listRefunds(client, id),
  ]);
  if (lines.outcome !== 'ok') return lines;
  if (addresses.outcome !== 'ok') return addresses;
  if (shipments.outcome !== 'ok') return shipments;
  if (transactions.outcome !== 'ok') return transactions;
  if (refunds.outcome !== 'ok') return refunds;
  const value = {
    ...{ lines: lines.value, addresses: addresses.value, shipments: shipments.value },
    ...{ transactions: transactions.value, refunds: refunds.value },
  };
  return { outcome: 'ok', value };
};

export const listLines = (client: Client, id: string) =>
  listV2(client, { path: `/v2/orders/${id}/products`, item: lineBody });

export const listAddresses = (client: Client, id: string) =>
  listV2(client, { path: `/v2/orders/${id}/shipping_addresses`, item: addressBody });

export const listShipments = (client: Client, id: string) =>
  listV2(client, { path: `/v2/orders/${id}/shipments`, item: shipmentBody });

export const listRefunds = (client: Client, id: string) =>
  listUnpaged(client, { path: `/v3/orders/${id}/payment_actions/refunds`, item: refundBody });
