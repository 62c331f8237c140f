import { createRoute, z } from '@hono/zod-openapi';
import type { BackorderRow } from '../../db/backorder/read.ts';
import type { Word } from '../../db/backorder/words.ts';
import type { Request } from '../../workflows/domain/backorder/request.ts';
import type { Part } from '../../workflows/domain/backorder/snapshot.ts';
import type { Scope } from '../access/auth.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import { invalid } from '../http/invalid.ts';
import { bodyProblems, jsonAnswer, jsonBody, problemAnswers } from '../http/openapi.ts';
import { orderParams } from '../http/params.ts';
import type { ProblemCode } from '../http/problem-codes.ts';
import { hearWord } from '../temporal/words.ts';
import { backorder } from './backorder-schema.ts';
import { refusal } from './refusal.ts';

/** Asks the backorder. A refusal is thrown as a 409 under its own code. */
export const perform = async (
  { acts }: Pick<RouteDeps, 'acts'>,
  orderId: string,
  { request, id }: { request: Request; id: string },
): Promise<void> => {
  const answer = await acts.act(orderId, request, { id });
  if ('refused' in answer) throw refusal(request, answer.refused);
};

/** The same of what a customer said, which is kept first and given later if it has to be. */
export const performWord = async (deps: RouteDeps, word: Word): Promise<void> => {
  const answer = await hearWord(deps, word);
  if ('refused' in answer) throw refusal(word.request, answer.refused);
};

/** The units a body names; null when it names none. A line that the order lacks is a 422. */
export const toUnits = (
  row: BackorderRow,
  lines: readonly { id: string; quantity: number }[] | undefined,
): Part[] | null => {
  if (!lines) return null;
  const known = new Set(row.lines.map(({ lineId }) => lineId));
  const issues = lines.flatMap(({ id }, index) =>
    known.has(id)
      ? []
      : [{ code: 'custom' as const, path: ['lines', index, 'id'], message: 'No such line' }],
  );
  if (issues.length > 0) throw invalid(issues);
  return lines.map(({ id, quantity }) => ({ lineId: id, quantity }));
};

type ActRoute<Act extends string, Body extends z.ZodType> = {
  act: Act;
  scope: Scope;
  summary: string;
  body: Body;
  problems?: ProblemCode[];
};

const keyHeader = z.object({
  'idempotency-key': z.string().optional().openapi({
    pattern: '^[!-~]{1,255}$',
    description: 'The same key with the same body is carried out once. Kept for a day at least',
  }),
});

/** Describes `POST /v1/backorders/{orderId}/<act>`, which has no natural id. */
export const actRoute = <Act extends string, Body extends z.ZodType>(
  deps: RouteDeps,
  { act, scope, summary, body, problems = [] }: ActRoute<Act, Body>,
) =>
  createRoute({
    ...describe(deps, { act, scope, summary }),
    request: { params: orderParams, headers: keyHeader, body: jsonBody(body) },
    responses: {
      200: jsonAnswer('The backorder afterwards', backorder),
      ...problemAnswers(...bodyProblems, ...keyProblems, ...actProblems, ...problems),
    },
  });

/** Describes such a call that says everything by its path. */
export const bareActRoute = <Act extends string>(
  deps: RouteDeps,
  { act, scope, summary, problems = [] }: Omit<ActRoute<Act, z.ZodType>, 'body'>,
) =>
  createRoute({
    ...describe(deps, { act, scope, summary }),
    request: { params: orderParams, headers: keyHeader },
    responses: {
      200: jsonAnswer('The backorder afterwards', backorder),
      ...problemAnswers(...keyProblems, ...actProblems, ...problems),
    },
  });

/** Describes such a call whose body holds an id of its own. */
export const reportRoute = <Act extends string, Body extends z.ZodType>(
  deps: RouteDeps,
  { act, scope, summary, body, problems = [] }: ActRoute<Act, Body>,
) =>
  createRoute({
    ...describe(deps, { act, scope, summary }),
    request: { params: orderParams, body: jsonBody(body) },
    responses: {
      201: jsonAnswer('Accepted', backorder),
      200: jsonAnswer('It was accepted before, or it makes nothing new', backorder),
      ...problemAnswers(...bodyProblems, ...actProblems, 'id_reused', ...problems),
    },
  });

const keyProblems: ProblemCode[] = ['invalid_header', 'in_flight', 'idempotency_key_reused'];
const actProblems: ProblemCode[] = ['not_found', 'outcome_unknown'];

const describe = <Act extends string>(
  deps: RouteDeps,
  { act, scope, summary }: { act: Act; scope: Scope; summary: string },
) => ({
  method: 'post' as const,
  path: `/v1/backorders/{orderId}/${act}` as const,
  tags: ['Acts'],
  summary,
  ...guard(deps, scope),
});
