import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { emailOf } from '../../db/desk/people/operator-email.ts';
import { findMessageById } from '../../db/mail/messages.ts';
import { askForSpecimen, type NewSpecimen, type Specimen } from '../../db/mail/specimens.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import { specimenOf, specimenStates } from '../desk/specimen/specimen.ts';
import type { AppEnv } from '../http/env.ts';
import { answerOnce } from '../http/idempotency.ts';
import { bodyProblems, jsonAnswer, jsonBody, problemAnswers } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
import { type SpecimenWanted, specimen, specimenWanted } from './specimens-schema.ts';

/** Sends an operator a mail as a customer would get it, to their own address and to no other. */
export const specimenRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(send(deps), async (c) => {
    const wanted = c.req.valid('json');
    const { name } = c.get('principal');
    const keeping = { toStored: same, ofStored: async (stored: Answer) => stored };
    const call = { db: deps.db, route: '/v1/messages/specimens', body: wanted };
    const answer = await answerOnce(c, { ...call, ...keeping }, async (specimenId) => {
      const own = await getOwnAddress(deps, name);
      const what = await whatOf(deps, wanted);
      const owed = await askForSpecimen(deps.db, { specimenId, ...own, ...what });
      if (owed === undefined) throw problem('too_many_requests', { retryAfterSeconds: 60 });
      deps.kick();
      return show(owed);
    });
    return c.json(answer, 200);
  });

type Answer = z.output<typeof specimen>;

const same = (answer: Answer): Answer => answer;

/** Only a person who has signed in has an address of their own: no caller may name one. */
const getOwnAddress = async ({ db }: RouteDeps, name: string) => {
  const [, operatorId] = /^operator\/(.+)$/s.exec(name) ?? [];
  const to = operatorId === undefined ? null : await emailOf(db.sql, operatorId);
  if (operatorId === undefined || to === null) throw problem('no_own_address');
  return { operatorId, to };
};

const whatOf = async (
  deps: RouteDeps,
  wanted: SpecimenWanted,
): Promise<Pick<NewSpecimen, 'kind' | 'mail' | 'orderId' | 'messageId'>> => {
  if ('orderId' in wanted) {
    const { orderId, id } = wanted;
    const found = await findMessageById(deps.db.sql, { orderId, id });
    if (!found?.mail) throw problem('not_found', { detail: 'There is no such mail.' });
    return { kind: found.kind, mail: null, orderId, messageId: id };
  }
  const { kind, locale, state } = wanted;
  const { shop, publicUrl } = deps.config;
  const known = state === undefined || specimenStates(kind).includes(state);
  if (!known) throw problem('not_found', { detail: `${kind} has no such state.` });
  const { lexicon } = deps;
  const { subject, html, text } = await specimenOf(
    { shop, lexicon, publicUrl },
    {
      ...{ kind, locale, state },
    },
  );
  return { kind, mail: { subject, html, text }, orderId: null, messageId: null };
};

const show = ({ specimenId, to, kind, askedAt }: Specimen): Answer => ({
  ...{ id: specimenId, to, kind, askedAt },
});

const keyHeader = z.object({
  'idempotency-key': z.string().optional().openapi({
    pattern: '^[!-~]{1,255}$',
    description: 'The same key is carried out once. Kept for a day at least',
  }),
});

const send = (deps: RouteDeps) =>
  createRoute({
    method: 'post',
    path: '/v1/messages/specimens',
    tags: ['Mail'],
    summary: 'Send the operator who asks a mail to look at, as a test',
    description:
      'Of a sample order, or a copy of a mail that was sent. It goes to the own address of an operator who has signed in, with “[Test]” before its subject; a key has no address, and none can be named. It counts as no mail to a customer.',
    ...guard(deps, 'support'),
    request: { headers: keyHeader, body: jsonBody(specimenWanted) },
    responses: {
      200: jsonAnswer('It is on its way', specimen),
      ...problemAnswers(
        ...bodyProblems,
        ...(['invalid_header', 'in_flight', 'idempotency_key_reused', 'not_found'] as const),
        ...(['no_own_address', 'too_many_requests'] as const),
      ),
    },
  });
