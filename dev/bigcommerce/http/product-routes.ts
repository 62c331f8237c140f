import { Hono } from 'hono';
import { z } from 'zod';
import type { Product } from '../records.ts';
import { major } from '../settings.ts';
import { sellable } from '../shop/inventory.ts';
import { pageOf, refuseV3 } from './answers.ts';
import type { ApiParts } from './routes-v2.ts';

const change = z.object({ availability_description: z.string().max(255).optional() });

/** The catalogue and the inventory, as far as somebody asks what is there and says when more comes. */
export const createProductRoutes = ({ store, now }: ApiParts): Hono =>
  new Hono()
    .get('/catalog/products', (c) => {
      const { sku } = c.req.query();
      const found = store.state.products.filter(
        (product) => sku === undefined || product.sku === sku,
      );
      return c.json(
        pageOf(
          c,
          found.map((product) => productBody(product, now())),
        ),
      );
    })
    .get('/catalog/products/:id', (c) => {
      const product = store.findProduct(Number(c.req.param('id')));
      if (!product) return refuseV3(c, 404, 'The product was not found.');
      return c.json({ data: productBody(product, now()), meta: {} });
    })
    .put('/catalog/products/:id', async (c) => {
      const product = store.findProduct(Number(c.req.param('id')));
      if (!product) return refuseV3(c, 404, 'The product was not found.');
      const asked = change.parse(await c.req.json());
      product.availabilityDescription =
        asked.availability_description ?? product.availabilityDescription;
      store.save();
      return c.json({ data: productBody(product, now()), meta: {} });
    })
    .get('/inventory/items', (c) => {
      const skus = c.req.query('sku:in')?.split(',');
      const found = store.state.products.filter(({ sku }) => !skus || skus.includes(sku));
      return c.json(pageOf(c, found.map(inventoryBody)));
    });

/** A classic level, and what a native store shows of its shelf, never go below 0. */
const shelf = ({ onHand }: Product): number => Math.max(0, onHand);

const productBody = (product: Product, at: string) => {
  const level = shelf(product);
  return {
    ...{ id: product.id, name: product.name, type: 'physical', sku: product.sku },
    ...{ description: product.description, weight: 1, price: major(product.price) },
    ...{ categories: [], brand_id: 0, inventory_level: level, inventory_warning_level: 0 },
    inventory_tracking: product.tracking === 'none' ? 'none' : 'product',
    ...{ is_visible: true, is_featured: false, availability: 'available' },
    availability_description: product.availabilityDescription,
    ...{ condition: 'New', base_variant_id: product.variantId },
    ...{ calculated_price: major(product.price), date_created: at, date_modified: at },
    variants: [
      {
        ...{ id: product.variantId, product_id: product.id, sku: product.sku },
        ...{ inventory_level: level, inventory_warning_level: 0, option_values: [] },
      },
    ],
  };
};

/** The newer fields of backorders come only with BigCommerce's own. */
const inventoryBody = (product: Product) => ({
  identity: {
    ...{ sku: product.sku, variant_id: product.variantId, product_id: product.id },
    sku_id: product.variantId,
  },
  locations: [
    {
      ...{ location_id: 1, location_code: 'default', location_name: 'Default location' },
      available_to_sell: Math.min(1_000_000, sellable(product)),
      ...{ total_inventory_onhand: product.onHand, location_enabled: true },
      ...(product.tracking === 'native' && { qty_backordered: product.backordered }),
      settings: {
        ...{ safety_stock: 0, is_in_stock: sellable(product) > 0, warning_level: 0 },
        bin_picking_number: '',
        ...(product.tracking === 'native' && { backorder_limit: product.backorderLimit }),
      },
    },
  ],
});
