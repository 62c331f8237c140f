import { setTimeout as sleep } from 'node:timers/promises';
import type { Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { noteAudit } from '../../../db/desk/people/audit.ts';
import { type Account, findAccount, replaceHash } from '../../../db/desk/people/operators.ts';
import type { AppDeps } from '../../deps.ts';
import type { DeskEnv } from '../env.ts';
import { nextOf, ownForm } from './next.ts';
import { hashPassword, isOldHash, isRight } from './passwords.ts';
import { signIn } from './session.ts';
import { showSignIn } from './sign-in-page.tsx';
import { rememberBrowser, waitToTry } from './tries.ts';

/** Every answer takes as long as this, so that its time does not tell whether there is an account. */
const evenMs = 300;

/** Signs in those who have an account with a password. */
export const mountPassword = (app: Hono<DeskEnv>, deps: AppDeps): void => {
  const { config, db } = deps;
  app.post('/desk/sign-in', async (c) => {
    if (!config.desk.passwords) throw new HTTPException(404);
    const form = await ownForm(config, c);
    const next = nextOf(config, form.get('next'));
    const name = (form.get('name') ?? '').replaceAll('\0', '').trim().toLowerCase().slice(0, 254);
    const wait = waitToTry(deps, c, name);
    if (wait > 0) return refuseTry(deps, c, { name, next, wait });
    const [account] = await Promise.all([
      findRightful(deps, { name, password: form.get('password') ?? '' }),
      sleep(evenMs),
    ]);
    if (!account || !(await signIn(deps, c, account))) {
      const fault = 'The name or the password is not right.';
      return showSignIn(deps, c, { name, next, fault }, 422);
    }
    const { operatorId } = account;
    rememberBrowser(deps, c, operatorId);
    await noteAudit(db.sql, { operatorId, type: 'signed_in', detail: { by: 'password' } });
    return c.redirect(next, 303);
  });
};

type Try = { name: string; next: string };

const refuseTry = (
  deps: AppDeps,
  c: Context<DeskEnv>,
  { name, next, wait }: Try & { wait: number },
): Response => {
  c.header('Retry-After', String(wait));
  const fault = `Too many tries. Wait ${wait} seconds, and try again.`;
  return showSignIn(deps, c, { name, next, fault }, 429);
};

/** The account that name and password open. What is refused is written down of accounts alone. */
const findRightful = async (
  { db }: AppDeps,
  { name, password }: { name: string; password: string },
): Promise<Account | undefined> => {
  const account = await findAccount(db.sql, name);
  const was = account?.passwordHash ?? null;
  const isTheirs = await isRight(was, password.slice(0, 1_000));
  if (!account) return undefined;
  const { operatorId, disabledAt } = account;
  if (!isTheirs || was === null || disabledAt !== null) {
    const reason = disabledAt ? 'disabled' : was === null ? 'no_password' : 'wrong_password';
    const detail = { by: 'password', reason };
    await noteAudit(db.sql, { operatorId, type: 'sign_in_refused', detail });
    return undefined;
  }
  if (!isOldHash(was)) return account;
  const passwordHash = await hashPassword(password);
  await replaceHash(db.sql, { operatorId, was, passwordHash });
  return { ...account, passwordHash };
};
