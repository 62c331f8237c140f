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
