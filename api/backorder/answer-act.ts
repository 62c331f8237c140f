import type { Context } from 'hono';
import { appendTimeline } from '../../db/record/timeline.ts';
import { signedInCaller } from '../access/auth.ts';
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
      async (actId) => {
        const answer = await serve(actId);
        await nameCaller(c, deps, { orderId, act, actId, reason: reasonIn(body) });
        return answer;
      },
    ),
  );

type Named = { orderId: string; act: string; actId: string; reason: string | undefined };

/**
 * Says in the timeline which person has asked for an act that was carried out. An act that names
 * its caller itself has the same key, so that it is told once. Programs are known by their logs.
 */
export const nameCaller = async (
  c: Context<AppEnv>,
  { db }: Pick<RouteDeps, 'db'>,
  { orderId, act, actId, reason }: Named,
): Promise<void> => {
  const by = personIn(c);
  // The note of an answer to an item names them already.
  if (by === undefined || act === 'resolve') return;
  const summary = `Asked for by ${by}: ${act.replaceAll('-', ' ')}`;
  const detail = { act, by, ...(reason !== undefined && { reason }) };
  await appendTimeline(db.sql, [
    { orderId, key: `operator/${actId}`, type: 'PersonAsked', summary, detail },
  ]);
};

/** The person who has signed in, as they are named in the timeline; undefined for a program. */
export const personIn = (c: Context<AppEnv>): string | undefined => signedInCaller(c)?.name;

const reasonIn = (body: unknown): string | undefined => {
  const { reason } = (body ?? {}) as { reason?: unknown };
  return typeof reason === 'string' ? reason : undefined;
};

const withLink = (answer: BackorderAnswer, status: string | null): BackorderAnswer => ({
  ...answer,
  links: { ...answer.links, status },
});
