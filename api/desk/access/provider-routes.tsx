import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { noteAudit } from '../../../db/desk/people/audit.ts';
import { findIdentity, welcome } from '../../../db/desk/people/identities.ts';
import { endSessionsOf } from '../../../db/desk/people/sessions.ts';
import { minuteMs } from '../../../workflows/domain/time.ts';
import { Unsealable } from '../../access/sealed.ts';
import type { AppDeps } from '../../deps.ts';
import type { ProviderSettings } from '../../desk-settings.ts';
import { notFound } from '../call.ts';
import type { DeskEnv } from '../env.ts';
import { showPage } from '../parts/layout.tsx';
import { type Claims, calledIn, roleIn } from './claims.ts';
import { cookieIn, dropCookie, putCookie } from './cookies.ts';
import { nextOf } from './next.ts';
import { createProvider, type Failure, failureOf, type Provider } from './provider.ts';
import { signIn } from './session.ts';

const about = 'a sign-in that a provider is asked about';
const pendingMs = 10 * minuteMs;

/** It travels in the browser, sealed, so any process may take the answer. */
const pendingSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  begunAt: z.number(),
});

type Pending = z.output<typeof pendingSchema>;

/** Signs in those whom the company's provider of identities knows, with the role it gives them. */
export const mountProvider = (app: Hono<DeskEnv>, deps: AppDeps): void => {
  const { config } = deps;
  const settings = config.desk.provider;
  const callback = `${config.publicUrl}/desk/sign-in/callback`;
  const provider = settings && createProvider(settings, callback);
  app.get('/desk/sign-in/provider', async (c) => {
    if (!provider) throw notFound();
    try {
      const { url, pending } = await provider.begin();
      keep(deps, c, { ...pending, next: nextOf(config, c.req.query('next')), begunAt: Date.now() });
      return c.redirect(url.href, 303);
    } catch (error) {
      return showFailure(deps, c, error);
    }
  });
  app.get('/desk/sign-in/callback', async (c) => {
    if (!provider || !settings) throw notFound();
    const pending = takePending(deps, c);
    if (!pending) return showLate(c);
    const address = new URL(callback + new URL(c.req.url).search);
    const claims = await finish(provider, address, pending).catch((error: unknown) => ({ error }));
    if ('error' in claims) return showFailure(deps, c, claims.error);
    return enter(deps, c, { settings, claims: claims.claims, next: pending.next });
  });
};

const finish = async (
  provider: Provider,
  address: URL,
  pending: Pending,
): Promise<{ claims: Claims }> => ({ claims: await provider.finish(address, pending) });

const keep = (deps: AppDeps, c: Context<DeskEnv>, pending: Pending): void => {
  const value = deps.shops.seal.seal(JSON.stringify(pending), about);
  putCookie(c, deps.config, { kind: 'pending', value, maxAgeMs: pendingMs });
};

/** What this browser began, if it did not long ago. It is taken once. */
const takePending = (deps: AppDeps, c: Context<DeskEnv>): Pending | undefined => {
  const sealed = cookieIn(c, deps.config, 'pending');
  if (sealed === undefined) return undefined;
  dropCookie(c, deps.config, 'pending');
  try {
    const pending = pendingSchema.parse(JSON.parse(deps.shops.seal.open(sealed, about)));
    return Date.now() - pending.begunAt < pendingMs ? pending : undefined;
  } catch (error) {
    if (error instanceof Unsealable) return undefined;
    throw error;
  }
};

type Entering = { settings: ProviderSettings; claims: Claims; next: string };

/** The provider knows them: whether they may work here is said by their role, and by a manager. */
const enter = async (
  deps: AppDeps,
  c: Context<DeskEnv>,
  { settings, claims, next }: Entering,
): Promise<Response> => {
  const identity = { issuer: settings.issuer, subject: claims.sub };
  const role = roleIn(claims, settings);
  const called = calledIn(claims);
  if (role === undefined) {
    const known = await findIdentity(deps.db.sql, identity);
    if (known) await endSessionsOf(deps.db.sql, known.operatorId);
    return refuse(deps, c, { operatorId: known?.operatorId, reason: 'no_role' });
  }
  const account = await welcome(deps.db, { ...identity, ...called, role });
  if (!account || account.isDisabled) {
    return refuse(deps, c, { operatorId: account?.operatorId, reason: 'disabled' });
  }
  const { operatorId } = account;
  if (!(await signIn(deps, c, { operatorId }))) {
    return refuse(deps, c, { operatorId, reason: 'disabled' });
  }
  await noteAudit(deps.db.sql, { operatorId, type: 'signed_in', detail: { by: 'provider', role } });
  return c.redirect(next, 303);
};

const reasons = {
  no_role: 'The provider knows you, but gives you no role here. Ask whoever keeps its groups.',
  disabled: 'Your account here is disabled. Ask a manager.',
} as const;

const refuse = async (
  { db }: AppDeps,
  c: Context<DeskEnv>,
  { operatorId, reason }: { operatorId: string | undefined; reason: keyof typeof reasons },
): Promise<Response> => {
  if (operatorId !== undefined) {
    const detail = { by: 'provider', reason };
    await noteAudit(db.sql, { operatorId, type: 'sign_in_refused', detail });
  }
  return showAgain(c, { title: 'You cannot come in', text: reasons[reason] }, 403);
};

const failures: Record<Failure, [string, string, 400 | 403 | 503]> = {
  unreachable: [
    'The provider does not answer',
    'Whoever knows you at your company is out just now. Try again in a minute.',
    503,
  ],
  denied: ['The provider did not let you in', 'It said no, or you did. Nothing was done.', 403],
  wrong: [
    'That did not work',
    'The answer of the provider was not one to this sign-in, or came twice. Nothing was done.',
    400,
  ],
};

const showFailure = ({ logger }: AppDeps, c: Context<DeskEnv>, error: unknown): Response => {
  const [title, text, status] = failures[failureOf(error)];
  // Whatever else an error of these carries may be somebody's.
  const reason = error instanceof Error ? error.message : String(error);
  logger.warn({ reason, requestId: c.get('requestId') }, 'a provider signed nobody in');
  return showAgain(c, { title, text }, status);
};

const showLate = (c: Context<DeskEnv>): Response => {
  const text = 'It began more than ten minutes ago, or in another browser. Nothing was done.';
  return showAgain(c, { title: 'This sign-in is too old', text }, 400);
};

const showAgain = (
  c: Context<DeskEnv>,
  { title, text }: { title: string; text: string },
  status: 400 | 403 | 503,
): Response => {
  const children = (
    <>
      <p>{text}</p>
      <p>
        <a href={`${c.get('base') ?? ''}/desk/sign-in`}>Sign in again</a>
      </p>
    </>
  );
  return showPage(c, { title, children }, status);
};
