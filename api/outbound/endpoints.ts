import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { deleteEndpoint, putEndpoint, rotateSecret } from '../../db/outbound/endpoints.ts';
import { addMs, hourMs } from '../../workflows/domain/time.ts';
import { guard } from '../access/guard.ts';
import { createSeal } from '../access/sealed.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { invalid } from '../http/invalid.ts';
import { bodyProblems, jsonAnswer, jsonBody, problemAnswers } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
import type { Network } from './address.ts';
import { toEndpointAnswer } from './endpoint-answer.ts';
import { endpointChange, endpointParams, endpointWithSecret } from './endpoint-schema.ts';
import { createSecret, overlapHours } from './secret.ts';
import { findObjection } from './target.ts';

/** Says where others are told of events. */
export const endpointRoutes = (deps: RouteDeps) => {
  const seal = createSeal(deps.config.linkSecrets);
  const { resolveName } = deps;
  const network = { ...deps.config.webhooks, ...(resolveName && { resolve: resolveName }) };
  return new OpenAPIHono<AppEnv>()
    .openapi(put(deps), async (c) => {
      const { id: endpointId } = c.req.valid('param');
      const { url, personalData, events } = c.req.valid('json');
      await refuseTarget(url, network);
      const { secret, sealed } = createSecret(seal, endpointId);
      const { endpoint, isNew } = await putEndpoint(deps.db, {
        ...{ endpointId, url, personalData, events: [...new Set(events)] },
        secret: { sealed, endsAt: null },
      });
      const answer = toEndpointAnswer(endpoint, new Date().toISOString());
      return isNew ? c.json({ ...answer, secret }, 201) : c.json(answer, 200);
    })
    .openapi(rotate(deps), async (c) => {
      const { id: endpointId } = c.req.valid('param');
      const { secret, sealed } = createSecret(seal, endpointId);
      const now = new Date().toISOString();
      const overlapEndsAt = addMs(now, overlapHours * hourMs);
      const rotated = await rotateSecret(deps.db, { endpointId, sealed, now, overlapEndsAt });
      if (rotated === undefined) throw noEndpoint(endpointId);
      return c.json({ ...toEndpointAnswer(rotated, now), secret }, 200);
    })
    .openapi(remove(deps), async (c) => {
      const { id: endpointId } = c.req.valid('param');
      if (!(await deleteEndpoint(deps.db, endpointId))) throw noEndpoint(endpointId);
      return c.body(null, 204);
    });
};

export const noEndpoint = (endpointId: string) =>
  problem('not_found', { detail: `There is no webhook endpoint ${endpointId}.` });

const refuseTarget = async (url: string, network: Network): Promise<void> => {
  const message = await findObjection(url, network);
  if (message !== undefined) throw invalid([{ code: 'custom', path: ['url'], message }]);
};

const base = (deps: RouteDeps) => ({ tags: ['Webhooks'], ...guard(deps, 'admin') });

const put = (deps: RouteDeps) =>
  createRoute({
    ...base(deps),
    method: 'put',
    path: '/v1/webhook-endpoints/{id}',
    summary: 'Be told of events at an address; a disabled endpoint is enabled again',
    request: { params: endpointParams, body: jsonBody(endpointChange) },
    responses: {
      201: jsonAnswer('The new endpoint, with its secret', endpointWithSecret),
      200: jsonAnswer('The endpoint as it is now', endpointWithSecret),
      ...problemAnswers(...bodyProblems, 'not_found', 'outcome_unknown'),
    },
  });

const rotate = (deps: RouteDeps) =>
  createRoute({
    ...base(deps),
    method: 'post',
    path: '/v1/webhook-endpoints/{id}/rotate',
    summary: 'Sign with a new secret, and with the old one too for 24 hours',
    request: { params: endpointParams },
    responses: {
      200: jsonAnswer('The endpoint, with its new secret', endpointWithSecret),
      ...problemAnswers('not_found', 'outcome_unknown'),
    },
  });

const remove = (deps: RouteDeps) =>
  createRoute({
    ...base(deps),
    method: 'delete',
    path: '/v1/webhook-endpoints/{id}',
    summary: 'Tell an endpoint nothing more, and forget what it was told',
    request: { params: endpointParams },
    responses: {
      204: { description: 'There is none any more' },
      ...problemAnswers('not_found', 'outcome_unknown'),
    },
  });
