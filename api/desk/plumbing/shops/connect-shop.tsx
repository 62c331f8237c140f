import type { Hono } from 'hono';
import { findShop } from '../../../../db/connector/shops.ts';
import { answerOf } from '../../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../../env.ts';
import { type Form, mountAct } from '../../parts/act.tsx';
import { Field, Select, Text } from '../../parts/field.tsx';
import { shopPath, shopsPath } from './shops.tsx';

/** What the platform needs to know, which is asked at the last step and never shown again. */
const credentialNames = ['storeHash', 'accessToken', 'clientSecret'] as const;

const kind = 'bigcommerce';

/**
 * Connects a BigCommerce store. Its credentials are asked beside the button that sends them, so that
 * they stand in no page of ours.
 */
export const mountConnectShop = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountAct<null>(app, deps, {
    ...{ path: '/desk/plumbing/connect-shop', scopes: ['admin'], at: 'plumbing' },
    go: 'Connect it',
    find: async () => null,
    title: () => 'Connect a BigCommerce store',
    back: () => shopsPath,
    fields: (_, form) => <Wishes form={form} />,
    preview: async ({ form }) => {
      const id = idIn(form);
      const before = await findShop(deps.db.sql, id);
      return (
        <>
          {before && (
            <p>
              <strong>{id} is connected already.</strong> It is connected anew, with what is entered
              here in place of what was known of it.
            </p>
          )}
          <p>
            Orders that change there from now on are taken in as {id}:number, their stock lies at{' '}
            {locationIn(form) ?? 'main'}, and{' '}
            {form.get('terms') === 'ask'
              ? 'card and consent are asked on the customer’s page.'
              : 'only those that are paid there are taken.'}
          </p>
          <p>
            Hooks of ours are made there, and the store is told of shipments, cancellations, refunds
            and dates. What is entered below goes to{' '}
            <span className="id">{apiBaseIn(form) ?? 'the platform’s own API'}</span>, is kept
            encrypted and never shown again.
          </p>
        </>
      );
    },
    atLast: () => <Credentials />,
    act: async ({ c, form }) => {
      const id = idIn(form);
      const location = locationIn(form);
      const apiBase = apiBaseIn(form);
      const given = credentialNames.map((name) => [name, (form.get(name) ?? '').trim()]);
      await answerOf(
        deskOf(c).api.PUT('/v1/shops/{id}', {
          params: { path: { id } },
          body: {
            kind,
            credentials: Object.fromEntries([...given, ...placeThere(form)]),
            ...(location !== undefined && { location }),
            ...(apiBase !== undefined && { apiBase }),
            ...termsIn(form),
          },
        }),
      );
      return { said: `${id} is connected. Test it to see what it lets us do.`, to: shopPath(id) };
    },
  });

const idIn = (form: Form): string => (form.get('id') ?? '').trim();

const locationIn = (form: Form): string | undefined => form.get('location')?.trim() || undefined;

const apiBaseIn = (form: Form): string | undefined => form.get('apiBase')?.trim() || undefined;

const placeThere = (form: Form): [string, string][] => {
  const place = form.get('place')?.trim();
  return place ? [['location', place]] : [];
};

const termsIn = (form: Form) =>
  form.get('terms') === 'ask'
    ? {
        terms: 'ask' as const,
        mandate: { text: form.get('mandate') ?? '', version: form.get('version') ?? '' },
      }
    : { terms: 'prepaid' as const };

const Wishes = ({ form }: { form: Form }) => (
  <>
    <Field
      name="id"
      label="Its id here"
      value={form.get('id') ?? ''}
      maxLength={32}
      required
      hint="A short name, such as shoes. The ids of its orders begin with it."
    />
    <Field
      name="location"
      label="Where its stock lies here"
      value={form.get('location') ?? ''}
      maxLength={64}
      hint="Left empty: main."
    />
    <Field
      name="apiBase"
      label="Its API"
      type="url"
      value={form.get('apiBase') ?? ''}
      maxLength={2_000}
      hint="Left empty: the platform’s own."
    />
    <Field
      name="place"
      label="Its location there"
      value={form.get('place') ?? ''}
      maxLength={50}
      hint="Only for a store of several locations."
    />
    <Select
      name="terms"
      label="Payment"
      value={form.get('terms') ?? 'prepaid'}
      choices={[
        { value: 'prepaid', label: 'Taken by the platform' },
        { value: 'ask', label: 'Asked on the customer’s page' },
      ]}
    />
    <Text
      name="mandate"
      label="What the customer consents to"
      value={form.get('mandate') ?? ''}
      hint="Only where card and consent are asked: the words of the mandate."
    />
    <Field
      name="version"
      label="Version of these words"
      value={form.get('version') ?? ''}
      maxLength={64}
    />
  </>
);

const Credentials = () => (
  <>
    <Field
      name="storeHash"
      label="Store hash"
      required
      maxLength={32}
      hint="Of the address of the control panel: store-<hash>.mybigcommerce.com."
    />
    <Field name="accessToken" label="Access token" type="password" required maxLength={256} />
    <Field name="clientSecret" label="Client secret" type="password" required maxLength={256} />
  </>
);
