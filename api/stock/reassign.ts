import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { OperatorAct } from '../../db/record/operator-act.ts';
import { changeAccumulation } from '../../db/stock/lease/change-accumulation.ts';
import { reassignUnits } from '../../db/stock/lease/reassign.ts';
import { changePriority } from '../../db/stock/priority.ts';
import { giveOutAfter } from '../../db/stock/queue/walks.ts';
import { actRoute, toUnits } from '../backorder/act.ts';
import { answerAct } from '../backorder/answer-act.ts';
import { getBackorder, showBackorder } from '../backorder/show.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { invalid } from '../http/invalid.ts';
import { problem } from '../http/problem.ts';
import { accumulate, priorityChange, reassign } from './operator-schema.ts';

/** How long an operator waits for what an act set free to be given out. */
const within = { budgetMs: 2_000 };

/** Moves orders and units by hand, in the ledger alone: none of it needs Temporal. */
export const operatorRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>()
    .openapi(priorityRoute(deps), async (c) => {
      const { orderId } = c.req.valid('param');
      const { priority, reason } = c.req.valid('json');
      await getBackorder(deps, orderId);
      const answer = await operate(c, deps, {
        ...{ orderId, act: 'priority', reason, body: c.req.valid('json') },
        perform: (act) => changePriority(deps.db, { ...act, priority }),
      });
      return c.json(answer, 200);
    })
    .openapi(accumulateRoute(deps), async (c) => {
      const { orderId } = c.req.valid('param');
      const { on, reason } = c.req.valid('json');
      await getBackorder(deps, orderId);
      const answer = await operate(c, deps, {
        ...{ orderId, act: 'accumulate', reason, body: c.req.valid('json') },
        perform: (act) => changeAccumulation(deps.db, { ...act, on }),
      });
      return c.json(answer, 200);
    })
    .openapi(reassignRoute(deps), async (c) => {
      const { orderId } = c.req.valid('param');
      const { to, reason, ...body } = c.req.valid('json');
      const lines = toUnits(await getBackorder(deps, orderId), body.lines) ?? [];
      if (to === orderId) throw invalid([sameOrder]);
      await getBackorder(deps, to);
      const answer = await operate(c, deps, {
        ...{ orderId, act: 'reassign', reason, body: c.req.valid('json') },
        perform: async (act) => {
          const done = await reassignUnits(deps.db, { ...act, to, lines });
          if (done.outcome === 'reassigned') return done;
          throw problem(done.outcome);
        },
      });
      return c.json(answer, 200);
    });

const sameOrder = {
  code: 'custom' as const,
  path: ['to'],
  message: 'Expected another order',
};

/** Does the act once, gives out what it freed, and tells the workflows. */
const operate = (
  c: Context<AppEnv>,
  deps: RouteDeps,
  {
    orderId,
    act,
    reason,
    body,
    perform,
  }: {
    orderId: string;
    act: string;
    reason: string;
    body: unknown;
    perform: (act: OperatorAct) => Promise<{ walkIds: number[] }>;
  },
) =>
  answerAct(c, deps, { orderId, act, body }, async (actId) => {
    const by = c.get('principal').name;
    await giveOutAfter(deps.db, perform({ orderId, actId, by, reason }), within);
    deps.kick();
    return showBackorder(deps, orderId);
  });

const priorityRoute = (deps: RouteDeps) =>
  actRoute(deps, {
    act: 'priority',
    scope: 'support',
    summary: 'Move a backorder in the queue',
    body: priorityChange,
  });

const accumulateRoute = (deps: RouteDeps) =>
  actRoute(deps, {
    act: 'accumulate',
    scope: 'support',
    summary: 'Keep arriving units for a backorder until it is whole, or stop keeping them',
    body: accumulate,
  });

const reassignRoute = (deps: RouteDeps) =>
  actRoute(deps, {
    act: 'reassign',
    scope: 'support',
    summary: 'Give units that are set aside for a backorder to another that waits for them',
    body: reassign,
    problems: ['not_set_aside', 'not_waiting'],
  });
