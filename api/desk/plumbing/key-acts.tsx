import type { Context, Hono } from 'hono';
import { type ApiKey, findApiKey, keyIdOf, listApiKeys } from '../../../db/http/api-keys.ts';
import { startOfDay } from '../../../workflows/calendar/zone.ts';
import { type Scope, scopes } from '../../access/auth.ts';
import { civilDate } from '../../http/scalars.ts';
import { answerOf, notFound, Refused } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { type Form, mountAct } from '../parts/act.tsx';
import { Check, Field } from '../parts/field.tsx';
import { When } from '../parts/when.tsx';
import { keysPath } from './keys.tsx';
import { Secret } from './secret.tsx';

const at = 'plumbing' as const;
const back = () => keysPath;

/** Makes keys, replaces them, and ends them. Each is shown once, on the page that answers. */
export const mountKeyActs = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  mountMake(app, deps);
  mountRotate(app, deps);
  mountRevoke(app, deps);
};

const keyIn =
  ({ db }: DeskDeps) =>
  async (c: Context<DeskEnv>): Promise<ApiKey> => {
    const found = await findApiKey(db.sql, c.req.param('keyId') ?? '');
    if (!found) throw notFound();
    return found;
  };

const meaningOf: Record<Scope, string> = {
  checkout: 'takes orders in, and sees whom they are for',
  inventory: 'receives and counts stock',
  fulfilment: 'ships',
  support: 'acts upon orders, and sees whom they are for',
  read: 'reads all but whom orders are for',
  admin: 'does all of it, and makes keys',
};

const scopesIn = (form: Form): Scope[] =>
  scopes.filter((scope) => form.get(`may.${scope}`) === 'yes');

const nothingAllowed = {
  ...{ status: 422, code: 'invalid_request', title: 'The key could do nothing.' },
  ...{ detail: 'Choose at least one of what it may do.', errors: [] },
};

const mountMake = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  const zone = deps.config.shopTimeZone;
  const endIn = (form: Form): string | undefined => {
    const day = form.get('endsOn') ?? '';
    return civilDate.safeParse(day).success ? startOfDay(day, zone) : undefined;
  };
  mountAct<null>(app, deps, {
    ...{ path: '/desk/plumbing/new-key', scopes: ['admin'], at, go: 'Make it', back },
    find: async () => null,
    title: () => 'Make a key',
    fields: (_, form) => <Wishes form={form} />,
    preview: async ({ form }) => {
      const held = scopesIn(form);
      const endsAt = endIn(form);
      if (held.length === 0) throw new Refused(nothingAllowed);
      return (
        <>
          <p>
            Whoever has the key may call the API as <strong>{form.get('name')}</strong> and
          </p>
          <ul>
            {held.map((scope) => (
              <li key={scope}>
                {scope}: {meaningOf[scope]}
              </li>
            ))}
          </ul>
          <p>
            {endsAt === undefined ? (
              'It works until it is revoked.'
            ) : (
              <>
                It works until <When at={endsAt} zone={zone} />.
              </>
            )}{' '}
            The next page shows it. It is shown once.
          </p>
        </>
      );
    },
    act: async ({ c, form, actId }) => {
      const expiresAt = endIn(form);
      const made = await answerOf(
        deskOf(c).api.POST('/v1/keys', {
          body: {
            name: (form.get('name') ?? '').trim(),
            scopes: scopesIn(form),
            ...(expiresAt !== undefined && { expiresAt }),
          },
          headers: { 'Idempotency-Key': actId },
        }),
      );
      return shown(c, made, 'It works from now on.');
    },
  });
};

const Wishes = ({ form }: { form: Form }) => (
  <>
    <Field
      name="name"
      label="Who holds it"
      value={form.get('name') ?? ''}
      maxLength={100}
      required
      hint="What the key does is told under this name, such as storefront or warehouse."
    />
    <fieldset>
      <legend>What it may do</legend>
      {scopes.map((scope) => (
        <Check
          key={scope}
          name={`may.${scope}`}
          label={`${scope}: ${meaningOf[scope]}`}
          isChecked={form.get(`may.${scope}`) === 'yes'}
        />
      ))}
    </fieldset>
    <Field
      name="endsOn"
      label="Ends on"
      type="date"
      value={form.get('endsOn') ?? ''}
      hint="It stops working when that day begins. Leave it empty for a key without an end."
    />
  </>
);

