import type { Context, MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isSameText } from '../../../db/same-text.ts';
import type { Scope } from '../../access/auth.ts';
import type { AppDeps } from '../../deps.ts';
import { basePath } from '../../html/site.ts';
import { isSameSite } from '../../http/same-site.ts';
import type { DeskEnv } from '../env.ts';
import { readForm } from './form.ts';
import { mayDo } from './scopes.ts';

/**
 * Lets those pass who are signed in and hold one of the scopes, and forms that our own pages sent.
 * Whoever has yet to sign in is led there, and back to the page afterwards.
 */
export const allow =
  (
    { config }: Pick<AppDeps, 'config'>,
    ...scopes: [Scope, ...Scope[]]
  ): MiddlewareHandler<DeskEnv> =>
  async (c, next) => {
    const desk = c.get('desk');
    if (!desk) return c.redirect(signInPath(c, config.publicUrl), 303);
    if (!mayDo(desk.operator.role, scopes)) throw new HTTPException(403);
    if (c.req.method !== 'GET') {
      const form = await readForm(c);
      if (!isSameSite(c, config.publicUrl)) throw new HTTPException(403, { message: 'foreign' });
      if (!isSameText(desk.csrf, form.get('csrf') ?? '')) {
        throw new HTTPException(403, { message: 'foreign' });
      }
      c.set('form', form);
    }
    return next();
  };

const signInPath = (c: Context<DeskEnv>, publicUrl: string): string => {
  const base = basePath({ publicUrl });
  if (c.req.method !== 'GET') return `${base}/desk/sign-in`;
  const { pathname, search } = new URL(c.req.url);
  return `${base}/desk/sign-in?next=${encodeURIComponent(base + pathname + search)}`;
};
