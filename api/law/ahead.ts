import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { listAhead } from '../../db/law/ahead.ts';
import { policyNames } from '../../workflows/domain/backorder/law.ts';
import { aheadKinds } from '../../workflows/domain/law/ahead.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { jsonAnswer, problemAnswers } from '../http/openapi.ts';
import { civilDate } from '../http/scalars.ts';

/** What the coming days bring of themselves, from what each backorder last showed. */
export const aheadRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(route(deps), async (c) => {
    const { days } = c.req.valid('query');
    const now = new Date().toISOString();
    const { counts, orders, more } = await listAhead(deps.reads.sql, { days, now });
    return c.json({ days, counts, orders, more }, 200);
  });

const route = (deps: RouteDeps) =>
  createRoute({
    method: 'get',
    path: '/v1/law/ahead',
    tags: ['Law'],
    summary: 'See which deadlines of the law come, and what happens if nobody does anything',
    ...guard(deps, 'read'),
    request: { query },
    responses: {
      200: jsonAnswer('Deadlines that come, the nearest first', answer),
      ...problemAnswers('invalid_request'),
    },
  });

const query = z.object({
  days: z.coerce.number().int().min(1).max(90).default(14).openapi({
    description: 'How many days to look ahead',
  }),
});

const policy = z.enum(policyNames);
const happens = z.enum(aheadKinds).openapi({
  description:
    'notice: one goes out by itself; cancelled_by_silence: nobody agreed to a later date; cancelled_by_law: nobody was told in time; attention: a person is asked',
});

const answer = z
  .object({
    days: z.int(),
    counts: z
      .array(z.object({ deadlineOn: civilDate, policy, happens, count: z.int() }))
      .openapi({ description: 'By day at ship-to, policy, and what happens next' }),
    orders: z
      .array(
        z.object({
          ...{ orderId: z.string(), policy, deadlineOn: civilDate, deadlineAt: z.string() },
          happens,
          at: z.string().openapi({ description: 'When it happens' }),
        }),
      )
      .openapi({ description: 'The first 100' }),
    more: z.boolean().openapi({
      description: 'There are more than 20 000: those that come later are not counted',
    }),
  })
  .openapi('LawAhead');
