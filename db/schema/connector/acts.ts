import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { ShopAct } from '../../../workflows/domain/connector/acts.ts';
import { big, id, instant, json } from '../columns.ts';

/** `overtaken`: a later act says it better, so that this one was never done. */
export type ActOutcome = 'done' | 'refused' | 'overtaken';

/** What is owed to shops, each by its key once and for ever. */
export const shopActs = pgTable(
  'shop_acts',
  {
    key: id('key').primaryKey(),
    ordinal: big('ordinal').notNull().generatedAlwaysAsIdentity(),
    shop: id('shop').notNull(),
    /** Ours; null for what is about no order. */
    orderId: id('order_id'),
    kind: text('kind').$type<ShopAct['kind']>().notNull(),
    act: json('act').$type<ShopAct>().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    tries: integer('tries').notNull().default(0),
    nextTryAt: instant('next_try_at').notNull().defaultNow(),
    outcome: text('outcome').$type<ActOutcome>(),
    /** The platform's own name of what was done. */
    reference: text('reference'),
    detail: text('detail'),
    doneAt: instant('done_at'),
  },
  (t) => [
    index('shop_acts_open').on(t.shop, t.nextTryAt).where(sql`${t.outcome} is null`),
    index('shop_acts_order').on(t.orderId),
  ],
);
