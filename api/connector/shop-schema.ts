import { z } from '@hono/zod-openapi';
import { shopStates, shopTerms } from '../../db/schema/connector/shops.ts';
import { answeredAt } from '../backorder/law-schema.ts';
import { id, text, webUrl, words } from '../http/scalars.ts';

/** No colon, because the id of an order begins with it and one. */
export const shopId = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/,
    'Expected 1 to 32 of A-Z a-z 0-9 . _ - and a letter or digit first',
  );

export const shopParams = z.object({ id: shopId });

export const shopLeave = z.object({
  leaveHooks: z.enum(['true', 'false']).optional().openapi({
    description:
      'true: does not ask the platform to take our hooks back, which may be out for good',
  }),
});

export const shopChange = z
  .strictObject({
    kind: text(32).openapi({ description: 'bigcommerce' }),
    credentials: z.record(text(64), text(2_000)).openapi({
      description:
        'What the platform needs to know, by name; kept encrypted and never answered. ' +
        'bigcommerce: storeHash, accessToken, clientSecret, and location where it is not the default',
    }),
    apiBase: webUrl.optional().openapi({ description: "Default: the platform's own" }),
    location: id.optional().openapi({ description: 'Where its stock lies here. Default: main' }),
    terms: z.enum(shopTerms).openapi({
      description:
        'prepaid: only orders that are paid there are taken. ' +
        'ask: card and consent come on the customer’s page',
    }),
    mandate: z
      .strictObject({ text: words(2_000), version: text(64) })
      .optional()
      .openapi({ description: 'Needed with ask; its maximum is the total of each order' }),
  })
  .superRefine(refuseNoMandate, { when: () => true })
  .openapi('ShopChange', {
    example: {
      kind: 'bigcommerce',
      credentials: { storeHash: 'abc123', accessToken: 'token', clientSecret: 'secret' },
      terms: 'prepaid',
    },
  });

/** Runs on bodies with errors too, so that all of them are told at once. */
function refuseNoMandate(body: unknown, ctx: z.core.$RefinementCtx<unknown>): void {
  if (typeof body !== 'object' || body === null) return;
  const { terms, mandate } = body as { terms?: unknown; mandate?: unknown };
  if (terms !== 'ask' || mandate !== undefined) return;
  ctx.addIssue({ code: 'custom', path: ['mandate'], message: 'Required with ask' });
}

const hook = z.object({ scope: z.string(), active: z.boolean() });

export const shopAnswer = z
  .object({
    id: shopId,
    kind: z.string(),
    state: z.enum(shopStates).openapi({
      description:
        'failing: it is asked less and less often until it answers; see lastError. ' +
        'gone: it has removed us, and nothing is asked until somebody puts it anew',
    }),
    apiBase: z.string(),
    location: z.string(),
    terms: z.enum(shopTerms),
    mandate: z.object({ text: z.string(), version: z.string() }).nullable(),
    lastPullAt: answeredAt.nullable(),
    lastDeliveryAt: answeredAt.nullable(),
    lastError: z.string().nullable().openapi({ description: 'Without secrets' }),
    hooks: z.array(hook),
    troubles: z
      .array(z.object({ orderId: z.string(), number: z.string(), why: z.string() }))
      .openapi({ description: 'Orders that could not be taken in or followed; the newest 25' }),
  })
  .openapi('Shop');

export const shopList = z.object({ data: z.array(shopAnswer), nextCursor: z.string().nullable() });

export const shopTest = z
  .object({
    data: z.array(
      z.object({ scope: z.string(), works: z.boolean(), detail: z.string().nullable() }),
    ),
  })
  .openapi('ShopTest');
