import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Fact } from '../../../workflows/domain/backorder/fact.ts';
import { id, instant, isOneOf, json } from '../columns.ts';

/** Minor units; customer and method are set for an authorisation. */
export type AttemptRequest = {
  amount: number;
  currency: string;
  customerId?: string;
  paymentMethodId?: string;
  /** What a refund brings the intent's refunds to, so that two of the same amount differ. */
  upTo?: number;
};

/** `absent`: it never reached the provider. */
export type AttemptOutcome = Fact['type'] | 'absent';

/** What moves money at the provider. */
export const attemptSteps = ['authorize', 'capture', 'void', 'refund'] as const;

export type AttemptStep = (typeof attemptSteps)[number];

/** Calls to the payment provider that move money. Written before the call; wall time. */
export const paymentAttempts = pgTable(
  'payment_attempts',
  {
    attemptId: uuid('attempt_id').primaryKey(),
    orderId: id('order_id').notNull(),
    /** The workflow's own number of the intent, `i1`. */
    intent: text('intent').notNull(),
    step: text('step').$type<AttemptStep>().notNull(),
    ordinal: integer('ordinal').notNull(),
    /** The idempotency key that the provider sees. */
    key: uuid('key').notNull(),
    /** The parameters sent. A repetition sends exactly these. */
    request: json('request').$type<AttemptRequest>().notNull(),
    providerIntentId: text('provider_intent_id'),
    /** With it the customer can finish the intent; kept only while that is what it waits for. */
    clientSecret: text('client_secret'),
    providerRefundId: text('provider_refund_id'),
    outcome: text('outcome').$type<AttemptOutcome>(),
    /** The key only repeats a stored failure from now on. */
    code: text('code').$type<'spent'>(),
    /** What came of it, in the workflow's terms; null until it is known. */
    answer: json('answer').$type<object>(),
    createdAt: instant('created_at').notNull().defaultNow(),
    firstCalledAt: instant('first_called_at'),
    lastCalledAt: instant('last_called_at'),
    settledAt: instant('settled_at'),
  },
  (t) => [
    unique('payment_attempts_step').on(t.orderId, t.intent, t.step, t.ordinal),
    unique('payment_attempts_key').on(t.key),
    index('payment_attempts_provider_intent').on(t.providerIntentId),
    index('payment_attempts_open').on(t.lastCalledAt).where(sql`${t.settledAt} is null`),
    check('payment_attempts_call', isOneOf(t.step, attemptSteps)),
  ],
);
