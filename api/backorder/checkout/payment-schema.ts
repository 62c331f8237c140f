import { z } from '@hono/zod-openapi';
import { instant, money, text, words } from '../../http/scalars.ts';
import { eitherOf } from './either-of.ts';

const customerId = text(255).openapi({ description: "The provider's id of the customer" });
const paymentMethodId = text(255);
const paymentIntentId = text(255).openapi({
  description: "The provider's intent that has captured it: it is read there, not believed",
});

const sellerCredit = z.boolean().optional().openapi({
  description:
    'The shop gives the credit itself: without a promise 50 days instead of 30 in the US',
});

const asked = {
  text: words(2_000),
  version: text(64),
  maximum: money.openapi({ description: 'At least what is still to be paid' }),
};

const mandate = z.strictObject({ ...asked, acceptedAt: instant });

/** Card and consent are here, or the customer is asked for both on their page. */
const onShipment = z
  .strictObject({
    terms: z.literal('on_shipment').optional().openapi({ description: 'The default' }),
    customerId: customerId.optional(),
    paymentMethodId: paymentMethodId.optional(),
    sellerCredit,
    mandate: mandate.optional(),
    ask: z
      .strictObject({ mandate: z.strictObject(asked) })
      .optional()
      .openapi({
        description:
          'Card and consent come on the customer’s page. The order keeps its place until then, ' +
          'is given nothing, and is cancelled after ASK_DAYS without them',
      }),
  })
  .superRefine(
    eitherOf(
      { field: 'ask', needs: [], excludes: ['paymentMethodId', 'mandate'] },
      { needs: ['customerId', 'paymentMethodId', 'mandate'], excludes: [] },
    ),
    { when: () => true },
  )
  .openapi({
    description: 'Nothing is charged before the goods go',
    anyOf: [{ required: ['customerId', 'paymentMethodId', 'mandate'] }, { required: ['ask'] }],
  });

const deposit = z
  .strictObject({
    terms: z.literal('deposit'),
    sellerCredit,
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

/** Captured at the provider, which is read there; or by the shop, whose word counts. */
const prepaid = z
  .strictObject({
    terms: z.literal('prepaid'),
    sellerCredit,
    customerId: customerId.optional(),
    paymentIntentId: paymentIntentId.optional(),
    heldBy: z.literal('shop').optional().openapi({
      description: 'The shop holds the money: the provider is never asked, the shop sends refunds',
    }),
    reference: text(255).optional().openapi({ description: "The shop's own name of the payment" }),
  })
  .superRefine(
    eitherOf(
      { field: 'heldBy', needs: ['reference'], excludes: ['customerId', 'paymentIntentId'] },
      { needs: ['customerId', 'paymentIntentId'], excludes: ['reference'] },
    ),
    { when: () => true },
  )
  .openapi({
    description: 'The whole order, shipping included, was captured at checkout',
    anyOf: [{ required: ['customerId', 'paymentIntentId'] }, { required: ['heldBy', 'reference'] }],
  });

const none = z
  .strictObject({ terms: z.literal('none') })
  .openapi({ description: 'The order costs nothing, so that there is nothing to pay' });

/** When the customer pays, and what the provider needs for it. */
export const payment = z
  .discriminatedUnion('terms', [onShipment, deposit, prepaid, none])
  .openapi({ description: 'An order that comes to 0 is taken as none, whatever its terms' });
