import { z } from '@hono/zod-openapi';
import { money, sku, webUrl, words } from '../http/scalars.ts';

const related = z.strictObject({
  title: words(200),
  url: webUrl,
  imageUrl: webUrl.optional(),
  price: money.optional(),
});

/** A text, or a story with a headline: a mail of the wait tells one of them. */
const highlight = z.union([
  words(300),
  z.strictObject({
    title: words(120),
    text: words(1000),
    imageUrl: webUrl.optional(),
    url: webUrl.optional(),
  }),
]);

export const productChange = z
  .strictObject({
    title: words(200),
    url: webUrl.optional(),
    imageUrl: webUrl.optional(),
    highlights: z.array(highlight).max(20).optional(),
    related: z.array(related).max(20).optional(),
    backorderLimit: z.int().min(0).max(1_000_000_000).optional(),
    handlingDays: z.int().min(0).max(365).optional().openapi({ description: 'Default: 0' }),
  })
  .openapi('ProductChange', {
    example: {
      title: 'Brass lamp',
      url: 'https://shop.example/lamps/brass',
      highlights: ['Turned from one piece'],
    },
  });

export const product = z
  .object({
    sku,
    title: z.string(),
    url: z.string().nullable(),
    imageUrl: z.string().nullable(),
    highlights: z.array(highlight),
    related: z.array(related),
    backorderLimit: z.int().nullable(),
    handlingDays: z.int(),
  })
  .openapi('Product');
