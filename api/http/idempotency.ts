import { createHash, randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { Db } from '../../db/client.ts';
import {
  claimIdempotencyKey,
  type KeyedRequest,
  type StoredAnswer,
  storeAnswer,
  unlockIdempotencyKey,
} from '../../db/http/idempotency.ts';
import { bodyHash } from './body-hash.ts';
import type { AppEnv } from './env.ts';
import { findProblem, problem } from './problem.ts';
import { type ProblemCode, problemCodes } from './problem-codes.ts';

/** Longer than any request may take; a process that died holds a key no longer than this. */
const lockMs = 60_000;

type Call = { db: Db; route: string; body: unknown };

type Keeping<Answer> = {
  toStored: (answer: Answer) => Answer;
  ofStored: (stored: Answer) => Promise<Answer>;
};

/**
 * Serves a POST that has no natural id. The same `Idempotency-Key` gets the same answer, be it a
 * value or a refusal; a fault is not kept, so that it can be tried again. `serve` gets an id that
 * all repetitions share. Without a key one is made up and returned. `toStored` leaves out what must
 * not be kept of an answer, and `ofStored` puts it back.
 */
export const answerOnce = async <Answer>(
  c: Context<AppEnv>,
  { db, route, body, ...keeping }: Call & Keeping<Answer>,
  serve: (actId: string) => Promise<Answer>,
): Promise<Answer> => {
  const given = givenKey(c);
  const key = given ?? randomUUID();
  c.header('Idempotency-Key', key);
  const principal = c.get('principal').name;
  const request = { principal, route: `POST ${route}`, key, bodyHash: bodyHash(body) };
  if (given === undefined) return serve(actIdOf(request));
  const claim = await claimIdempotencyKey(db.sql, { ...request, lockMs });
  switch (claim.outcome) {
    case 'claimed':
      return serveAndKeep(db, request, { serve, ...keeping });
    case 'answered':
      return replay(c, claim.answer, keeping);
    case 'in_flight':
      throw problem('in_flight', { retryAfterSeconds: 1 });
    case 'other_body':
      throw problem('idempotency_key_reused');
  }
};

const givenKey = (c: Context): string | undefined => {
  const key = c.req.header('Idempotency-Key');
  if (key === undefined || /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw problem('invalid_header', {
    detail: 'Idempotency-Key takes 1 to 255 printable ASCII characters without spaces.',
  });
};

/** A hash, because callers put names and addresses into keys, and acts become known elsewhere. */
const actIdOf = ({ principal, route, key }: KeyedRequest): string =>
  createHash('sha256')
    .update(JSON.stringify([principal, route, key]))
    .digest('base64url')
    .slice(0, 22);

const serveAndKeep = async <Answer>(
  db: Db,
  request: KeyedRequest,
  { serve, toStored }: Keeping<Answer> & { serve: (actId: string) => Promise<Answer> },
): Promise<Answer> => {
  try {
    const answer = await serve(actIdOf(request));
    await storeAnswer(db.sql, request, { status: 200, body: toStored(answer) });
    return answer;
  } catch (error) {
    const refusal = findProblem(error);
    if (refusal?.status === 409) {
      const { code, detail } = refusal;
      await storeAnswer(db.sql, request, { status: 409, body: { code, detail } });
    } else {
      // What went wrong matters more than the lock, which ends by itself.
      await unlockIdempotencyKey(db.sql, request).catch(() => {});
    }
    throw error;
  }
};

const replay = async <Answer>(
  c: Context,
  { status, body }: StoredAnswer,
  { ofStored }: Keeping<Answer>,
): Promise<Answer> => {
  c.header('Idempotent-Replayed', 'true');
  if (status < 400) return ofStored(body as Answer);
  const { code, detail } = body as { code: ProblemCode; detail: string };
  throw problem(code in problemCodes ? code : 'internal', { detail });
};
