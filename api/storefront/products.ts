import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import { type Product, putProduct } from '../../db/storefront/products.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import { bodyHash } from '../http/body-hash.ts';
import type { AppEnv } from '../http/env.ts';
import { bodyProblems, jsonAnswer, jsonBody, problemAnswers } from '../http/openapi.ts';
import { skuParams } from '../http/params.ts';
import { product, productChange } from './product-schema.ts';

/** The description of an SKU in mails and on pages. A PUT replaces all of it. */
export const productRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(put(deps), async (c) => {
    const { sku } = c.req.valid('param');
    const { product, unchanged } = await describeProduct(deps, sku, c.req.valid('json'));
    deps.availability.forget(sku);
    if (unchanged) c.header('Idempotent-Replayed', 'true');
    return c.json(product, 200);
  });

/** Says what an SKU is. */
export const describeProduct = async (
  { db }: Pick<RouteDeps, 'db'>,
  sku: string,
  body: z.output<typeof productChange>,
): Promise<{ product: Product; unchanged: boolean }> => {
  const product = toProduct(sku, body);
  const { unchanged } = await putProduct(db.sql, { product, bodyHash: bodyHash(body) });
  return { product, unchanged };
};

const put = (deps: RouteDeps) =>
  createRoute({
    method: 'put',
    path: '/v1/products/{sku}',
    tags: ['Stock'],
    summary: 'Say what an SKU is',
    ...guard(deps, 'inventory'),
    request: { params: skuParams, body: jsonBody(productChange) },
    responses: {
      200: jsonAnswer('The product', product),
      ...problemAnswers(...bodyProblems, 'not_found', 'outcome_unknown'),
    },
  });

const toProduct = (sku: string, body: z.output<typeof productChange>): Product => ({
  sku,
  title: body.title,
  url: body.url ?? null,
  imageUrl: body.imageUrl ?? null,
  highlights: body.highlights ?? [],
  related: body.related ?? [],
  backorderLimit: body.backorderLimit ?? null,
  handlingDays: body.handlingDays ?? 0,
});
