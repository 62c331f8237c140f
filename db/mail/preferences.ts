import type { CivilDate } from '../../workflows/domain/time.ts';
import type { Db, Sql } from '../client.ts';
import type {
  PreferenceChannel,
  preferenceChanges,
  preferences,
} from '../schema/mail/preferences.ts';
import type { Fragment } from '../sql.ts';
import { inTransaction } from '../transaction.ts';
import { addressKeyOf } from './address-key.ts';
import { reconsiderHeld } from './reconsider.ts';

type Row = typeof preferences.$inferSelect;

/** What the person at an address wants to hear. Null: nobody has changed it by hand. */
export type Preferences = Pick<Row, 'updates' | 'offers' | 'pausedUntil'> & {
  changedAt: Row['changedAt'] | null;
  by: Row['by'] | null;
};

/** What is left out stays as it is. */
export type PreferenceChange = {
  updates?: boolean;
  offers?: boolean;
  pausedUntil?: CivilDate | null;
};

/** An address by its key. `email` is null where only the key is known any more. */
export type Address = Pick<Row, 'addressKey' | 'email'>;

/** `orderId`: the order on whose page it was changed. */
export type ChangedBy = { by: PreferenceChannel; orderId: string | null };

export const addressOf = (email: string): Address => ({ addressKey: addressKeyOf(email), email });

/** An address that nobody has said anything of has the defaults. */
export const getPreferences = async (
  sql: Sql,
  { addressKey, email }: Address,
): Promise<Preferences> => {
  const [found] = await sql<Preferences[]>`
    select ${shown(sql)} from mail_preferences where address_key = ${addressKey}`;
  if (found !== undefined) return found;
  const [consent] = await sql<{ isGiven: boolean }[]>`
    select ${hasConsented(sql, email)} as is_given`;
  const offers = consent?.isGiven === true;
  return { updates: true, offers, pausedUntil: null, changedAt: null, by: null };
};

/**
 * Changes what is named, notes who has changed it, and returns the whole. Whoever names `offers`
 * decides them by hand: no checkout turns them on again.
 */
export const changePreferences = (
  db: Db,
  address: Address,
  change: ChangedBy & PreferenceChange,
): Promise<Preferences> =>
  inTransaction(db, async (sql) => {
    const changed = await write(sql, address, change);
    await reconsiderHeld(sql, address.addressKey);
    return changed;
  });

const write = async (
  sql: Sql,
  { addressKey, email }: Address,
  { by, orderId, ...change }: ChangedBy & PreferenceChange,
): Promise<Preferences> => {
  const { updates = null, offers = null, pausedUntil = null } = change;
  const pauses = change.pausedUntil !== undefined;
  const [changed] = await sql<Preferences[]>`
    with noted as (
      insert into mail_preference_changes (address_key, by, order_id, change)
      values (${addressKey}, ${by}, ${orderId}, ${sql.json(change)})
    )
    insert into mail_preferences as p
      (address_key, email, updates, offers, offers_by_hand, paused_until, changed_at, by)
    values (
      ${addressKey}, ${email}, coalesce(${updates}::boolean, true),
      coalesce(${offers}::boolean, ${hasConsented(sql, email)}), ${offers !== null}::boolean,
      ${pausedUntil}::date, now(), ${by})
    on conflict (address_key) do update set
      email = coalesce(excluded.email, p.email),
      updates = coalesce(${updates}::boolean, p.updates),
      offers = coalesce(${offers}::boolean, p.offers),
      offers_by_hand = p.offers_by_hand or excluded.offers_by_hand,
      paused_until = case when ${pauses}::boolean then excluded.paused_until
        else p.paused_until end,
      changed_at = excluded.changed_at, by = excluded.by
    returning ${shown(sql)}`;
  return changed as Preferences;
};

/** A checkout says what the customer wanted then: nobody has changed anything by hand. */
const shown = (sql: Sql): Fragment => sql`updates, offers, paused_until,
  case when by <> 'checkout' then changed_at end as changed_at, nullif(by, 'checkout') as by`;

/** Whether an order of the address came with consent to offers. */
const hasConsented = (sql: Sql, email: string | null): Fragment => sql`exists (
  select from orders where lower(email) = lower(${email}::text) and marketing_consent)`;

export type NotedChange = Pick<typeof preferenceChanges.$inferSelect, 'at' | 'by' | 'orderId'> & {
  change: PreferenceChange;
};

/** Who has changed what, newest first. */
export const listPreferenceChanges = (
  sql: Sql,
  { addressKey, limit }: { addressKey: string; limit: number },
): Promise<NotedChange[]> =>
  sql<NotedChange[]>`
    select at, by, order_id, change from mail_preference_changes
    where address_key = ${addressKey} order by at desc, id limit ${limit}`;

/**
 * What a checkout with consent adds to its own statement, whose `placed` are the new orders. It
 * turns offers on unless somebody has changed them by hand.
 */
export const withConsent = (sql: Sql, email: string): Fragment => sql`, consented as (
      insert into mail_preferences as p (address_key, email, offers, changed_at, by)
      select ${addressKeyOf(email)}, ${email}, true, now(), 'checkout' from placed
      on conflict (address_key) do update set offers = true
      where not p.offers_by_hand and not p.offers
      returning address_key
    ), noted_consent as (
      insert into mail_preference_changes (address_key, by, order_id, change)
      select address_key, 'checkout', order_id, '{"offers":true}' from consented, placed
    )`;

/**
 * Takes the addresses that an order has or had out, each once no order of it is left; its key and
 * its wishes stay. To be called before they are taken out of the order's mails.
 */
export const forgetAddresses = async (sql: Sql, orderId: string): Promise<void> => {
  const had = await sql<{ email: string | null; addressKey: string | null }[]>`
    select email, null as address_key from orders where order_id = ${orderId} and email <> ''
    union select "to", address_key from messages where order_id = ${orderId}
    union select email, null from address_changes where order_id = ${orderId}`;
  const keys = had.flatMap(({ email, addressKey }) => [
    ...(addressKey === null ? [] : [addressKey]),
    ...(email === null ? [] : [addressKeyOf(email)]),
  ]);
  const isForgotten = (table: Fragment) => sql`address_key = any(${keys}) and not exists (
    select from orders o
    where o.order_id <> ${orderId} and lower(o.email) = lower(${table}.email))`;
  await sql`update mail_preferences p set email = null where ${isForgotten(sql`p`)}`;
  await sql`update suppressions s set email = null where ${isForgotten(sql`s`)}`;
};
