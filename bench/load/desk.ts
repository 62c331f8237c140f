import type { Db } from '../../db/client.ts';
import { adasLamp } from '../../test/support/cast.ts';
import { open } from '../../workflows/domain/backorder/backorder.ts';

/**
 * Fills the tables that the desk reads, in a few statements: `B1`, `B2` … placed a minute apart,
 * the newer half open, with views, promises, two mails each, and attention on one of fifty.
 */
export const fillDesk = async ({ sql }: Db, count: number): Promise<void> => {
  const orders = sql`generate_series(1, ${count}::int) n`;
  await sql`
    insert into orders (order_id, placed_at, priority, fulfilment, imported, country, region,
      postal_code, email, name, locale, time_zone, marketing_consent, currency, shipping, terms,
      body_hash, suspended_at)
    select 'B' || n, now() - (${count}::int - n) * interval '1 minute', 0, 'whole-order', true, 'US',
      'NY', '10001', 'c' || n % 50000 || '@example.org', 'Ada', 'en-US', 'America/New_York', false,
      'USD', 900, 'on_shipment', 'body', case when n % 500 = 0 then now() end
    from ${orders}`;
  await sql`
    insert into lines (order_id, line_id, ordinal, sku, location, quantity, unit_price, total,
      waiting, shipped, priority, placed_at)
    select o.order_id, k::text, k, 'SKU-' || (substr(o.order_id, 2)::int * k) % 500, 'main', 1, 12900,
      12900, ${isOpen(sql, count)}::int, 1 - ${isOpen(sql, count)}::int, 0, o.placed_at
    from orders o, generate_series(1, 2) k,
      lateral (select substr(o.order_id, 2)::int as n) numbered`;
  await sql`
    insert into stock (sku, location) select distinct sku, location from lines`;
  await sql`
    insert into promises (order_id, promise_id, ordinal, "on", basis, stated_at, accepted_at)
    select order_id, 'checkout', 1, placed_at::date + 30, 'supplier', placed_at, placed_at
    from orders`;
  await sql`
    insert into views (order_id, revision, phase, body, state, promised_on, attention, ended_at,
      outcome, updated_at)
    select 'B' || n, 1, phase, body, ${JSON.stringify(open(adasLamp))}::jsonb || jsonb_build_object('intents', intents),
      (now() - (${count}::int - n) * interval '1 minute')::date + 30,
      array(select item ->> 'code' from jsonb_array_elements(items) item),
      case when not is_open then now() end, case when not is_open then 'shipped' end,
      now() - (${count}::int - n) * interval '30 seconds'
    from ${orders},
    lateral (select ${isOpen(sql, count)} as is_open) o,
    lateral (select case when not is_open then 'shipped' when n % 10 = 0 then 'ready_to_ship'
      when n % 11 = 0 then 'awaiting_payment' else 'awaiting_stock' end as phase) p,
    lateral (select case when n % 50 = 0 then jsonb_build_array(jsonb_build_object(
      'code', (array['payment_refused', 'notice_due', 'mail_failed'])[1 + n % 3],
      'at', '2026-12-01T00:00:00.000Z', 'dueAt', ${instant(sql)})) else '[]' end as items) a,
    lateral (select case when n % 400 = 0
      then jsonb_build_array(jsonb_build_object('refundBy', ${instant(sql)})) else '[]' end
      as intents) i,
    lateral (select jsonb_build_object(
      'phase', phase, 'next', null, 'attention', items, 'padding', repeat('x', 1500),
      'promise', jsonb_build_object('promiseId', 'checkout', 'on', '2030-01-01'), 'nextWakeAt', null,
      'isSuspended', false, 'outcome', null,
      'payment', '{"authorized": 0, "captured": 0, "givenBack": 0, "chargedBack": 0, "problem": null,
        "expiringOn": null, "books": {"waived": 0, "foreign": 0}, "isUnmatched": false}'::jsonb
        || jsonb_build_object('state', case when n % 40 = 0 then 'failed' else 'vaulted' end,
        'holdUntil', case when n % 30 = 0 then ${instant(sql)} end),
      'law', '{"mayWithdraw": false, "maySetPeriod": false, "isEssential": false, "furtherOn": null,
        "withdrawnAt": null}'::jsonb || jsonb_build_object('policy', 'us', 'silence', 'cancels', 'mayAnswer', n % 60 = 0,
        'deadlineOn', null, 'deadlineAt', case when n % 25 = 0 then ${instant(sql)} end,
        'notice', case when n % 60 = 0 then jsonb_build_object(
          'key', 'notice', 'kind', 'later', 'answer', null, 'answerOn', '2030-01-01', 'newOn', null,
          'sentAt', ${instant(sql)}) end)) as body) b`;
  await sql`
    insert into messages (order_id, key, kind, class, decision, status, at)
    select 'B' || n, k, k, 'service', 'sent',
      case when n % 200 = 0 then 'bounced' else 'delivered' end,
      now() - (${count}::int - n) * interval '1 minute'
    from ${orders}, unnest(array['confirmation', 'shipped']) k`;
  await sql`vacuum analyze`;
};

const isOpen = (sql: Db['sql'], count: number) => sql`(n > ${count}::int / 2)`;

/** Some hour of the fortnight that begins two days ago, as a view writes it. */
const instant = (sql: Db['sql']) => sql`
  to_char((now() + (n % 336 - 48) * interval '1 hour') at time zone 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
