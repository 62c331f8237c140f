import { z } from '@hono/zod-openapi';
import { fulfilments } from '../../../workflows/domain/stock/allocation.ts';
import {
  email,
  id,
  instant,
  locale,
  money,
  priority,
  quantity,
  sku,
  text,
  timeZone,
  words,
} from '../../http/scalars.ts';
import { shipTo } from '../address-schema.ts';
import { payment } from './payment-schema.ts';
import { promise } from './promise-schema.ts';
import { refuseContradictions } from './rules.ts';

const line = z.strictObject({
  id: id.optional().openapi({ description: 'Default: 1, 2, … by place in the list' }),
  sku,
  title: words(200).optional().openapi({
    description:
      'What it is called, kept with the order. Default: the title of its product at that moment',
  }),
  location: id.optional().openapi({ description: 'Default: main' }),
  quantity,
  unitPrice: money,
  total: money.optional().openapi({
    description:
      'What the customer pays for the line, tax and discount included. ' +
      'Default: quantity × unitPrice',
  }),
});

/**
 * `POST /v1/backorders` as it is validated, without the defaults, which `withDefaults` fills in.
 */
export const checkout = z
  .strictObject({
    orderId: id,
    placedAt: instant.optional().openapi({
      description: 'Default: now. At most an hour ago, except with import: true',
    }),
    import: z.boolean().optional().openapi({
      description: 'An open order from another system: keeps its place, is not confirmed again',
    }),
    customer: z.strictObject({
      email,
      name: text(200).optional(),
      locale: locale.optional(),
      timeZone: timeZone.optional().openapi({ description: 'Default: from the ship-to address' }),
      marketingConsent: z.boolean().optional(),
    }),
    shipTo,
    lines: z.array(line).min(1).max(100),
    shipping: money.optional(),
    promise: promise.optional().openapi({ description: 'Default: as supply has it, if any' }),
    fulfilment: z.enum(fulfilments).optional().openapi({ description: 'Default: whole-order' }),
    priority: priority.optional(),
    payment,
  })
  .superRefine(refuseContradictions, { when: () => true })
  .openapi('Checkout');

export type Checkout = z.output<typeof checkout>;

/** The example of the contract, without the moment it was placed at, which must not be past. */
export const checkoutExample = {
  orderId: '1001',
  customer: {
    email: 'ada@example.org',
    name: 'Ada',
    locale: 'en-US',
    timeZone: 'America/New_York',
    marketingConsent: false,
  },
  shipTo: { country: 'US', region: 'NY', postalCode: '10001' },
  lines: [
    {
      id: '1',
      sku: 'LAMP-BRASS',
      quantity: 1,
      unitPrice: { amount: 12_900, currency: 'USD' },
      location: 'main',
    },
  ],
  shipping: { amount: 900, currency: 'USD' },
  promise: { on: '2027-01-15', basis: 'supplier confirmation 8812' },
  fulfilment: 'whole-order',
  priority: 0,
  payment: {
    terms: 'on_shipment',
    customerId: 'cus_1',
    paymentMethodId: 'pm_1',
    mandate: {
      text: 'Charge when it ships',
      version: '1',
      maximum: { amount: 13_800, currency: 'USD' },
      acceptedAt: '2026-11-23T09:59:50Z',
    },
  },
} satisfies z.input<typeof checkout>;
