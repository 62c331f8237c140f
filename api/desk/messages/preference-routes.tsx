import type { Context, Hono } from 'hono';
import { addressKeyOf } from '../../../db/mail/address-key.ts';
import { listPreferenceChanges } from '../../../db/mail/preferences.ts';
import { allow } from '../access/allow.ts';
import { answerOf, Refused } from '../call.ts';
import { type Desk, type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { type Form, mountAct } from '../parts/act.tsx';
import { Check, Field } from '../parts/field.tsx';
import { showPage } from '../parts/layout.tsx';
import { PreferencesPage, PreferencesSearch, type Preferred } from './preferences-page.tsx';
import { listOf, room } from './tabs.tsx';

const path = `${room}/preferences`;
/** So many held mails are counted before a change. */
const mostHeld = 100;
const mostChanges = 50;

/** What an address wants to hear: looked up, and changed for a customer who asks for it. */
export const mountPreferences = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  const zone = deps.config.shopTimeZone;
  app.get(path, allow(deps, 'support'), async (c) => {
    const desk = deskOf(c);
    const email = emailOf(c);
    const page = { title: 'Preferences', at: 'messages' } as const;
    if (email === '') return showPage(c, { ...page, children: <PreferencesSearch desk={desk} /> });
    const found = await findPreferred(desk, email);
    if (found instanceof Refused) {
      const children = (
        <PreferencesSearch desk={desk} email={email} fault="This is no mail address." />
      );
      return showPage(c, { ...page, children }, 422);
    }
    const asked = { addressKey: addressKeyOf(email), limit: mostChanges };
    const changes = await listPreferenceChanges(deps.reads.sql, asked);
    const children = <PreferencesPage desk={desk} zone={zone} found={found} changes={changes} />;
    return showPage(c, { ...page, children });
  });
  mountChange(app, deps);
};

const mountChange = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountAct<Preferred>(app, deps, {
    path: `${path}/change`,
    scopes: ['support'],
    at: 'messages',
    find: async (c) => {
      const found = await findPreferred(deskOf(c), emailOf(c));
      if (found instanceof Refused) throw found;
      return found;
    },
    title: () => 'Change preferences',
    back: ({ email }) => `${path}?${new URLSearchParams({ email })}`,
    fields: (found, form) => {
      const wanted = wantedIn(found, form);
      return (
        <>
          <input type="hidden" name="email" value={found.email} />
          <p>
            <bdi>{found.email}</bdi>, all orders of the address together.
          </p>
          <Check
            name="updates"
            label="Wants updates while they wait"
            hint="Countdown, excitement and check-in. Mail about the contract goes out in any case."
            isChecked={wanted.updates}
          />
          <Check
            name="offers"
            label="Wants to hear of other products"
            hint="Only with their consent."
            isChecked={wanted.offers}
          />
          <Field
            name="pausedUntil"
            label="Paused until"
            type="date"
            value={wanted.pausedUntil ?? ''}
            hint="The first day on which updates may go again. Empty: no pause."
          />
        </>
      );
    },
    preview: ({ c, found, form }) => Preview({ desk: deskOf(c), found, form }),
    go: 'Change them',
    act: async ({ c, found, form }) => {
      const change = changeOf(found, wantedIn(found, form));
      const body = { email: found.email, ...change };
      if (Object.keys(change).length === 0) return { said: 'Nothing was changed.' };
      await answerOf(deskOf(c).api.PUT('/v1/preferences', { body }));
      return { said: 'The preferences are changed. Held mail is decided again now.' };
    },
  });

type Wanted = { updates: boolean; offers: boolean; pausedUntil: string | null };

/** What the form wants; before it was filled in, what stands. A box says nothing when it is empty. */
const wantedIn = ({ topics, pausedUntil }: Preferred, form: Form): Wanted => {
  if (!form.has('step')) return { ...topics, pausedUntil };
  return {
    updates: form.get('updates') === 'yes',
    offers: form.get('offers') === 'yes',
    pausedUntil: form.get('pausedUntil')?.trim() || null,
  };
};

/** Only what is different is named: who names offers decides them by hand from then on. */
const changeOf = ({ topics, pausedUntil }: Preferred, wanted: Wanted) => {
  const changed = {
    ...(topics.updates !== wanted.updates && { updates: wanted.updates }),
    ...(topics.offers !== wanted.offers && { offers: wanted.offers }),
  };
  return {
    ...(Object.keys(changed).length > 0 && { topics: changed }),
    ...(pausedUntil !== wanted.pausedUntil && { pausedUntil: wanted.pausedUntil }),
  };
};

const Preview = async ({ desk, found, form }: { desk: Desk; found: Preferred; form: Form }) => {
  const wanted = wantedIn(found, form);
  const change = changeOf(found, wanted);
  if (Object.keys(change).length === 0) return <p>Nothing is different. Nothing will follow.</p>;
  const { email } = found;
  const query = { email, decision: 'held', limit: mostHeld } as const;
  const { data } = await answerOf(desk.api.GET('/v1/messages', { params: { query } }));
  const held = data.filter(({ reason }) => reason !== 'sending' && reason !== 'on_hold');
  return (
    <>
      <ul>
        {change.topics?.updates !== undefined && (
          <li>
            {wanted.updates
              ? 'Countdown, excitement and check-in go out again.'
              : 'No countdown, excitement or check-in goes out any more.'}
          </li>
        )}
        {change.topics?.offers !== undefined && (
          <li>
            {wanted.offers
              ? 'Mails may show other products, from now on.'
              : 'Mails show no other products, and no later checkout turns them on again.'}
          </li>
        )}
        {change.pausedUntil !== undefined && (
          <li>
            {wanted.pausedUntil === null
              ? 'The pause ends now.'
              : `Updates wait until ${wanted.pausedUntil}, in the zone of each order.`}
          </li>
        )}
      </ul>
      <p>
        {held.length === 0 ? (
          'No mail is held for this address, so nothing is decided again.'
        ) : (
          <>
            <a href={listOf(desk, { email, decision: 'held' })}>{heldWords(held.length)}</a> decided
            again at once.
          </>
        )}
      </p>
    </>
  );
};

const heldWords = (count: number): string =>
  count === 1 ? 'One held mail is' : `${count} held mails are`;

const emailOf = (c: Context<DeskEnv>): string =>
  (c.get('form')?.get('email') ?? c.req.query('email') ?? '').trim();

const findPreferred = async (desk: Desk, email: string): Promise<Preferred | Refused> => {
  try {
    return await answerOf(desk.api.GET('/v1/preferences', { params: { query: { email } } }));
  } catch (error) {
    if (error instanceof Refused && error.refusal.status === 422) return error;
    throw error;
  }
};
