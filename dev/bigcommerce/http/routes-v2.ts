import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Order } from '../records.ts';
import type { ShopActs } from '../shop/acts.ts';
import type { Store } from '../store.ts';
import { listV2, pageOf, refuseV2 } from './answers.ts';
import { lineBody, orderBody, shipmentBody, shippingAddressBody } from './order-bodies.ts';

export type ApiParts = { store: Store; acts: ShopActs; now: () => string };

const shipmentRequest = z.object({
  order_address_id: z.int(),
  tracking_number: z.string().max(50).default(''),
  tracking_carrier: z.string().default(''),
  shipping_provider: z.string().default(''),
  comments: z.string().max(65_535).default(''),
  items: z.array(z.object({ order_product_id: z.int(), quantity: z.int() })).min(1),
});

const orderChange = z.object({
  status_id: z.int().min(0).max(14).optional(),
  staff_notes: z.string().optional(),
});

/** Orders, as V2 has them. */
export const createV2 = ({ store, acts }: ApiParts): Hono => {
  const base = (c: Context) => new URL(c.req.url).href.replace(/\/v2\/.*$/, '');
  const withOrder =
    (answer: (c: Context, order: Order) => Response | Promise<Response>) =>
    async (c: Context): Promise<Response> => {
      const order = store.findOrder(Number(c.req.param('id')));
      return order ? answer(c, order) : refuseV2(c, 404, 'The requested resource was not found.');
    };
  return new Hono()
    .get('/orders', (c) => {
      const since = Date.parse(c.req.query('min_date_modified') ?? '1970-01-01T00:00:00Z');
      // Dates of V2 have whole seconds.
      const second = (order: Order) => Math.floor(Date.parse(order.modifiedAt) / 1000) * 1000;
      const orders = store.state.orders
        .filter((order) => second(order) >= since)
        .sort((a, b) => second(a) - second(b) || a.id - b.id);
      return listV2(
        c,
        pageOf(c, orders).data.map((order) => orderBody(order, base(c))),
      );
    })
    .get(
      '/orders/:id',
      withOrder((c, order) => c.json(orderBody(order, base(c)))),
    )
    .put(
      '/orders/:id',
      withOrder(async (c, order) => {
        const asked = orderChange.parse(await c.req.json());
        if (asked.staff_notes !== undefined) order.staffNotes = asked.staff_notes;
        acts.setStatus(order.id, asked.status_id ?? order.statusId);
        return c.json(orderBody(order, base(c)));
      }),
    )
    .get(
      '/orders/:id/products',
      withOrder((c, order) =>
        c.json(pageOf(c, order.lines).data.map((line) => lineBody(order, line))),
      ),
    )
    .get(
      '/orders/:id/shipping_addresses',
      withOrder((c, order) =>
        c.json(pageOf(c, [order]).data.map((one) => shippingAddressBody(one, base(c)))),
      ),
    )
    .get(
      '/orders/:id/shipments',
      withOrder((c, order) =>
        listV2(
          c,
          pageOf(c, order.shipments).data.map((shipment) => shipmentBody(order, shipment)),
        ),
      ),
    )
    .post(
      '/orders/:id/shipments',
      withOrder(async (c, order) => {
        const asked = shipmentRequest.parse(await c.req.json());
        if (asked.order_address_id !== order.addressId)
          return refuseV2(c, 400, 'The field order_address_id is invalid.');
        const shipment = acts.ship(order.id, {
          trackingNumber: asked.tracking_number,
          trackingCarrier: asked.tracking_carrier,
          shippingProvider: asked.shipping_provider,
          comments: asked.comments,
          items: asked.items.map(({ order_product_id: lineId, quantity }) => ({
            lineId,
            quantity,
          })),
        });
        return c.json(shipmentBody(order, shipment), 201);
      }),
    );
};
