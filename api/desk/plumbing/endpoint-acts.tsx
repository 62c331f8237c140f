import type { Context, Hono } from 'hono';
import type { ReactNode } from 'react';
import { type Endpoint, findEndpoint } from '../../../db/outbound/endpoints.ts';
import { type EventType, eventTypes } from '../../../workflows/domain/event-type.ts';
import { answerOf, notFound, Refused } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { type Form, mountAct } from '../parts/act.tsx';
import { Check, Field } from '../parts/field.tsx';
import { endpointPath, endpointsPath } from './endpoints.tsx';
import { Secret } from './secret.tsx';

const at = 'plumbing' as const;
const newPath = '/desk/plumbing/new-endpoint';

/** Makes endpoints, changes them, gives them new secrets, and takes them away. */
export const mountEndpointActs = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  mountMake(app, deps);
  mountChange(app, deps);
  mountRotate(app, deps);
  mountDelete(app, deps);
};

/** The endpoint that the address names. */
export const endpointOf =
  ({ db }: DeskDeps) =>
  async (c: Context<DeskEnv>): Promise<Endpoint> => {
    const found = await findEndpoint(db.sql, c.req.param('id') ?? '');
    if (!found) throw notFound();
    return found;
  };

const mountMake = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountAct<null>(app, deps, {
    ...{ path: newPath, scopes: ['admin'], at, go: 'Make it' },
    find: async () => null,
    title: () => 'Make an endpoint',
    back: () => endpointsPath,
    fields: (_, form) => (
      <>
        <Field
          name="id"
          label="Its id"
          value={form.get('id') ?? ''}
          maxLength={64}
          required
          hint="A short name of yours, such as shop or warehouse. It cannot be changed later."
        />
        <Wishes form={form} />
      </>
    ),
    preview: async ({ form }) => {
      const id = idIn(form);
      if (await findEndpoint(deps.db.sql, id)) throw taken(id);
      return (
        <>
          <Told form={form} />
          <p>The next page shows the secret with which each event is signed. It is shown once.</p>
        </>
      );
    },
    act: async ({ c, form }) => {
      const id = idIn(form);
      const made = await put(c, id, form);
      if (made.secret === undefined) {
        return { said: `${id} is there already: its secret was shown when it was made.` };
      }
      return shown(c, { id, secret: made.secret, title: `The secret of ${id}`, note: firstNote });
    },
  });

const firstNote = <p>Events go out from now on. What happened before is not told.</p>;

const idIn = (form: Form): string => (form.get('id') ?? '').trim();

const taken = (id: string) =>
  new Refused({
    ...{ status: 409, code: 'endpoint_exists', title: 'There is one of that id already.' },
    ...{ detail: `Change ${id} on its own page, or choose another id.`, errors: [] },
  });

const mountChange = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountAct<Endpoint>(app, deps, {
    ...{ path: `${endpointsPath}/:id/change`, scopes: ['admin'], at, go: 'Change it' },
    find: endpointOf(deps),
    title: ({ endpointId }) => `Change endpoint ${endpointId}`,
    back: ({ endpointId }) => endpointPath(endpointId),
    fields: (found, form) => <Wishes form={form.has('step') ? form : formOf(found)} />,
    preview: async ({ found, form }) => (
      <>
        <Told form={form} />
        {found.state === 'disabled' && (
          <p>It is enabled again: what waits for it goes out, and what failed stays failed.</p>
        )}
        {found.personalData && form.get('personalData') !== 'yes' && (
          <p>What it was told of people is forgotten here, and left out if it goes out again.</p>
        )}
        <p>Its secret stays the same.</p>
      </>
    ),
    act: async ({ c, found, form }) => {
      await put(c, found.endpointId, form);
      return { said: `${found.endpointId} is changed.` };
    },
  });

const formOf = ({ url, personalData, events }: Endpoint): Form =>
  new URLSearchParams({
    url,
    ...(personalData && { personalData: 'yes' }),
    ...Object.fromEntries(events.map((event) => [fieldOf(event), 'yes'])),
  });

