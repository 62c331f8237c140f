import { createHash, randomBytes } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import {
  beginSession,
  endSession,
  findSession,
  touchSession,
} from '../../../db/desk/people/sessions.ts';
import { hashKey } from '../../access/auth.ts';
import { sessionEnds } from '../../access/session-ends.ts';
import type { AppDeps } from '../../deps.ts';
import { basePath } from '../../html/site.ts';
import { type Answer, apiOf } from '../call.ts';
import type { DeskEnv } from '../env.ts';
import { freshHeader } from '../parts/script.ts';
import { cookieIn, dropCookie, putCookie } from './cookies.ts';
import { demoId } from './operator-id.ts';
import { readingOf } from './reading.ts';

type Deps = Pick<AppDeps, 'config' | 'db' | 'reads'>;
type DepsOfDesk = Deps & Pick<AppDeps, 'logger'>;

/** What a form of the session's own pages carries: nobody who cannot read its cookie knows it. */
export const csrfOf = (token: string): string =>
  createHash('sha256').update('csrf\0').update(token).digest('base64url');

/**
 * Signs the operator in, in a new session: the one that the browser held before ends. False if the
 * account was disabled meanwhile, or has another password than that of the hash, if one was tried.
 */
export const signIn = async (
  deps: Deps,
  c: Context<DeskEnv>,
  { operatorId, passwordHash = null }: { operatorId: string; passwordHash?: string | null },
): Promise<boolean> => {
  const token = randomBytes(32).toString('base64url');
  const session = { tokenHash: hashKey(token), operatorId, passwordHash, ends: sessionEnds };
  if (!(await beginSession(deps.db.sql, session))) return false;
  const before = sessionHashIn(deps, c);
  if (before !== undefined) await endSession(deps.db.sql, before);
  putCookie(c, deps.config, { kind: 'desk', value: token, maxAgeMs: sessionEnds.absoluteMs });
  return true;
};

/** The hash of the session that the browser holds, if any. */
export const sessionHashIn = (deps: Deps, c: Context<DeskEnv>): string | undefined => {
  const token = cookieIn(c, deps.config, 'desk');
  return token === undefined ? undefined : hashKey(token);
};

/** Ends the browser's session. */
export const signOut = async (deps: Deps, c: Context<DeskEnv>): Promise<void> => {
  const tokenHash = sessionHashIn(deps, c);
  if (tokenHash !== undefined) await endSession(deps.db.sql, tokenHash);
  dropCookie(c, deps.config, 'desk');
};

/** Finds who is signed in, and gives their pages what they need. Without a session it goes on. */
export const findOperator = (deps: DepsOfDesk, answer: Answer): MiddlewareHandler<DeskEnv> => {
  const base = basePath(deps.config);
  return async (c, next) => {
    c.set('base', base);
    c.set('publicUrl', deps.config.publicUrl);
    const token = cookieIn(c, deps.config, 'desk');
    if (token === undefined) return next();
    const tokenHash = hashKey(token);
    const found = await findSession(deps.reads.sql, { tokenHash, ends: sessionEnds });
    if (!found || (found.operatorId === demoId && !deps.config.desk.demo)) return next();
    const { isStale, ...operator } = found;
    if (isStale && !c.req.header(freshHeader)) await touchSession(deps.db.sql, tokenHash);
    const { db, logger } = deps;
    const reading = readingOf(operator, { db, logger, timeZone: deps.config.shopTimeZone });
    const api = apiOf(operator, { answer, db, requestId: c.get('requestId'), reading });
    c.set('desk', { operator, api, reading, csrf: csrfOf(token), base });
    return next();
  };
};
