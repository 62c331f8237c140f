import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { type UpdateKind, updateKinds } from '../../../workflows/domain/updates/update.ts';
import { big, id, instant, isOneOf } from '../columns.ts';

/**
 * News of a SKU for everybody, written with the fact that it is of. It is public from
 * `published_at` on, unless it was withdrawn. Nothing in it that others see names who supplies.
 */
export const updates = pgTable(
  'updates',
  {
    updateId: uuid('update_id').primaryKey().defaultRandom(),
    seq: big('seq').generatedAlwaysAsIdentity(),
    kind: text('kind').$type<UpdateKind>().notNull(),
    sku: id('sku').notNull(),
    /** Our own name of what happened, never shown: one item for each. */
    fact: text('fact').notNull(),
    /** Of a date that moves: the changes of the supply that it sums up. */
    supplyId: id('supply_id'),
    sinceRevision: integer('since_revision'),
    revision: integer('revision'),
    /** As it was before, and as it is said; of a date that moves, days of the supply's arrival. */
    before: date('before', { mode: 'string' }),
    on: date('on', { mode: 'string' }),
    /** Of what arrived: when. */
    happenedAt: instant('happened_at'),
    note: text('note'),
    /** The product's title as it was published. */
    title: text('title'),
    /** The `tag:` URI under which it was published. */
    tag: text('tag'),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Not looked at before then. */
    checkAt: instant('check_at').notNull().defaultNow(),
    publishedAt: instant('published_at'),
    updatedAt: instant('updated_at'),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBecause: text('withdrawn_because'),
    /** Of a SKU on backorder: since when it is in stock again. */
    endedAt: instant('ended_at'),
  },
  (t) => [
    uniqueIndex('updates_fact').on(t.fact),
    uniqueIndex('updates_spell')
      .on(t.sku)
      .where(sql`${t.kind} = 'backorder' and ${t.endedAt} is null`),
    uniqueIndex('updates_move')
      .on(t.supplyId)
      .where(sql`${t.kind} = 'moved' and ${t.publishedAt} is null and ${t.withdrawnAt} is null`),
    index('updates_supply').on(t.supplyId, t.seq).where(sql`${t.supplyId} is not null`),
    index('updates_due')
      .on(t.checkAt)
      .where(sql`${t.publishedAt} is null and ${t.withdrawnAt} is null`),
    index('updates_open')
      .on(t.checkAt)
      .where(
        sql`${t.kind} = 'backorder' and ${t.endedAt} is null and ${t.publishedAt} is not null`,
      ),
    index('updates_newest')
      .on(t.publishedAt, t.seq)
      .where(sql`${t.publishedAt} is not null and ${t.withdrawnAt} is null`),
    index('updates_of_sku').on(t.sku, t.seq),
    index('updates_seq').on(t.seq).concurrently(),
    index('updates_old').on(t.createdAt).concurrently(),
    check('updates_kind', isOneOf(t.kind, updateKinds)),
    check('updates_withdrawn', sql`(${t.withdrawnAt} is null) = (${t.withdrawnBecause} is null)`),
    check(
      'updates_published',
      sql`${t.publishedAt} is null
        or (${t.tag} is not null and ${t.title} is not null and ${t.updatedAt} is not null)`,
    ),
  ],
);
