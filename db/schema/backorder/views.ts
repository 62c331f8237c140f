import { type SQL, sql } from 'drizzle-orm';
import { date, index, pgTable, text } from 'drizzle-orm/pg-core';
import type { AttentionCode } from '../../../workflows/domain/backorder/attention.ts';
import type { Backorder } from '../../../workflows/domain/backorder/backorder.ts';
import type { Phase } from '../../../workflows/domain/backorder/snapshot.ts';
import type { Outcome } from '../../../workflows/domain/plan.ts';
import type { View } from '../../../workflows/domain/view.ts';
import { big, id, instant, json } from '../columns.ts';

/** When the oldest money that is owed back has to be sent, by us or by the shop that holds it. */
const refundDay = (state: SQL) => sql`coalesce(
  jsonb_path_query_first(${state}, '$.intents[*].refundBy ? (@ != null)') #>> '{}',
  jsonb_path_query_first(${state}, '$.intents[*].wanted[*].dueAt') #>> '{}')`;

/** What each workflow last said of itself. Written only by a newer revision. */
export const views = pgTable(
  'views',
  {
    orderId: id('order_id').primaryKey(),
    revision: big('revision').notNull(),
    phase: text('phase').$type<Phase>().notNull(),
    body: json('body').$type<View>().notNull(),
    promisedOn: date('promised_on', { mode: 'string' }),
    attention: text('attention').$type<AttentionCode>().array().notNull().default([]),
    /** Wall time. */
    nextWakeAt: instant('next_wake_at'),
    endedAt: instant('ended_at'),
    outcome: text('outcome').$type<Outcome>(),
    /** The state that the view was made of, to start a lost run from, and to write letters by. */
    state: json('state').$type<Backorder>(),
    /** When the personal data was erased. Wall time. */
    erasedAt: instant('erased_at'),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    // Of two that begin alike the planner takes the smaller one only if they go on alike.
    index('views_by_promise').on(t.promisedOn, t.orderId).concurrently(),
    index('views_updated').on(t.updatedAt),
    index('views_wake').on(t.nextWakeAt).where(sql`${t.endedAt} is null`),
    // As `deadline` in db/law/ahead.ts reads it.
    index('views_deadline')
      .on(sql`(${t.body} -> 'law' ->> 'deadlineAt') collate "C"`, t.orderId)
      .where(sql`${t.endedAt} is null`)
      .concurrently(),
    index('views_kept')
      .on(t.endedAt)
      .where(sql`${t.endedAt} is not null and ${t.erasedAt} is null`)
      .concurrently(),
    // Those below are as db/desk/orders/search.ts and db/desk/today/timed.ts read them.
    index('views_phase_order').on(t.phase, t.orderId).concurrently(),
    index('views_payment')
      .on(sql`(${t.body} -> 'payment' ->> 'state') collate "C"`, t.orderId)
      .concurrently(),
    index('views_policy')
      .on(sql`(${t.body} -> 'law' ->> 'policy') collate "C"`, t.orderId)
      .concurrently(),
    index('views_open_promised')
      .on(t.promisedOn, t.orderId)
      .where(sql`${t.endedAt} is null`)
      .concurrently(),
    index('views_notice')
      .on(
        sql`(coalesce(${t.body} #>> '{law,notice,answerOn}', '9999-12-31')) collate "C"`,
        t.orderId,
      )
      .where(sql`${t.endedAt} is null and (${t.body} #>> '{law,mayAnswer}') = 'true'`)
      .concurrently(),
    index('views_hold')
      .on(sql`(${t.body} #>> '{payment,holdUntil}') collate "C"`, t.orderId)
      .where(sql`${t.endedAt} is null and (${t.body} #>> '{payment,holdUntil}') is not null`)
      .concurrently(),
    index('views_refund')
      .on(sql`(${refundDay(sql`${t.state}`)}) collate "C"`, t.orderId)
      .where(sql`(${refundDay(sql`${t.state}`)}) is not null`)
      .concurrently(),
    index('views_due')
      .on(
        sql`(jsonb_path_query_first(${t.body}, '$.attention[*].dueAt') #>> '{}') collate "C"`,
        t.orderId,
      )
      .where(sql`${t.attention} <> '{}'`)
      .concurrently(),
  ],
);
