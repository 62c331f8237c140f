import { randomUUID } from 'node:crypto';
import type { Attempted } from '../../workflows/domain/payment/attempt.ts';
import type { Db, Sql } from '../client.ts';
import { appendTimeline, type TimelineRow } from '../record/timeline.ts';
import type {
  AttemptOutcome,
  AttemptRequest,
  AttemptStep,
  paymentAttempts,
} from '../schema/payment/attempts.ts';
import { inTransaction } from '../transaction.ts';

type Stored = typeof paymentAttempts.$inferSelect;

/** Names one intent of an order, by the workflow's own number of it. */
export type IntentRef = Pick<Stored, 'orderId' | 'intent'>;

/** A call that moves money, as it was written before it was made. */
export type Attempt = IntentRef &
  Attempted &
  Pick<
    Stored,
    'attemptId' | 'step' | 'ordinal' | 'key' | 'request' | 'providerIntentId' | 'outcome' | 'answer'
  >;

/**
 * The attempt to pursue: the newest of this step that is open, or that asked for the same and was
 * answered; otherwise a new one. An open attempt keeps the parameters it was written with.
 */
export const openAttempt = (
  db: Db,
  { orderId, intent, step, request }: IntentRef & { step: AttemptStep; request: AttemptRequest },
): Promise<Attempt> =>
  inTransaction(db, async (sql) => {
    await sql`select 1 from orders where order_id = ${orderId} for update`;
    const [newest] = await sql<Attempt[]>`
      select ${columns(sql)} from payment_attempts
      where order_id = ${orderId} and intent = ${intent} and step = ${step}
      order by ordinal desc limit 1`;
    const isOpen = newest !== undefined && newest.answer === null;
    if (newest && (isOpen || isSame(newest, request))) return newest;
    const [created] = await sql<Attempt[]>`
      insert into payment_attempts (attempt_id, order_id, intent, step, ordinal, key, request)
      values (${randomUUID()}, ${orderId}, ${intent}, ${step}, ${(newest?.ordinal ?? 0) + 1},
              ${randomUUID()}, ${JSON.stringify(request)}::jsonb)
      returning ${columns(sql)}`;
    return created as Attempt;
  });

/** Answered for good: it reached the provider, and a refund that failed may be asked for again. */
const isSame = ({ request, outcome }: Attempt, { amount, upTo }: AttemptRequest): boolean =>
  request.amount === amount &&
  request.upTo === upTo &&
  outcome !== 'absent' &&
  outcome !== 'RefundFailed';

/** Every attempt of one step for the order, oldest first. */
export const listStep = async (
  sql: Sql,
  { orderId, step }: Pick<Stored, 'orderId' | 'step'>,
): Promise<Attempt[]> => sql<Attempt[]>`
  select ${columns(sql)} from payment_attempts
  where order_id = ${orderId} and step = ${step} order by created_at, intent, ordinal`;

/**
 * Writes down an attempt of ours that the provider knows and the database has lost: it was restored
 * from a copy. Its key is never used, so that nothing is asked for a second time. Safe to repeat.
 */
export const adoptAttempt = async (
  sql: Sql,
  lost: Pick<
    Stored,
    'attemptId' | 'orderId' | 'intent' | 'step' | 'request' | 'providerIntentId'
  > & { providerRefundId?: string },
): Promise<Attempt> => {
  const { attemptId, orderId, intent, step, request } = lost;
  await sql`
    insert into payment_attempts (
      attempt_id, order_id, intent, step, ordinal, key, request, provider_intent_id,
      provider_refund_id, code, first_called_at, last_called_at
    )
    select ${attemptId}, ${orderId}, ${intent}, ${step}, coalesce(max(ordinal), 0) + 1,
      ${randomUUID()}, ${JSON.stringify(request)}::jsonb, ${lost.providerIntentId},
      ${lost.providerRefundId ?? null}, 'spent', now(), now()
    from payment_attempts
    where order_id = ${orderId} and intent = ${intent} and step = ${step}
    on conflict (attempt_id) do nothing`;
  const [row] = await sql<Attempt[]>`
    select ${columns(sql)} from payment_attempts where attempt_id = ${attemptId}`;
  if (row === undefined) throw new Error('an adopted attempt has vanished');
  return row;
};

