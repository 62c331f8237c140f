import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { isSameText } from '../../../db/same-text.ts';
import { minuteMs } from '../../../workflows/domain/time.ts';
import type { Delivered, Hint } from '../port.ts';
import { itemIdOf } from './item-id.ts';

const toleranceMs = 5 * minuteMs;

/**
 * A delivery of BigCommerce, signed by Standard Webhooks with the bytes of the app's client secret
 * as they are. https://developer.bigcommerce.com/docs/integrations/webhooks
 * What is signed, and tells nothing that concerns us, is a ping.
 */
export const readDelivery = (
  { body, headers, now }: Delivered,
  secrets: readonly string[],
  storeHash: string,
): Hint | 'ping' | 'forged' => {
  const text = Buffer.from(body).toString('utf8');
  if (!isSigned({ text, headers, now }, secrets)) return 'forged';
  const parsed = deliveryBody.safeParse(asJson(text));
  if (!parsed.success) return 'ping';
  const { scope, producer, hash, data } = parsed.data;
  // The secret is the app's, which other stores may have installed.
  if (producer !== undefined && producer !== `stores/${storeHash}`) return 'forged';
  const about = aboutOf(scope, data);
  if (about === undefined) return 'ping';
  const unique = hash || headers.get('webhook-id') || '';
  return { deliveryId: `${scope} ${unique}`.slice(0, 200), about };
};

const isSigned = (
  { text, headers, now }: { text: string; headers: Headers; now: string },
  secrets: readonly string[],
): boolean => {
  const id = headers.get('webhook-id');
  const timestamp = headers.get('webhook-timestamp');
  const signatures = headers.get('webhook-signature')?.split(' ');
  if (!id || !timestamp || !signatures || !/^\d{1,12}$/.test(timestamp)) return false;
  const at = Number(timestamp) * 1000;
  if (Math.abs(Date.parse(now) - at) > toleranceMs) return false;
  return secrets
    .filter((secret) => secret !== '')
    .map((secret) => signer(secret).sign(id, new Date(at), text))
    .some((right) => signatures.some((signature) => isSameText(right, signature)));
};

/** The library would take the characters of a string for bytes, and they are UTF-8. */
const signer = (secret: string): Webhook =>
  new Webhook(new TextEncoder().encode(secret), { format: 'raw' });

const number = z.union([z.int(), z.string().regex(/^\d{1,15}$/)]).transform(Number);

const deliveryBody = z.object({
  scope: z.string().max(128),
  producer: z.string().optional(),
  hash: z.string().max(128).optional(),
  data: z
    .object({
      id: number,
      orderId: number,
      order_id: number,
      product_id: number,
      variant_id: number,
      inventory: z.object({ product_id: number, variant_id: number }).partial(),
    })
    .partial()
    .catch({})
    .default({}),
});
type Data = z.infer<typeof deliveryBody>['data'];

const aboutOf = (scope: string, data: Data): Hint['about'] | undefined => {
  if (scope === 'store/app/uninstalled') return 'gone';
  const orderId = orderIdOf(scope, data);
  if (orderId !== undefined) return { orderId: String(orderId) };
  if (!/\/(inventory\/|stock_changed)/.test(scope)) return undefined;
  const item = { ...data, ...data.inventory };
  const isProduct = scope.startsWith('store/product/');
  const productId = item.product_id ?? (isProduct ? data.id : undefined);
  if (productId === undefined) return undefined;
  return { itemId: itemIdOf({ product_id: productId, variant_id: item.variant_id }) };
};

/** `id` is a shipment's or a transaction's where the event is about one. */
const orderIdOf = (scope: string, data: Data): number | undefined => {
  const named = data.orderId ?? data.order_id;
  if (/^store\/(shipment|order\/transaction)\//.test(scope)) return named;
  return scope.startsWith('store/order/') ? (named ?? data.id) : undefined;
};

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
