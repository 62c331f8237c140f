import { mutingCodes } from '../../workflows/domain/backorder/attention.ts';
import type { Decision } from '../../workflows/domain/backorder/message-kind.ts';
import type { Planned } from '../../workflows/domain/mail/gate/cap.ts';
import type { Said } from '../../workflows/domain/mail/gate/merge.ts';
import type { CivilDate, Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import { iso } from '../sql.ts';

/** What decides about mail to one address, over all its orders. Instants in order time. */
export type AddressFacts = {
  isSuppressed: boolean;
  wantsUpdates: boolean;
  pausedUntil: CivilDate | null;
  heard: { messageId: string; at: Instant }[];
  planned: Planned[];
  said: Said[];
};

type Question = {
  orderId: string;
  /** The mail that it is about. */
  key: string;
  email: string;
  addressKey: string;
  /** The days that matter. */
  from: Instant;
  to: Instant;
  /** The day whose delay notice says what a countdown would. */
  today: { startsAt: Instant; endsAt: Instant };
};

/**
 * Lets nobody else decide about mail to this address until the transaction of `sql` ends. A
 * statement of its own, so that the next one sees what the others have decided.
 */
export const lockAddress = async (sql: Sql, addressKey: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mail/${addressKey}`}, 0))`;
};

/** Reads them all in one statement. An address that nobody has spoken for has the defaults. */
export const readAddressFacts = async (sql: Sql, question: Question): Promise<AddressFacts> => {
  const { addressKey, orderId, key, from, to } = question;
  const [facts] = await sql<[Omit<AddressFacts, 'said'> & { said: SaidRow[] }]>`
    select
      exists (select from suppressions where address_key = ${addressKey}) as is_suppressed,
      coalesce(p.updates, true) as wants_updates, p.paused_until,
      (
        select coalesce(json_agg(json_build_object('messageId', m.id, 'at', ${iso(sql, sql`m.at`)}) order by m.at), '[]')
        from messages m
        where m.address_key = ${addressKey} and m.at >= ${from} and m.at < ${to}
          and m.class = 'relationship' and m.decision in ('sent', 'sending', 'unknown')
          and (m.order_id, m.key) <> (${orderId}, ${key})
      ) as heard,
      (${plannedBy(sql, question)}) as planned,
      (${saidOf(sql, question)}) as said
    from (values (1)) as one (row)
    left join mail_preferences p on p.address_key = ${addressKey}`;
  return { ...facts, said: facts.said.map(toSaid) };
};

/**
 * What its open orders plan. One that is suspended, or whose payment is not in order, sends nothing
 * for now: nothing gives way to it, and no other mail speaks for it. Nor does anything give way to
 * an excitement that was drawn not to be sent.
 */
const plannedBy = (sql: Sql, { email, orderId, key, from, to }: Question) => sql`
  select coalesce(json_agg(planned), '[]') from (
    select o.order_id as "orderId", e->>'key' as key, e->>'kind' as kind,
           coalesce(${iso(sql, sql`m.held_until`)}, e->>'at') as at
    from orders o
    join mail_plans using (order_id)
    cross join jsonb_array_elements(entries) as e
    left join messages m on m.order_id = o.order_id and m.key = e->>'key'
    where lower(o.email) = lower(${email}) and ${email} <> '' and o.suspended_at is null
      and not exists (
        select from views v where v.order_id = o.order_id and (
          v.ended_at is not null or v.phase in ('shipped', 'cancelled')
          or v.attention && ${[...mutingCodes]}::text[]
          or v.body #> '{payment,asked}' is not null
        )
      )
      and (e->>'at')::timestamptz >= ${from} and (e->>'at')::timestamptz < ${to}
      and (m.decision is null or m.decision = 'held')
      and (o.order_id, e->>'key') <> (${orderId}, ${key})
      and (o.excitement_group is distinct from 'control' or e->>'kind' <> 'excitement')
  ) as planned`;

/** Mails that took this one in, and the order's own delay notices of the day. */
const saidOf = (sql: Sql, { orderId, key, addressKey, from, to, today }: Question) => sql`
  select coalesce(json_agg(json_build_object(
    'messageId', m.id, 'at', ${iso(sql, sql`m.at`)}, 'decision', m.decision
  )), '[]')
  from messages m
  where m.decision in ('sent', 'sending', 'failed', 'unknown') and (
    m.address_key = ${addressKey} and m.at >= ${from} and m.at < ${to}
      and m.covers @> ${sql.json([{ orderId, key }])}
    or m.order_id = ${orderId} and m.kind = 'delay-notice'
      and m.at >= ${today.startsAt} and m.at < ${today.endsAt}
  )`;

type SaidRow = { messageId: string; at: Instant; decision: Decision };

const toSaid = ({ messageId, at, decision }: SaidRow): Said => ({
  messageId,
  at,
  outcome: decision === 'sent' ? 'accepted' : decision === 'sending' ? 'sending' : 'lost',
});