/** Every attempt of one step on one intent, oldest first. */
export const listAttempts = async (
  sql: Sql,
  { orderId, intent, step }: IntentRef & { step: AttemptStep },
): Promise<Attempt[]> => sql<Attempt[]>`
  select ${columns(sql)} from payment_attempts
  where order_id = ${orderId} and intent = ${intent} and step = ${step} order by ordinal`;

/** Written before each call to the provider. */
export const noteCall = async (sql: Sql, attemptId: string): Promise<void> => {
  await sql`
    update payment_attempts
    set first_called_at = coalesce(first_called_at, now()), last_called_at = now()
    where attempt_id = ${attemptId}`;
};

/** The key only repeats a stored failure from now on. */
export const noteSpentKey = async (sql: Sql, attemptId: string): Promise<void> => {
  await sql`update payment_attempts set code = 'spent' where attempt_id = ${attemptId}`;
};

/**
 * The provider's intent, as soon as it is known, so that it can always be looked up; with its
 * secret if the customer has to finish it.
 */
export const noteIntent = async (
  sql: Sql,
  {
    attemptId,
    providerIntentId,
    clientSecret = null,
  }: { attemptId: string; providerIntentId: string; clientSecret?: string | null },
): Promise<void> => {
  await sql`
    update payment_attempts
    set provider_intent_id = ${providerIntentId}, client_secret = ${clientSecret}
    where attempt_id = ${attemptId}`;
};

/** The intent has ended: nobody can finish it any more. */
export const forgetSecret = async (sql: Sql, { orderId, intent }: IntentRef): Promise<void> => {
  await sql`
    update payment_attempts set client_secret = null
    where order_id = ${orderId} and intent = ${intent} and client_secret is not null`;
};

/** Closes an attempt of that step that was never answered, since it is known what came of it. */
export const settleOpen = async (
  sql: Sql,
  {
    orderId,
    intent,
    step,
    answer,
  }: IntentRef & { step: AttemptStep; answer: { type: AttemptOutcome } },
): Promise<void> => {
  await sql`
    update payment_attempts
    set outcome = ${answer.type}, answer = ${JSON.stringify(answer)}::jsonb, settled_at = now()
    where order_id = ${orderId} and intent = ${intent} and step = ${step} and answer is null`;
};

/** Closes an attempt with what came of it. The first answer stands. */
export const settleAttempt = (
  db: Db,
  attempt: Attempt,
  { outcome, answer, entry }: { outcome: AttemptOutcome; answer: object; entry?: TimelineRow },
): Promise<void> =>
  inTransaction(db, async (sql) => {
    await sql`
      update payment_attempts
      set outcome = ${outcome}, answer = ${JSON.stringify(answer)}::jsonb, settled_at = now()
      where attempt_id = ${attempt.attemptId} and answer is null`;
    if (entry) await appendTimeline(sql, [entry]);
  });

/** A refund that had succeeded failed after all. Its answer stays as what was known then. */
export const noteCameBack = async (sql: Sql, attemptId: string): Promise<void> => {
  await sql`
    update payment_attempts set outcome = 'RefundFailed'
    where attempt_id = ${attemptId} and step = 'refund'`;
};

/** The provider's intent behind the workflow's number, if it is known. */
export const findProviderIntent = async (
  sql: Sql,
  { orderId, intent }: IntentRef,
): Promise<string | undefined> => {
  const [row] = await sql<{ id: string }[]>`
    select id from (
      select provider_intent_id as id, ordinal from payment_attempts
      where order_id = ${orderId} and intent = ${intent} and provider_intent_id is not null
      union all
      select upfront_intent_id, 0 from orders
      where order_id = ${orderId} and ${intent} = 'upfront' and upfront_intent_id is not null
    ) known order by ordinal desc limit 1`;
  return row?.id;
};

const columns = (sql: Sql) =>
  sql.unsafe(`attempt_id, order_id, intent, step, ordinal, key, request, provider_intent_id,
    outcome, first_called_at,
    last_called_at, coalesce(code = 'spent', false) as is_spent, answer`);
