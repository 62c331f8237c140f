import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Metafield, Order } from '../records.ts';
import { pageOf, refuseV3 } from './answers.ts';
import type { ApiParts } from './routes-v2.ts';

/** All four, for a change as well. */
const request = z.object({
  permission_set: z.enum([
    'app_only',
    'read',
    'write',
    'read_and_sf_access',
    'write_and_sf_access',
  ]),
  namespace: z.string().min(1).max(64),
  key: z.string().min(1).max(64),
  value: z.string().min(1).max(65_535),
});

/** Metafields of an order: one of a name. */
export const createMetafieldRoutes = ({ store, now }: ApiParts): Hono => {
  const orderOf = (c: Context): Order | undefined => store.findOrder(Number(c.req.param('id')));
  return new Hono()
    .get('/orders/:id/metafields', (c) => {
      const { namespace, key } = c.req.query();
      const found = (orderOf(c)?.metafields ?? [])
        .filter((field) => namespace === undefined || field.namespace === namespace)
        .filter((field) => key === undefined || field.key === key);
      return c.json(
        pageOf(
          c,
          found.map((field) => bodyOf(field, Number(c.req.param('id')))),
        ),
      );
    })
    .post('/orders/:id/metafields', async (c) => {
      const order = orderOf(c);
      if (!order) return refuseV3(c, 404, 'The order was not found.');
      const { permission_set: permissionSet, ...asked } = request.parse(await c.req.json());
      const isTaken = order.metafields.some(
        ({ namespace, key }) => namespace === asked.namespace && key === asked.key,
      );
      if (isTaken) return refuseV3(c, 409, 'A metafield of that key exists already.');
      const field = { ...asked, permissionSet, id: store.nextId(), at: now() };
      order.metafields.push(field);
      store.save();
      return c.json({ data: bodyOf(field, order.id), meta: {} });
    })
    .put('/orders/:id/metafields/:fieldId', async (c) => {
      const field = orderOf(c)?.metafields.find(({ id }) => id === Number(c.req.param('fieldId')));
      if (!field) return refuseV3(c, 404, 'The metafield was not found.');
      const { permission_set: permissionSet, ...asked } = request.parse(await c.req.json());
      Object.assign(field, { ...asked, permissionSet, at: now() });
      store.save();
      return c.json({ data: bodyOf(field, Number(c.req.param('id'))), meta: {} });
    })
    .delete('/orders/:id/metafields/:fieldId', (c) => {
      const order = orderOf(c);
      if (!order) return refuseV3(c, 404, 'The order was not found.');
      order.metafields = order.metafields.filter(({ id }) => id !== Number(c.req.param('fieldId')));
      store.save();
      return c.body(null, 204);
    });
};

const bodyOf = ({ id, permissionSet, namespace, key, value, at }: Metafield, orderId: number) => ({
  ...{ id, permission_set: permissionSet, namespace, key, value, description: '' },
  ...{ resource_type: 'order', resource_id: orderId, date_created: at, date_modified: at },
  owner_client_id: 'demo',
});
