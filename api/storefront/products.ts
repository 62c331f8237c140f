import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { findProduct, type Product, putProduct } from '../../db/storefront/products.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import { bodyHash } from '../http/body-hash.ts';
import type { AppEnv } from '../http/env.ts';
import { bodyProblems, jsonAnswer, jsonBody, problemAnswers } from '../http/openapi.ts';
import { skuParams } from '../http/params.ts';
import { problem } from '../http/problem.ts';
import { product, productChange } from './product-schema.ts';

/** The description of an SKU in mails and on pages. A PUT replaces all of it. */
export const productRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>()
    .openapi(read(deps), async (c) => {
      const found = await findProduct(deps.reads.sql, c.req.valid('param').sku);
      if (!found) throw problem('not_found');
      const { bodyHash, ...product } = found;
      c.header('ETag', tagOf(bodyHash));
      return c.json(product, 200);
    })
    .openapi(put(deps), async (c) => {
      const { sku } = c.req.valid('param');
      const body = c.req.valid('json');
      const ifVersion = versionIn(c.req.valid('header'));
      const { product, unchanged, changed } = await describeProduct(deps, sku, body, ifVersion);
      if (changed) throw problem('changed_meanwhile');
      deps.availability.forget(sku);
      if (unchanged) c.header('Idempotent-Replayed', 'true');
      c.header('ETag', tagOf(bodyHash(body)));
      return c.json(product, 200);
    });

/** Says what an SKU is; `ifVersion` as `putProduct` has it. */
export const describeProduct = async (
  { db }: Pick<RouteDeps, 'db'>,
  sku: string,
  body: z.output<typeof productChange>,
  ifVersion?: string | null,
): Promise<{ product: Product; unchanged: boolean; changed?: true }> => {
  const product = toProduct(sku, body);
  const wanted = {
    product,
    bodyHash: bodyHash(body),
    ...(ifVersion !== undefined && { ifVersion }),
  };
  return { product, ...(await putProduct(db.sql, wanted)) };
};

const read = (deps: RouteDeps) =>
  createRoute({
    method: 'get',
    path: '/v1/products/{sku}',
    tags: ['Stock'],
    summary: 'Read what an SKU is said to be',
    ...guard(deps, 'read'),
    request: { params: skuParams },
    responses: {
      200: jsonAnswer('The product; its ETag names the version', product),
      ...problemAnswers('not_found'),
    },
  });

const tag = /^"([\w-]{1,64})"$/;

/** Only one of them, and only what an answer gave. */
const conditions = z.object({
  'if-match': z.string().regex(tag, 'Expected the ETag of an answer').optional().openapi({
    description: 'The ETag that was read: another version is not replaced (412)',
  }),
  'if-none-match': z.literal('*').optional().openapi({
    description: 'Nothing is replaced, only added (412)',
  }),
});

const put = (deps: RouteDeps) =>
  createRoute({
    method: 'put',
    path: '/v1/products/{sku}',
    tags: ['Stock'],
    summary: 'Say what an SKU is',
    ...guard(deps, 'inventory'),
    request: { params: skuParams, headers: conditions, body: jsonBody(productChange) },
    responses: {
      200: jsonAnswer('The product; its ETag names the version', product),
      ...problemAnswers(...bodyProblems, 'not_found', 'changed_meanwhile', 'outcome_unknown'),
    },
  });

const tagOf = (version: string): string => `"${version}"`;

const versionIn = (given: z.output<typeof conditions>): string | null | undefined => {
  if (given['if-none-match'] !== undefined) return null;
  return given['if-match'] === undefined ? undefined : tag.exec(given['if-match'])?.[1];
};

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
