import type { Buyer, Line, Order, Shipment } from '../records.ts';
import { statusNames } from '../records.ts';
import { currency, decimal, rfc2822 } from '../settings.ts';
import { lineTotal, orderTotal, refundedOf } from '../shop/totals.ts';

const sumOf = (order: Order, count: (line: Line) => number): number =>
  order.lines.reduce((sum, line) => sum + count(line), 0);

const addressOf = (buyer: Buyer) => ({
  ...{ first_name: buyer.firstName, last_name: buyer.lastName, company: '' },
  ...{ street_1: '1 Example Street', street_2: '', city: 'Springfield', state: buyer.state },
  ...{ zip: buyer.zip, country: countries[buyer.country] ?? buyer.country },
  ...{ country_iso2: buyer.country, phone: '', email: buyer.email },
});

const countries: Record<string, string> = {
  US: 'United States',
  DE: 'Germany',
  FR: 'France',
  ES: 'Spain',
  GB: 'United Kingdom',
};

/** An order as V2 shows it. */
export const orderBody = (order: Order, base: string) => {
  const goods = sumOf(order, lineTotal);
  const total = decimal(orderTotal(order));
  const link = (what: string) => ({
    ...{ url: `${base}/v2/orders/${order.id}/${what}`, resource: `/orders/${order.id}/${what}` },
  });
  return {
    ...{ id: order.id, customer_id: 0, channel_id: 1, order_source: 'www', cart_id: '' },
    ...{ date_created: rfc2822(order.createdAt), date_modified: rfc2822(order.modifiedAt) },
    date_shipped: order.statusId === 2 ? rfc2822(order.modifiedAt) : '',
    ...{ status_id: order.statusId, status: statusNames[order.statusId] ?? '' },
    ...{ is_deleted: order.isArchived, order_is_digital: false },
    ...{ currency_id: 1, currency_code: currency, currency_exchange_rate: '1.0000000000' },
    ...{ default_currency_id: 1, default_currency_code: currency },
    ...{
      subtotal_ex_tax: decimal(goods),
      subtotal_inc_tax: decimal(goods),
      subtotal_tax: '0.0000',
    },
    ...{ shipping_cost_ex_tax: decimal(order.shippingCost), shipping_cost_tax: '0.0000' },
    ...{ shipping_cost_inc_tax: decimal(order.shippingCost), base_shipping_cost: '9.0000' },
    ...{
      handling_cost_inc_tax: '0.0000',
      wrapping_cost_inc_tax: '0.0000',
      coupon_discount: '0.0000',
    },
    ...{
      total_ex_tax: total,
      total_inc_tax: total,
      total_tax: '0.0000',
      discount_amount: '0.0000',
    },
    ...{ store_credit_amount: decimal(order.storeCredit) },
    ...{ gift_certificate_amount: decimal(order.giftCertificate) },
    ...{ refunded_amount: decimal(refundedOf(order)), payment_method: order.method },
    ...{ payment_status: order.paymentStatus, payment_provider_id: '' },
    items_total: sumOf(order, (line) => line.quantity),
    items_shipped: sumOf(order, (line) => line.shipped),
    ...{ customer_locale: order.buyer.locale, is_email_opt_in: order.buyer.isOptIn },
    ...{ ip_address: '', geoip_country: '', geoip_country_iso2: '', customer_message: '' },
    ...{ staff_notes: order.staffNotes, external_id: null, external_source: null },
    ...{
      billing_address: { ...addressOf(order.buyer), form_fields: [] },
      shipping_address_count: 1,
    },
    ...{ products: link('products'), shipping_addresses: link('shipping_addresses') },
    coupons: link('coupons'),
  };
};

/** A line. The newer field of backorders comes only where there are some, as the docs say. */
export const lineBody = (order: Order, line: Line) => {
  const [price, total] = [decimal(line.unitPrice), decimal(line.quantity * line.unitPrice)];
  return {
    ...{ id: line.id, order_id: order.id, product_id: line.productId, variant_id: line.variantId },
    ...{ order_address_id: order.addressId, order_pickup_method_id: 0, type: 'physical' },
    ...{ name: line.name, name_customer: line.name, name_merchant: line.name, sku: line.sku },
    ...{ upc: '', quantity: line.quantity, quantity_shipped: line.shipped },
    ...{ quantity_refunded: line.refunded, is_refunded: line.refunded >= line.quantity },
    ...{ base_price: price, price_ex_tax: price, price_inc_tax: price, price_tax: '0.0000' },
    ...{ base_total: total, total_ex_tax: total, total_inc_tax: total, total_tax: '0.0000' },
    discounted_total_inc_tax: decimal(lineTotal(line)),
    ...{ refund_amount: '0.0000', return_id: 0, applied_discounts: [], product_options: [] },
    ...{ event_name: null, event_date: null, parent_order_product_id: null },
    ...(line.backordered > 0 && { quantity_backordered: line.backordered }),
  };
};

export const shippingAddressBody = (order: Order, base: string) => ({
  ...{ id: order.addressId, order_id: order.id, ...addressOf(order.buyer), form_fields: [] },
  items_total: sumOf(order, (line) => line.quantity),
  items_shipped: sumOf(order, (line) => line.shipped),
  ...{ shipping_method: 'Parcel', shipping_zone_id: 1, shipping_zone_name: 'Everywhere' },
  ...{ base_cost: decimal(order.shippingCost), cost_ex_tax: decimal(order.shippingCost) },
  ...{ cost_inc_tax: decimal(order.shippingCost), cost_tax: '0.0000', cost_tax_class_id: 0 },
  ...{ base_handling_cost: '0.0000', handling_cost_ex_tax: '0.0000' },
  ...{ handling_cost_inc_tax: '0.0000', handling_cost_tax: '0.0000' },
  shipping_quotes: {
    url: `${base}/v2/orders/${order.id}/shipping_addresses/${order.addressId}/shipping_quotes`,
    resource: `/orders/${order.id}/shipping_addresses/${order.addressId}/shipping_quotes`,
  },
});

export const shipmentBody = (order: Order, shipment: Shipment) => ({
  ...{ id: shipment.id, order_id: order.id, customer_id: 0, order_address_id: order.addressId },
  ...{ date_created: rfc2822(shipment.at), tracking_number: shipment.trackingNumber },
  ...{ tracking_carrier: shipment.trackingCarrier, tracking_link: '', generated_tracking_link: '' },
  ...{ merchant_shipping_cost: '0.0000', shipping_method: 'Parcel', comments: shipment.comments },
  ...{ shipping_provider: shipment.shippingProvider, shipping_provider_display_name: '' },
  ...{ billing_address: addressOf(order.buyer), shipping_address: addressOf(order.buyer) },
  items: shipment.items.map(({ lineId, quantity }) => ({
    order_product_id: lineId,
    product_id: order.lines.find(({ id }) => id === lineId)?.productId ?? 0,
    quantity,
  })),
});
