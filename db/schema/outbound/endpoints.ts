import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { EventType } from '../../../workflows/domain/event-type.ts';
import { id, instant, isOneOf, json } from '../columns.ts';

export const endpointStates = ['enabled', 'disabled'] as const;

/** `gone`: it answered 410. `failing`: nothing has got through for days. */
export const disabledReasons = ['gone', 'failing'] as const;

/** Sealed, see `api/access/sealed.ts`. `endsAt`: null for the one that signs from now on. */
export type SealedSecret = { sealed: string; endsAt: string | null };

/** Where others want to be told of events. Wall time. */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    endpointId: id('endpoint_id').primaryKey(),
    url: text('url').notNull(),
    events: text('events').array().$type<EventType[]>().notNull(),
    personalData: boolean('personal_data').notNull(),
    /** The newest first. */
    secrets: json('secrets').$type<SealedSecret[]>().notNull(),
    state: text('state').$type<(typeof endpointStates)[number]>().notNull().default('enabled'),
    disabledBecause: text('disabled_because').$type<(typeof disabledReasons)[number]>(),
    disabledAt: instant('disabled_at'),
    /** Since when nothing has got through, and how often it could not be reached since. */
    failingSince: instant('failing_since'),
    failures: integer('failures').notNull().default(0),
    lastSuccessAt: instant('last_success_at'),
    /** Nothing is sent before: it could not be reached a moment ago. */
    restsUntil: instant('rests_until').notNull().defaultNow(),
    /** Until then one process alone sends to it. */
    claimedUntil: instant('claimed_until').notNull().defaultNow(),
    claim: uuid('claim'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('webhook_endpoints_enabled').on(t.endpointId).where(sql`${t.state} = 'enabled'`),
    index('webhook_endpoints_newest').on(t.createdAt, t.endpointId),
    check('webhook_endpoints_state', isOneOf(t.state, endpointStates)),
    check('webhook_endpoints_disabled', isOneOf(t.disabledBecause, disabledReasons)),
  ],
);
