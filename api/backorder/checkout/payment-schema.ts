import { z } from '@hono/zod-openapi';
import { instant, money, text } from '../../http/scalars.ts';

const customerId = text(255).openapi({ description: "The provider's id of the customer" });
const paymentMethodId = text(255);
const paymentIntentId = text(255).openapi({
  description: "The provider's intent that has captured it: it is read there, not believed",
});

const mandate = z.strictObject({
  text: text(2_000),
  version: text(64),
  maximum: money.openapi({ description: 'At least what is still to be paid' }),
  acceptedAt: instant,
});

const onShipment = z
  .strictObject({
    terms: z.literal('on_shipment').optional().openapi({ description: 'The default' }),
    customerId,
    paymentMethodId,
    mandate,
  })
  .openapi({ description: 'Nothing is charged before the goods go' });

const deposit = z
  .strictObject({
    terms: z.literal('deposit'),
    customerId,
    paymentMethodId,
    mandate,
    deposit: z.strictObject({
      amount: money.openapi({
        description:
          'More than nothing, less than the whole order; what it leaves is a sum that cards can ' +
          'be charged (0.50 USD, 0.30 GBP, 50 JPY …)',
      }),
      paymentIntentId,
    }),
  })
  .openapi({ description: 'A part was captured at checkout; the balance when the goods go' });

const prepaid = z
  .strictObject({ terms: z.literal('prepaid'), customerId, paymentIntentId })
  .openapi({ description: 'The whole order, shipping included, was captured at checkout' });

/** When the customer pays, and what the provider needs for it. */
export const payment = z.discriminatedUnion('terms', [onShipment, deposit, prepaid]);
