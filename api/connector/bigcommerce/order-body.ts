import { z } from 'zod';

/** What is read of BigCommerce's answers. Whatever else they hold is left out. */
const amount = z.union([z.string(), z.number()]);
const text = z.string().nullish();

/** V2 writes RFC 2822, V3 ISO 8601. */
const instant = z.string().transform((written, context) => {
  const ms = Date.parse(written);
  if (!Number.isNaN(ms)) return new Date(ms).toISOString();
  context.addIssue({ code: 'custom', message: 'is no date' });
  return z.NEVER;
});

export const orderBody = z.object({
  id: z.int(),
  status_id: z.int(),
  date_created: instant,
  date_modified: instant.nullish(),
  is_deleted: z.boolean().nullish(),
  default_currency_code: z.string().length(3),
  total_inc_tax: amount,
  store_credit_amount: amount.nullish(),
  gift_certificate_amount: amount.nullish(),
  refunded_amount: amount.nullish(),
  payment_status: text,
  payment_method: text,
  items_total: z.number().nullish(),
  items_shipped: z.number().nullish(),
  customer_locale: text,
  is_email_opt_in: z.boolean().nullish(),
  billing_address: z.object({
    first_name: text,
    last_name: text,
    email: text,
    country_iso2: text,
    state: text,
    zip: text,
  }),
});
export type OrderBody = z.infer<typeof orderBody>;

export const lineBody = z.object({
  id: z.int(),
  product_id: z.int(),
  variant_id: z.int().nullish(),
  order_address_id: z.int().nullish(),
  name: text,
  sku: text,
  type: text,
  quantity: z.int(),
  quantity_shipped: z.number().nullish(),
  quantity_refunded: z.number().nullish(),
  quantity_backordered: z.number().nullish(),
  price_inc_tax: amount,
  total_inc_tax: amount,
  discounted_total_inc_tax: amount.nullish(),
});
export type LineBody = z.infer<typeof lineBody>;

export const addressBody = z.object({
  id: z.int(),
  country_iso2: text,
  state: text,
  zip: text,
  shipping_method: text,
  cost_inc_tax: amount.nullish(),
});
export type AddressBody = z.infer<typeof addressBody>;

export const shipmentBody = z.object({
  id: z.int(),
  order_address_id: z.int().nullish(),
  date_created: instant,
  tracking_number: text,
  tracking_carrier: text,
  shipping_provider: text,
  comments: text,
  items: z.array(z.object({ order_product_id: z.int(), quantity: z.int() })),
});
export type ShipmentBody = z.infer<typeof shipmentBody>;

export const transactionBody = z.object({
  event: z.string(),
  amount,
  currency: z.string(),
  gateway: z.string(),
  gateway_transaction_id: text,
  status: text,
  provider_customer_id: text,
});
export type TransactionBody = z.infer<typeof transactionBody>;

export const refundBody = z.object({
  id: z.int(),
  reason: text,
  total_amount: amount,
  items: z.array(z.object({ reason: text })).nullish(),
  payments: z.array(z.object({ amount, is_declined: z.boolean().nullish() })).nullish(),
});
export type RefundBody = z.infer<typeof refundBody>;

/** Everything that BigCommerce has of one order; it takes several calls. */
export type OrderParts = {
  order: OrderBody;
  lines: readonly LineBody[];
  addresses: readonly AddressBody[];
  shipments: readonly ShipmentBody[];
  transactions: readonly TransactionBody[];
  refunds: readonly RefundBody[];
};
