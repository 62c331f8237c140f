import { z } from 'zod';
import type { ShopAct, ShopAnswer } from '../../port.ts';
import type { Client } from '../client.ts';
import { findInventory } from '../stock.ts';
import { done, refused } from './answers.ts';

type Availability = Extract<ShopAct, { kind: 'availability' }>;

const maxLength = 255;

const productBody = z.object({
  id: z.int(),
  sku: z.string().nullish(),
  availability_description: z.string().nullish(),
  variants: z.array(z.object({ id: z.int() })).nullish(),
});

/**
 * Says on the product's page when it ships. The text is the product's, so a product of several
 * variants is left alone: what holds for one would stand for all.
 */
export const describeAvailability = async (
  client: Client,
  { sku, text }: Availability,
): Promise<ShopAnswer<{ reference: string }>> => {
  const found = await findInventory(client, sku);
  if (found.outcome !== 'ok') return found;
  if (!found.value) return refused('not_found', `${sku} is not there`);
  const path = `/v3/catalog/products/${found.value.identity.product_id}`;
  const schema = z.object({ data: productBody });
  const read = await client.call({ method: 'GET', path, query: { include: 'variants' }, schema });
  if (read.outcome !== 'ok') return read;
  const product = read.value?.data;
  if (!product) return refused('not_found', `${sku} is not there`);
  if ((product.variants?.length ?? 0) > 1)
    return refused('invalid', `${sku} is one of several variants, which share one text`);
  const description = cut(text);
  if (product.availability_description === description) return done(product.id);
  const answer = await client.call({
    ...{ method: 'PUT', path, schema: z.object({ data: z.object({ id: z.int() }) }) },
    body: { availability_description: description },
  });
  return answer.outcome === 'ok' ? done(product.id) : answer;
};

/** As many whole characters as fit. */
const cut = (text: string): string => {
  if (text.length <= maxLength) return text;
  let short = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (short.length + segment.length > maxLength - 1) break;
    short += segment;
  }
  return `${short}…`;
};
