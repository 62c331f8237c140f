import type { Context, Hono } from 'hono';
import type { SeenAccount } from '../../../db/desk/people/operators.ts';
import { type Role, roles } from '../../../workflows/domain/desk/role.ts';
import { answerOf } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { type Act, type Form, mountAct } from '../parts/act.tsx';
import { Field, Select } from '../parts/field.tsx';
import { pathOfAccount } from './account-path.ts';
import { roleWords } from './people-page.tsx';
import { accountIn } from './person-page.tsx';

/** What a manager does to an account: each is shown first. */
export const mountAccountActs = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  const common = {
    ...{ scopes: ['admin'] as ['admin'], at: 'people' as const, back: pathOfAccount },
    find: (c: Context<DeskEnv>) => accountIn(c, deps),
  };
  for (const act of [change, signOut, disable, enable]) mountAct(app, deps, { ...common, ...act });
};

type OwnAct = Omit<Act<SeenAccount>, 'scopes' | 'at' | 'back' | 'find'>;

const account = '/desk/people/accounts/:operatorId';

const change: OwnAct = {
  path: `${account}/change`,
  title: ({ name }) => `Change ${name}`,
  fields: ({ name, role, issuer }, form) => (
    <>
      <Field name="name" label="Name" value={form.get('name') ?? name} required maxLength={200} />
      {issuer === null ? (
        <Select
          name="role"
          label="Role"
          value={form.get('role') ?? role}
          choices={roles.map((value) => ({ value, label: roleWords[value] }))}
        />
      ) : (
        <p className="hint">Their provider says both anew at each sign-in.</p>
      )}
    </>
  ),
  preview: async ({ found, form }) => {
    const wanted = wantedIn(found, form);
    return (
      <ul>
        <li>
          They are called <bdi>{wanted.name}</bdi>.
        </li>
        <li>
          {wanted.role === found.role
            ? `They stay ${roleWords[found.role]}`
            : `They become ${roleWords[wanted.role]} They are signed out everywhere, and sign in anew.`}
        </li>
      </ul>
    );
  },
  go: 'Change it',
  act: async ({ c, found, form }) => {
    await put(c, found, wantedIn(found, form));
    return { said: 'It is changed.' };
  },
};

const wantedIn = ({ name, role }: SeenAccount, form: Form): { name: string; role: Role } => ({
  name: (form.get('name') ?? name).trim(),
  role: roles.find((each) => each === form.get('role')) ?? role,
});

const signOut: OwnAct = {
  path: `${account}/sign-out`,
  title: ({ name }) => `Sign ${name} out everywhere`,
  preview: async ({ found }) => (
    <p>
      {found.sessions === 0
        ? 'They are signed in nowhere, as far as is known.'
        : `They are signed out in ${found.sessions} browser${found.sessions === 1 ? '' : 's'}.`}{' '}
      They can sign in again. What they have sent already is done.
    </p>
  ),
  go: 'Sign them out',
  isGrave: true,
  act: async ({ c, found }) => {
    const params = { path: { operatorId: found.operatorId } };
    const call = deskOf(c).api.DELETE('/v1/operators/{operatorId}/sessions', { params });
    const { ended } = await answerOf(call);
    return { said: ended === 1 ? 'One session was ended.' : `${ended} sessions were ended.` };
  },
};

const disable: OwnAct = {
  path: `${account}/disable`,
  title: ({ name }) => `Disable ${name}`,
  preview: async ({ c, found }) => (
    <ul>
      {found.operatorId === deskOf(c).operator.operatorId && <li>That is you.</li>}
      <li>They are signed out everywhere, and cannot sign in until they are enabled.</li>
      <li>What they did stays in the timelines and in the audit log.</li>
    </ul>
  ),
  go: 'Disable the account',
  isGrave: true,
  act: async ({ c, found }) => {
    await put(c, found, { disabled: true });
    return { said: 'The account is disabled.' };
  },
};

const enable: OwnAct = {
  path: `${account}/enable`,
  title: ({ name }) => `Enable ${name}`,
  preview: async ({ found }) => <p>They can sign in again, as {roleWords[found.role]}</p>,
  go: 'Enable the account',
  act: async ({ c, found }) => {
    await put(c, found, { disabled: false });
    return { said: 'The account is enabled.' };
  },
};

type Change = { name: string; role: Role; disabled: boolean };

const put = async (
  c: Context<DeskEnv>,
  { operatorId, name, role, disabledAt }: SeenAccount,
  wanted: Partial<Change>,
): Promise<void> => {
  const body: Change = { name, role, disabled: disabledAt !== null, ...wanted };
  const params = { path: { operatorId } };
  await answerOf(deskOf(c).api.PUT('/v1/operators/{operatorId}', { params, body }));
};
