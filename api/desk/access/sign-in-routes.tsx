import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { noteAudit } from '../../../db/desk/people/audit.ts';
import { setEmail } from '../../../db/desk/people/operator-email.ts';
import { putOperator } from '../../../db/desk/people/operators.ts';
import { endSessionsOf } from '../../../db/desk/people/sessions.ts';
import type { AppDeps } from '../../deps.ts';
import { type DeskEnv, deskOf } from '../env.ts';
import { leadTo } from '../parts/layout.tsx';
import { allow } from './allow.ts';
import { nextOf, ownForm } from './next.ts';
import { demoId } from './operator-id.ts';
import { mountOwnPassword } from './own-password.tsx';
import { mountPassword } from './password-routes.tsx';
import { mountProvider } from './provider-routes.tsx';
import { signIn, signOut } from './session.ts';
import { isDemo, showSignIn } from './sign-in-page.tsx';

const demo = { operatorId: demoId, name: 'Demo operator', role: 'manager' } as const;

/** The demo's own inbox shows what comes here. */
const demoEmail = 'demo@shop.example';

/** In and out. */
export const mountSignIn = (app: Hono<DeskEnv>, deps: AppDeps): void => {
  const { config, db } = deps;
  app.get('/desk/sign-in', (c) => {
    const next = nextOf(config, c.req.query('next'));
    return c.get('desk') ? c.redirect(next, 303) : showSignIn(deps, c, { next });
  });
  app.post('/desk/sign-in/demo', async (c) => {
    if (!isDemo(deps, c)) throw new HTTPException(404);
    const form = await ownForm(config, c);
    await putOperator(db.sql, demo);
    await setEmail(db.sql, { operatorId: demoId, email: demoEmail });
    await signIn(deps, c, demo);
    await noteAudit(db.sql, { operatorId: demoId, type: 'signed_in', detail: { by: 'demo' } });
    return c.redirect(nextOf(config, form.get('next')), 303);
  });
  mountPassword(app, deps);
  mountProvider(app, deps);
  mountOwnPassword(app, deps);
  app.post('/desk/sign-out', allow(deps, 'read'), async (c) => {
    const { operatorId } = deskOf(c).operator;
    await signOut(deps, c);
    await noteAudit(db.sql, { operatorId, type: 'signed_out' });
    return leadTo(c, '/desk/sign-in', 'You are signed out.');
  });
  app.post('/desk/sign-out/everywhere', allow(deps, 'read'), async (c) => {
    const { operatorId } = deskOf(c).operator;
    const sessions = await endSessionsOf(db.sql, operatorId);
    await signOut(deps, c);
    await noteAudit(db.sql, { operatorId, type: 'signed_out_everywhere', detail: { sessions } });
    return leadTo(c, '/desk/sign-in', 'You are signed out everywhere.');
  });
};
