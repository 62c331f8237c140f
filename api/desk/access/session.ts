import { createHash, randomBytes } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import {
  beginSession,
  findSession,
  type SessionEnds,
  touchSession,
} from '../../../db/desk/sessions.ts';
import { hourMs, minuteMs } from '../../../workflows/domain/time.ts';
import type { AppDeps } from '../../deps.ts';
import { basePath } from '../../html/site.ts';
import { type Answer, apiOf } from '../call.ts';
import type { DeskEnv } from '../env.ts';
import { freshHeader } from '../parts/script.ts';

/** As OWASP's session management advises for work that lasts a day. */
export const sessionEnds: SessionEnds = { idleMs: 30 * minuteMs, absoluteMs: 12 * hourMs };

type Deps = Pick<AppDeps, 'config' | 'db' | 'reads'>;

/** Over HTTPS no other host can set a cookie of that name. */
const cookieFor = ({ config }: Pick<AppDeps, 'config'>) => {
  const isHttps = config.publicUrl.startsWith('https:');
  return { name: isHttps ? '__Host-meanwhile-desk' : 'meanwhile-desk', isHttps };
};

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** What a form of the session's own pages carries: nobody who cannot read its cookie knows it. */
export const csrfOf = (token: string): string =>
  createHash('sha256').update('csrf\0').update(token).digest('base64url');

/** Signs the operator in, in a new session whatever the browser held before. */
export const signIn = async (
  deps: Deps,
  c: Context<DeskEnv>,
  operatorId: string,
): Promise<void> => {
  const token = randomBytes(32).toString('base64url');
  await beginSession(deps.db.sql, { tokenHash: hashOf(token), operatorId, ends: sessionEnds });
  const { name, isHttps } = cookieFor(deps);
  const maxAge = sessionEnds.absoluteMs / 1_000;
  // A link in a mail or from the provider of identities opens the page signed in; forms need more.
  setCookie(c, name, token, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: isHttps,
    path: '/',
    maxAge,
  });
};

/** The hash of the session that the browser holds, if any. */
export const sessionHashIn = (deps: Deps, c: Context<DeskEnv>): string | undefined => {
  const token = getCookie(c, cookieFor(deps).name);
  return token === undefined ? undefined : hashOf(token);
};

export const dropCookie = (deps: Deps, c: Context<DeskEnv>): void => {
  const { name, isHttps } = cookieFor(deps);
  deleteCookie(c, name, { path: '/', secure: isHttps });
};

/** Finds who is signed in, and gives their pages what they need. Without a session it goes on. */
export const findOperator = (deps: Deps, answer: Answer): MiddlewareHandler<DeskEnv> => {
  const { name } = cookieFor(deps);
  return async (c, next) => {
    const token = getCookie(c, name);
    if (token === undefined) return next();
    const tokenHash = hashOf(token);
    const found = await findSession(deps.reads.sql, { tokenHash, ends: sessionEnds });
    if (!found) return next();
    const { isStale, ...operator } = found;
    if (isStale && !c.req.header(freshHeader)) await touchSession(deps.db.sql, tokenHash);
    const { db } = deps;
    const api = apiOf(operator, { answer, db, requestId: c.get('requestId') });
    c.set('desk', { operator, api, csrf: csrfOf(token), base: basePath(deps.config) });
    return next();
  };
};
