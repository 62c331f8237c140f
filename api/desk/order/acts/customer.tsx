import type { Hono } from 'hono';
import { isCountry, zoneOf as zoneOfAddress } from '../../../../workflows/calendar/home-zone.ts';
import { policyWords } from '../../../../workflows/domain/desk/law-words.ts';
import { policyOf } from '../../../../workflows/domain/law/policy/jurisdiction.ts';
import { answerOf } from '../../call.ts';
import type { DeskDeps, DeskEnv } from '../../env.ts';
import { Field } from '../../parts/field.tsx';
import { type Order, zoneOf } from '../order.ts';
import { apiIn, mountOrderAct, onceFor, refuse, textIn } from './order-act.ts';

/** Corrects whom an order is for and where it goes. */
export const mountCustomer = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountOrderAct(app, deps, {
    ...{ name: 'customer', title: 'Correct customer or address', scopes: ['support'] },
    fields: (order, form) => {
      const now = valuesOf(order);
      return (
        <>
          {fields.map(({ name, label, maxLength, hint }) => (
            <Field
              key={name}
              {...{ name, label, maxLength, hint }}
              value={form.get(name) ?? now[name]}
            />
          ))}
        </>
      );
    },
    preview: async ({ found, form }) => {
      const changed = changedIn(found, form);
      if (changed.length === 0) throw refuse('Nothing is changed.');
      return <Follows order={found} form={form} changed={changed} />;
    },
    go: 'Correct it',
    act: async ({ c, found, form, actId }) => {
      const params = onceFor(found, actId);
      const body = patchOf(found, form);
      await answerOf(apiIn(c).POST('/v1/backorders/{orderId}/customer', { params, body }));
      return { said: 'The customer is corrected.' };
    },
  });

type Name = 'email' | 'name' | 'locale' | 'timeZone' | 'country' | 'region' | 'postalCode';

type Asked = { name: Name; label: string; maxLength: number; hint?: string };

const fields: readonly Asked[] = [
  { name: 'email', label: 'Email', maxLength: 254 },
  { name: 'name', label: 'Name', maxLength: 200 },
  { name: 'locale', label: 'Language', maxLength: 35, hint: 'A tag such as en-US or de.' },
  { name: 'timeZone', label: 'Zone', maxLength: 64, hint: 'Such as America/New_York.' },
  { name: 'country', label: 'Ships to: country', maxLength: 2, hint: 'Two letters, such as US.' },
  { name: 'region', label: 'Ships to: region', maxLength: 100 },
  { name: 'postalCode', label: 'Ships to: postal code', maxLength: 32 },
];

const valuesOf = ({ customer, shipTo }: Order): Record<Name, string> => ({
  email: customer.email ?? '',
  name: customer.name ?? '',
  locale: customer.locale,
  timeZone: customer.timeZone,
  country: shipTo.country,
  region: shipTo.region ?? '',
  postalCode: shipTo.postalCode ?? '',
});

type Change = { label: string; name: Name; from: string; to: string };

const changedIn = (order: Order, form: URLSearchParams): Change[] => {
  const now = valuesOf(order);
  return fields
    .map(({ name, label }) => ({ name, label, from: now[name], to: textIn(form, name) }))
    .filter(({ name, from, to }) => form.has(name) && from !== to);
};

/** Only what was changed: what somebody else has corrected meanwhile stays. */
const patchOf = (order: Order, form: URLSearchParams) => {
  const changed = new Map(changedIn(order, form).map(({ name, to }) => [name, to]));
  const given = (name: Name) => {
    const value = changed.get(name);
    return value === undefined ? {} : { [name]: value };
  };
  const isMoved = ['country', 'region', 'postalCode'].some((name) => changed.has(name as Name));
  return {
    ...{ ...given('email'), ...given('name'), ...given('locale'), ...given('timeZone') },
    ...(isMoved && { shipTo: shipToIn(form) }),
  };
};

const shipToIn = (form: URLSearchParams) => {
  const [region, postalCode] = [textIn(form, 'region'), textIn(form, 'postalCode')];
  return {
    country: textIn(form, 'country'),
    ...(region !== '' && { region }),
    ...(postalCode !== '' && { postalCode }),
  };
};

type Props = { order: Order; form: URLSearchParams; changed: readonly Change[] };

const Follows = ({ order, form, changed }: Props) => {
  const names = new Set(changed.map(({ name }) => name));
  return (
    <>
      <ul>
        {changed.map(({ name, label, from, to }) => (
          <li key={name}>
            {label}: <bdi>{from === '' ? 'nothing' : from}</bdi> becomes{' '}
            <bdi>{to === '' ? 'nothing' : to}</bdi>
          </li>
        ))}
      </ul>
      {names.has('email') && (
        <p>
          Mail goes to the new address from now on. A notice of the law that came back is told anew
          there, and so is other mail that never arrived.
        </p>
      )}
      <Moved order={order} form={form} names={names} />
      {names.has('timeZone') && <p>The hours and days of mail are planned anew in that zone.</p>}
    </>
  );
};

const Moved = ({
  order,
  form,
  names,
}: Pick<Props, 'order' | 'form'> & { names: ReadonlySet<Name> }) => {
  const country = textIn(form, 'country');
  const isMoved = names.has('country') || names.has('region') || names.has('postalCode');
  if (!isMoved || !isCountry(country)) return null;
  const policy = policyOf(country);
  const zone = zoneOfAddress(shipToIn(form));
  return (
    <>
      <p>
        {policy === order.law.policy
          ? 'The same law applies as before.'
          : `Another law applies from then on, that of: ${policyWords[policy]}. Its deadlines and notices are planned anew.`}
      </p>
      <p>
        {zone === zoneOf(order)
          ? 'Its days are counted in the same zone as before.'
          : `Its days are counted in ${zone} from then on, and the timetable of mails is planned anew.`}
      </p>
    </>
  );
};
