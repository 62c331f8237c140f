import { OpenAPIHono } from '@hono/zod-openapi';
import { resolveRaised } from '../../db/record/attention.ts';
import { appendTimeline } from '../../db/record/timeline.ts';
import type { AttentionCode } from '../../workflows/domain/backorder/attention.ts';
import { attentionWords } from '../../workflows/domain/desk/attention-words.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { View } from '../../workflows/domain/view.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { actRoute, perform } from './act.ts';
import { resolve } from './acts-schema.ts';
import { answerAct, personIn } from './answer-act.ts';
import { getBackorder, showBackorder } from './show.ts';

/**
 * Notes what a person answered to an attention item: the one they name, or else the one that was
 * shown when they answered, so that an answer given twice is none to an item that was raised in
 * between. The note stays in PostgreSQL.
 */
export const resolveRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(route(deps), async (c) => {
    const { orderId } = c.req.valid('param');
    const body = c.req.valid('json');
    const { view } = await getBackorder(deps, orderId);
    const answer = await answerAct(c, deps, { orderId, act: 'resolve', body }, async (actId) => {
      const by = personIn(c);
      await answerItem(deps, { orderId, view, answer: body, actId, ...(by && { by }) });
      return showBackorder(deps, orderId);
    });
    return c.json(answer, 200);
  });

type Answered = {
  orderId: string;
  view: View | null;
  answer: { code: AttentionCode; note: string; at?: Instant | undefined };
  actId: string;
  /** Who answered it, if not a person. */
  by?: string;
};

/** Gives the answer to the item, and notes it. Safe to repeat under the same `actId`. */
export const answerItem = async (
  deps: Pick<RouteDeps, 'db' | 'acts'>,
  { orderId, view, answer: { code, note, at }, actId, by }: Answered,
): Promise<void> => {
  const shown = view?.attention.find((item) => item.code === code);
  const wasRaised = await resolveRaised(deps.db.sql, { orderId, code, ...(at && { at }) });
  if (!wasRaised || (shown && (at ?? shown.at) === shown.at)) {
    const raisedAt = at ?? shown?.at;
    const request = { type: 'ResolveAttention' as const, code, ...(raisedAt && { raisedAt }) };
    await perform(deps, orderId, { request, id: `resolve/${actId}` });
  }
  const key = `note/${actId}`;
  const summary = `${by ?? 'A person'} answered: ${attentionWords[code].title}`;
  await appendTimeline(deps.db.sql, [
    { orderId, key, type: 'NoteAdded', summary, detail: { code, note } },
  ]);
};

const route = (deps: RouteDeps) =>
  actRoute(deps, {
    act: 'resolve',
    scope: 'support',
    summary: 'Answer an attention item',
    body: resolve,
    problems: ['nothing_to_resolve'],
  });
