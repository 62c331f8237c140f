import type { Order, Shipment } from '../records.ts';
import { keepOrder, setStatus } from './changes.ts';
import { send } from './inventory.ts';
import { getLine, getOrder, getProduct, type ShopParts, StoreRefusal } from './parts.ts';
import { openUnits } from './totals.ts';

/** Without items: all that is left. */
export type ShipRequest = Partial<Omit<Shipment, 'id' | 'at'>>;

const shipped = 2;
const partiallyShipped = 3;

/** Sends units off. The status follows: shipped when none is left, partially shipped before. */
export const ship = (parts: ShopParts, id: number, request: ShipRequest = {}): Shipment => {
  const { store, now } = parts;
  const order = getOrder(store, id);
  const items = request.items ?? openItems(order);
  if (items.length === 0) throw new StoreRefusal('There is nothing left to ship');
  for (const { lineId, quantity } of items) {
    const open = openUnits(getLine(order, lineId));
    if (!(quantity >= 1 && quantity <= open))
      throw new StoreRefusal(`Of line ${lineId} there are ${open} to ship`);
  }
  for (const { lineId, quantity } of items) {
    const line = getLine(order, lineId);
    send(getProduct(store, line.productId), line, quantity);
  }
  const shipment: Shipment = {
    ...{ trackingNumber: '', trackingCarrier: '', shippingProvider: '', comments: '' },
    ...request,
    ...{ id: store.nextId(), at: now(), items },
  };
  order.shipments.push(shipment);
  const data = { type: 'shipment', id: shipment.id, orderId: id };
  const status = openItems(order).length === 0 ? shipped : partiallyShipped;
  const events = [{ scope: 'store/shipment/created', data }, ...setStatus(order, status)];
  keepOrder(parts, order, events);
  return shipment;
};

const openItems = (order: Order) =>
  order.lines
    .map((line) => ({ lineId: line.id, quantity: openUnits(line) }))
    .filter(({ quantity }) => quantity > 0);
