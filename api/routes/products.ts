import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import { type Product, putProduct } from '../../db/storefront/products.ts';
import { bodyHash } from '../body-hash.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../env.ts';
import { guard } from '../guard.ts';
import { bodyProblems, jsonAnswer, jsonBody, problemAnswers } from '../openapi.ts';
import { skuParams } from '../schemas/params.ts';
import { product, productChange } from '../schemas/product.ts';

/** What mails and pages say of an SKU. A PUT replaces all of it. */
export const productRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(put(deps), async (c) => {
    const body = c.req.valid('json');
    const asked = toProduct(c.req.valid('param').sku, body);
    const { unchanged } = await putProduct(deps.db, { product: asked, bodyHash: bodyHash(body) });
    deps.availability.forget(asked.sku);
    if (unchanged) c.header('Idempotent-Replayed', 'true');
    return c.json(asked, 200);
  });

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
