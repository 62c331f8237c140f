import type { Context } from 'hono';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { answerOnce } from '../http/idempotency.ts';
import { statusLinkOf } from './answer.ts';
import type { BackorderAnswer } from './backorder-schema.ts';
import { asSeenBy, getBackorder } from './show.ts';

/**
 * Serves `POST /v1/backorders/{orderId}/<act>` once for each `Idempotency-Key`. The answer is
 * stored without the link to the customer's page; a repetition gets the one that opens it then.
 */
export const answerAct = async (
  c: Context<AppEnv>,
  deps: RouteDeps,
  { orderId, act, body = null }: { orderId: string; act: string; body?: unknown },
  serve: (actId: string) => Promise<BackorderAnswer>,
): Promise<BackorderAnswer> =>
  asSeenBy(
    c,
    await answerOnce(
      c,
      {
        ...{ db: deps.db, route: `/v1/backorders/${orderId}/${act}`, body },
        toStored: (answer) => withLink(answer, null),
        ofStored: async (stored) =>
          withLink(stored, statusLinkOf(await getBackorder(deps, orderId), deps.config)),
      },
      serve,
    ),
  );

const withLink = (answer: BackorderAnswer, status: string | null): BackorderAnswer => ({
  ...answer,
  links: { ...answer.links, status },
});