const fieldOf = (event: EventType): string => `on.${event}`;

const eventsIn = (form: Form): EventType[] =>
  eventTypes.filter((event) => form.get(fieldOf(event)) === 'yes');

/** What is asked of an endpoint, whether it is new or not. */
const Wishes = ({ form }: { form: Form }) => (
  <>
    <Field
      name="url"
      label="Its address"
      type="url"
      value={form.get('url') ?? ''}
      maxLength={2_000}
      required
      hint="https, at a host that everybody can reach."
    />
    <fieldset>
      <legend>Events</legend>
      {eventTypes.map((event) => (
        <Check
          key={event}
          name={fieldOf(event)}
          label={event}
          isChecked={form.get(fieldOf(event)) === 'yes'}
        />
      ))}
    </fieldset>
    <Check
      name="personalData"
      label="Tell it whom orders are for: addresses, names and what mails say"
      isChecked={form.get('personalData') === 'yes'}
    />
  </>
);

/** What it will be told. */
const Told = ({ form }: { form: Form }) => {
  const events = eventsIn(form);
  return (
    <>
      <p>
        <span className="id">{form.get('url')}</span> is told of{' '}
        {events.length === 0 ? 'nothing: choose at least one event' : events.join(', ')}.
      </p>
      <p>
        {form.get('personalData') === 'yes'
          ? 'Each event says whom the order is for. Be sure that whoever receives it may know.'
          : 'No event says whom an order is for.'}
      </p>
    </>
  );
};

const put = (c: Context<DeskEnv>, id: string, form: Form) => {
  const { api } = deskOf(c);
  return answerOf(
    api.PUT('/v1/webhook-endpoints/{id}', {
      params: { path: { id } },
      body: {
        url: form.get('url') ?? '',
        personalData: form.get('personalData') === 'yes',
        events: eventsIn(form),
      },
    }),
  );
};

type Shown = { id: string; secret: string; title: string; note: ReactNode };

const shown = (c: Context<DeskEnv>, { id, secret, title, note }: Shown) => ({
  title,
  once: (
    <Secret value={secret} back={`${deskOf(c).base}${endpointPath(id)}`}>
      {note}
    </Secret>
  ),
});

const mountRotate = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountAct<Endpoint>(app, deps, {
    ...{ path: `${endpointsPath}/:id/rotate`, scopes: ['admin'], at, go: 'Make a new secret' },
    find: endpointOf(deps),
    title: ({ endpointId }) => `A new secret for ${endpointId}`,
    back: ({ endpointId }) => endpointPath(endpointId),
    preview: async () => (
      <p>
        Events are signed with a new secret, which the next page shows once, and for 24 hours with
        the one before it too. The receiver has that long to change over.
      </p>
    ),
    act: async ({ c, found: { endpointId: id } }) => {
      const params = { path: { id } };
      const { api } = deskOf(c);
      const { secret } = await answerOf(api.POST('/v1/webhook-endpoints/{id}/rotate', { params }));
      if (secret === undefined) throw new Error('a rotation answers the new secret');
      const note = <p>The one before it signs beside it for 24 hours.</p>;
      return shown(c, { id, secret, title: `The new secret of ${id}`, note });
    },
  });

const mountDelete = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountAct<Endpoint>(app, deps, {
    ...{ path: `${endpointsPath}/:id/delete`, scopes: ['admin'], at, go: 'Delete it' },
    isGrave: true,
    find: endpointOf(deps),
    title: ({ endpointId }) => `Delete endpoint ${endpointId}`,
    back: ({ endpointId }) => endpointPath(endpointId),
    preview: async ({ found: { endpointId } }) => (
      <p>
        <span className="id">{endpointId}</span> is told nothing more, what waits for it included.
        Its log and its secret are forgotten, and cannot be brought back.
      </p>
    ),
    act: async ({ c, found: { endpointId: id } }) => {
      const params = { path: { id } };
      await answerOf(deskOf(c).api.DELETE('/v1/webhook-endpoints/{id}', { params }));
      return { said: `${id} is deleted.`, to: endpointsPath };
    },
  });
