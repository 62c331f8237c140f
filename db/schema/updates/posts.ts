import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant, isOneOf } from '../columns.ts';
import { updates } from './updates.ts';

export const networks = ['mastodon', 'bluesky'] as const;

export type Network = (typeof networks)[number];

/**
 * `refused`: the network will never take it. `lost`: nobody can find out whether it has it.
 * `dropped`: it was withdrawn before it was posted.
 */
export const postStates = ['waiting', 'posted', 'refused', 'lost', 'dropped'] as const;

export type PostState = (typeof postStates)[number];

/** One update on one account, written when it is published for each account of that moment. */
export const updatePosts = pgTable(
  'update_posts',
  {
    updateId: uuid('update_id')
      .notNull()
      .references(() => updates.updateId, { onDelete: 'cascade' }),
    account: id('account').notNull(),
    network: text('network').$type<Network>().notNull(),
    state: text('state').$type<PostState>().notNull().default('waiting'),
    /** The exact post, so that each try says the same. */
    text: text('text').notNull(),
    link: text('link').notNull(),
    /** Bluesky's name of the record. */
    recordKey: id('record_key').notNull(),
    attempts: integer('attempts').notNull().default(0),
    notBefore: instant('not_before').notNull().defaultNow(),
    claimedUntil: instant('claimed_until'),
    /** Since when a call may have been heard whose answer we lack. */
    unsureSince: instant('unsure_since'),
    postedAt: instant('posted_at'),
    url: text('url'),
    reason: text('reason'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.updateId, t.account] }),
    index('update_posts_waiting').on(t.account, t.notBefore).where(sql`${t.state} = 'waiting'`),
    check('update_posts_network', isOneOf(t.network, networks)),
    check('update_posts_state', isOneOf(t.state, postStates)),
  ],
);
