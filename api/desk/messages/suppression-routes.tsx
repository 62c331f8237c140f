import type { Context, Hono } from 'hono';
import {
  type SuppressionReason,
  suppressionReasons,
} from '../../../db/schema/mail/suppressions.ts';
import { allow } from '../access/allow.ts';
import { answerOf } from '../call.ts';
import { type Desk, type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { type Form, mountAct } from '../parts/act.tsx';
import { Field, Select } from '../parts/field.tsx';
import { showPage } from '../parts/layout.tsx';
import { When } from '../parts/when.tsx';
import { type Suppressed, SuppressionsPage } from './suppressions-page.tsx';
import { listOf, room } from './tabs.tsx';
import { suppressionWords } from './words.ts';

const path = `${room}/suppressions`;

/** Addresses that get no relationship mail: who they are, one more, one less. */
export const mountSuppressions = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  const zone = deps.config.shopTimeZone;
  app.get(path, allow(deps, 'support'), async (c) => {
    const desk = deskOf(c);
    const given = Object.entries(c.req.query()).filter(([, value]) => value !== '');
    const query = new URLSearchParams(given);
    const asked = { limit: 50, ...Object.fromEntries(query) };
    const found = await answerOf(desk.api.GET('/v1/suppressions', { params: { query: asked } }));
    const children = <SuppressionsPage desk={desk} zone={zone} query={query} found={found} />;
    return showPage(c, { title: 'Suppressions', at: 'messages', children });
  });
  mountAdding(app, deps);
  mountLifting(app, deps);
};

const mountAdding = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountAct<{ email: string; stands: Suppressed | undefined }>(app, deps, {
    path: `${path}/add`,
    scopes: ['support'],
    at: 'messages',
    find: async (c) => {
      const email = emailOf(c);
      return { email, stands: email === '' ? undefined : await findSuppressed(deskOf(c), email) };
    },
    title: () => 'Suppress an address',
    back: () => path,
    fields: ({ email }, form) => (
      <>
        <Field name="email" label="Address" type="email" value={email} required maxLength={320} />
        <Select
          name="reason"
          label="Why"
          value={reasonIn(form)}
          choices={suppressionReasons.map((value) => ({ value, label: suppressionWords[value] }))}
        />
      </>
    ),
    preview: async ({ c, form, found: { email, stands } }) => (
      <>
        <p>
          <bdi>{email}</bdi> gets no countdown, no excitement and no check-in from now on, whatever
          its preferences say. The reason that is kept is: {suppressionWords[reasonIn(form)]}.
        </p>
        <p>
          Mail about the contract, such as notices of a delay, still goes there. Where the provider
          refuses the address, <a href={listOf(deskOf(c), { email })}>its mails</a> say so.
        </p>
        {stands && (
          <p>
            It is suppressed already, because: {suppressionWords[stands.reason]}. The new reason
            takes the place of that one.
          </p>
        )}
      </>
    ),
    go: 'Suppress it',
    isGrave: true,
    act: async ({ c, form, found: { email } }) => {
      const body = { email, reason: reasonIn(form) };
      await answerOf(deskOf(c).api.PUT('/v1/suppressions', { body }));
      return { said: 'The address gets no relationship mail any more.' };
    },
  });

const mountLifting = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  const zone = deps.config.shopTimeZone;
  mountAct<{ email: string; stands: Suppressed | undefined }>(app, deps, {
    path: `${path}/lift`,
    scopes: ['support'],
    at: 'messages',
    find: async (c) => {
      const email = emailOf(c);
      return { email, stands: await findSuppressed(deskOf(c), email) };
    },
    title: () => 'Lift a suppression',
    back: () => path,
    preview: async ({ c, found: { email, stands } }) => (
      <>
        {stands ? (
          <p>
            <bdi>{email}</bdi> is suppressed since <When at={stands.at} zone={zone} />, because:{' '}
            {suppressionWords[stands.reason]}.
          </p>
        ) : (
          <p>
            <bdi>{email}</bdi> is not suppressed any more. Nothing will change.
          </p>
        )}
        <ul>
          <li>
            Mail that is still to come goes there again, as the preferences of the address say. What
            is held now is decided at its time, with the suppression gone.
          </li>
          <li>What was not sent in the meantime stays unsent: its time is over.</li>
          <li>
            <a href={listOf(deskOf(c), { email, status: 'bounced' })}>Mails that bounced</a> can be
            sent again from the page of their order, one by one.
          </li>
          <li>
            If the address still refuses mail, the next one bounces too and suppresses it again. A
            provider may keep a list of its own, which is lifted there.
          </li>
        </ul>
      </>
    ),
    go: 'Lift it',
    act: async ({ c, found: { email } }) => {
      await answerOf(deskOf(c).api.DELETE('/v1/suppressions', { params: { query: { email } } }));
      return { said: 'The address gets mail again, as its preferences say.' };
    },
  });
};

/** The address that a page of ours is about. */
const emailOf = (c: Context<DeskEnv>): string =>
  (c.get('form')?.get('email') ?? c.req.query('email') ?? '').trim();

const findSuppressed = async (desk: Desk, email: string): Promise<Suppressed | undefined> => {
  const query = { email, limit: 1 };
  const { data } = await answerOf(desk.api.GET('/v1/suppressions', { params: { query } }));
  return data[0];
};

const reasonIn = (form: Form): SuppressionReason =>
  suppressionReasons.find((reason) => reason === form.get('reason')) ?? 'manual';
