import type { Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { noteAudit } from '../../../db/desk/audit.ts';
import { putOperator } from '../../../db/desk/operators.ts';
import { endSession } from '../../../db/desk/sessions.ts';
import { isAtHome } from '../../access/caller.ts';
import type { AppDeps } from '../../deps.ts';
import { basePath } from '../../html/site.ts';
import { isSameSite } from '../../http/same-site.ts';
import type { DeskEnv } from '../env.ts';
import { leadTo, showPage } from '../parts/layout.tsx';
import { allow } from './allow.ts';
import { dropCookie, sessionHashIn, signIn } from './session.ts';

const demo = { operatorId: 'demo', name: 'Demo operator', role: 'manager' } as const;

/** In and out. A form that signs in has no session yet, so only where it comes from is checked. */
export const mountSignIn = (app: Hono<DeskEnv>, deps: AppDeps): void => {
  app.get('/desk/sign-in', (c) =>
    showPage(c, { title: 'Sign in', children: <Ways deps={deps} c={c} /> }),
  );
  app.post('/desk/sign-in/demo', async (c) => {
    if (!isDemo(deps, c)) throw new HTTPException(404);
    const form = await ownForm(deps, c);
    await putOperator(deps.db.sql, demo);
    await signIn(deps, c, demo.operatorId);
    const { operatorId } = demo;
    await noteAudit(deps.db.sql, { operatorId, type: 'signed_in', detail: { by: 'demo' } });
    return c.redirect(nextIn(deps, form), 303);
  });
  app.post('/desk/sign-out', allow(deps, 'read'), async (c) => {
    const tokenHash = sessionHashIn(deps, c);
    if (tokenHash !== undefined) await endSession(deps.db.sql, tokenHash);
    dropCookie(deps, c);
    const operatorId = c.get('desk')?.operator.operatorId ?? '';
    await noteAudit(deps.db.sql, { operatorId, type: 'signed_out' });
    return leadTo(c, '/desk/sign-in', 'You are signed out.');
  });
};

/** The form, if a page of ours sent it. */
const ownForm = async (deps: AppDeps, c: Context<DeskEnv>): Promise<URLSearchParams> => {
  if (!isSameSite(c, deps.config.publicUrl)) throw new HTTPException(403, { message: 'foreign' });
  return new URLSearchParams(await c.req.text());
};

/** The page of the desk that the operator wanted, and no other address. */
const nextIn = ({ config }: AppDeps, form: URLSearchParams): string => {
  const desk = `${basePath(config)}/desk`;
  const next = form.get('next') ?? '';
  return /^[\x21-\x7e]*$/.test(next) && (next === desk || next.startsWith(`${desk}/`))
    ? next
    : desk;
};

/**
 * Whether one click is enough: on the computer that it runs on, by a name that only it has, so that
 * no page from elsewhere can lead its own name there.
 */
const isDemo = ({ config }: AppDeps, c: Context<DeskEnv>): boolean =>
  config.desk.demo && isAtHome(c, config.strangers);

const Ways = ({ deps, c }: { deps: AppDeps; c: Context<DeskEnv> }) => {
  const base = basePath(deps.config);
  return (
    <>
      {isDemo(deps, c) && (
        <form method="post" action={`${base}/desk/sign-in/demo`} className="panel">
          <p>This is the system on your own computer: nobody is asked for a password here.</p>
          <input type="hidden" name="next" value={c.req.query('next') ?? ''} />
          <button className="go" type="submit">
            Sign in as the demo operator
          </button>
        </form>
      )}
    </>
  );
};
