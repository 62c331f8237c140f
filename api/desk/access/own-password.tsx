import type { Context, Hono } from 'hono';
import { noteAudit } from '../../../db/desk/people/audit.ts';
import { changePassword, findAccount } from '../../../db/desk/people/operators.ts';
import type { AppDeps } from '../../deps.ts';
import { notFound } from '../call.ts';
import { type DeskEnv, deskOf } from '../env.ts';
import { Field } from '../parts/field.tsx';
import { leadTo, showPage } from '../parts/layout.tsx';
import { allow } from './allow.ts';
import { faultOf, hashPassword, isRight } from './passwords.ts';
import { signIn } from './session.ts';
import { waitToTry } from './tries.ts';

const path = '/desk/people/password';

/** Where someone changes their own password. It ends their sessions elsewhere. */
export const mountOwnPassword = (app: Hono<DeskEnv>, deps: AppDeps): void => {
  const { db } = deps;
  app.get(path, allow(deps, 'read'), async (c) => {
    await getHash(deps, c);
    return showForm(c, {});
  });
  app.post(path, allow(deps, 'read'), async (c) => {
    const was = await getHash(deps, c);
    const { operator } = deskOf(c);
    const { operatorId } = operator;
    const wait = waitToTry(deps, c, operatorId);
    if (wait > 0) return showForm(c, { before: `Too many tries. Wait ${wait} seconds.` }, 429);
    const form = c.get('form') ?? new URLSearchParams();
    const wanted = form.get('new') ?? '';
    if (!(await isRight(was, form.get('before') ?? ''))) {
      return showForm(c, { before: 'That is not your password.' }, 422);
    }
    const fault = faultOf(wanted, operator);
    if (fault) return showForm(c, { new: fault }, 422);
    if (wanted !== form.get('again')) {
      return showForm(c, { again: 'The two are not the same.' }, 422);
    }
    const passwordHash = await hashPassword(wanted);
    await changePassword(db, { operatorId, passwordHash });
    await noteAudit(db.sql, { operatorId, type: 'password_changed' });
    await signIn(deps, c, { operatorId, passwordHash });
    return leadTo(c, '/desk/people', 'You have a new password, and are signed out elsewhere.');
  });
};

/** What they sign in with. Those who do it otherwise have no such page. */
const getHash = async ({ config, db }: AppDeps, c: Context<DeskEnv>): Promise<string> => {
  const account = config.desk.passwords
    ? await findAccount(db.sql, deskOf(c).operator.operatorId)
    : undefined;
  if (!account?.passwordHash) throw notFound();
  return account.passwordHash;
};

type Faults = { before?: string; new?: string; again?: string };

const showForm = (c: Context<DeskEnv>, faults: Faults, status: 200 | 422 | 429 = 200): Response => {
  const { base, csrf, operator } = deskOf(c);
  const children = (
    <form method="post" action={`${base}${path}`} className="panel">
      <input type="hidden" name="csrf" value={csrf} />
      {/* For keepers of passwords, which ask whose it is. */}
      <input hidden readOnly name="name" value={operator.operatorId} autoComplete="username" />
      <Field
        {...{ name: 'before', label: 'Your password now', type: 'password', required: true }}
        autoComplete="current-password"
        fault={faults.before}
      />
      <Field
        {...{ name: 'new', label: 'New password', type: 'password', required: true }}
        autoComplete="new-password"
        hint="At least 12 characters. Some words that have nothing in common are good."
        fault={faults.new}
      />
      <Field
        {...{ name: 'again', label: 'New password, once more', type: 'password', required: true }}
        autoComplete="new-password"
        fault={faults.again}
      />
      <p className="buttons">
        <button className="go" type="submit">
          Change the password
        </button>
        <a href={`${base}/desk/people`}>Back</a>
      </p>
    </form>
  );
  return showPage(c, { title: 'Your password', at: 'people', children }, status);
};
