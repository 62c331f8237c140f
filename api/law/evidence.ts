import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { listEvidence } from '../../db/law/evidence.ts';
import { policyOf } from '../../workflows/domain/law/policy/jurisdiction.ts';
import { guard } from '../access/guard.ts';
import { getBackorder } from '../backorder/show.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { problemAnswers } from '../http/openapi.ts';
import { pageHeaders } from '../http/page-headers.ts';
import { orderParams } from '../http/params.ts';
import { renderEvidence } from './evidence-page.tsx';
import { type Evidence, evidence, evidenceQuery } from './evidence-schema.ts';

/** Reads what the shop has to show for an order, with the word of its workflow for it. */
export const evidenceRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(readEvidence(deps), async (c) => {
    const { orderId } = c.req.valid('param');
    const found = await findEvidence(deps, orderId);
    if (c.req.valid('query').format !== 'html') return c.json(found, 200);
    const printedAt = new Date().toISOString();
    return c.html(renderEvidence(found, { shop: deps.config.shop.name, printedAt }), 200);
  });

/** The workflow is asked first, so that it never knows more than what is read after. */
const findEvidence = async (deps: RouteDeps, orderId: string): Promise<Evidence> => {
  const { view, country } = await getBackorder({ ...deps, db: deps.reads }, orderId);
  const witnessed = await deps.witness(orderId);
  const entries = await listEvidence(deps.reads.sql, orderId);
  return {
    orderId,
    policy: view?.law.policy ?? policyOf(country),
    entries,
    head: entries.at(-1)?.hash ?? null,
    witnessedHead: witnessed?.hash ?? null,
  };
};

const readEvidence = (deps: RouteDeps) => {
  const { middleware, ...rest } = guard(deps, 'read');
  return createRoute({
    method: 'get',
    path: '/v1/backorders/{orderId}/evidence',
    tags: ['Backorders'],
    summary: 'Read or print what the customer was told and said, and what was done',
    ...rest,
    middleware: [...middleware, pageHeaders()],
    request: { params: orderParams, query: evidenceQuery },
    responses: {
      200: {
        description: 'The evidence, oldest first',
        content: { 'application/json': { schema: evidence }, 'text/html': { schema: z.string() } },
      },
      ...problemAnswers('not_found', 'invalid_request'),
    },
  });
};