type Made = { key?: string | undefined; name: string };

const shown = (c: Context<DeskEnv>, { key, name }: Made, note: string) => {
  if (key === undefined) {
    return {
      said: `The key of ${name} was made before, and shown then. Replace it if it is lost.`,
    };
  }
  return {
    title: `The key of ${name}`,
    once: (
      <Secret value={key} back={`${deskOf(c).base}${keysPath}`}>
        <p>{note}</p>
      </Secret>
    ),
  };
};

const overlapIn = (form: Form): number => {
  const hours = Number(form.get('overlapHours') ?? '24');
  return Number.isFinite(hours) ? hours : 24;
};

const mountRotate = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountAct<ApiKey>(app, deps, {
    ...{ path: `${keysPath}/:keyId/rotate`, scopes: ['admin'], at, go: 'Replace it', back },
    find: keyIn(deps),
    title: ({ name, keyHash }) => `Replace the key of ${name} (${keyIdOf(keyHash)})`,
    fields: (_, form) => (
      <Field
        name="overlapHours"
        label="Hours for which the old one works beside it"
        type="number"
        min={0}
        max={720}
        value={form.get('overlapHours') ?? '24'}
        hint="Long enough to change over. 0 if the old one is in wrong hands."
      />
    ),
    preview: async ({ found, form }) => (
      <>
        <p>
          A new key of {found.name}, with the same scopes ({found.scopes.join(', ')}) and the same
          end, is shown once on the next page.{' '}
          {overlapIn(form) === 0
            ? 'The old one ends at once: whoever still sends it is refused.'
            : `The old one ends ${overlapIn(form)} hours from now, unless it ends sooner.`}
        </p>
        <IfConfigured found={found} />
      </>
    ),
    act: async ({ c, found, form, actId }) => {
      const made = await answerOf(
        deskOf(c).api.POST('/v1/keys/{keyId}/rotate', {
          params: { path: { keyId: keyIdOf(found.keyHash) } },
          headers: { 'Idempotency-Key': actId },
          body: { overlapHours: overlapIn(form) },
        }),
      );
      const hours = overlapIn(form);
      const note = hours === 0 ? 'The old one has ended.' : `The old one ends in ${hours} hours.`;
      return shown(c, made, note);
    },
  });

/** Its next start brings back no key that has ended. */
const IfConfigured = ({ found: { name } }: { found: ApiKey }) =>
  name === 'bootstrap' ? (
    <p>
      This is the key of <code>MEANWHILE_API_KEY</code>. Put another one there before the processes
      start again: a key that has ended does not come back with them.
    </p>
  ) : null;

const mountRevoke = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountAct<ApiKey>(app, deps, {
    ...{ path: `${keysPath}/:keyId/revoke`, scopes: ['admin'], at, go: 'Revoke it', back },
    isGrave: true,
    find: keyIn(deps),
    title: ({ name, keyHash }) => `Revoke the key of ${name} (${keyIdOf(keyHash)})`,
    preview: async ({ found }) => {
      const others = (await listApiKeys(deps.db.sql)).filter(
        ({ keyHash, scopes: held }) => held.includes('admin') && keyHash !== found.keyHash,
      );
      const zone = deps.config.shopTimeZone;
      return (
        <>
          <p>
            Whoever sends it is refused within a second or two, for ever.{' '}
            {found.lastUsedAt === null ? (
              'Nobody is known to have used it.'
            ) : (
              <>
                It was last used at <When at={found.lastUsedAt} zone={zone} />.
              </>
            )}
          </p>
          <IfConfigured found={found} />
          {found.scopes.includes('admin') && others.length === 0 && (
            <p>
              It is the last key with <code>admin</code>. A manager at the desk can make another,
              and so can <code>npm run key</code>.
            </p>
          )}
        </>
      );
    },
    act: async ({ c, found: { keyHash, name } }) => {
      const params = { path: { keyId: keyIdOf(keyHash) } };
      await answerOf(deskOf(c).api.DELETE('/v1/keys/{keyId}', { params }));
      return { said: `The key of ${name} is revoked.` };
    },
  });
