import type { Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import { clock } from '../clock.ts';
import type { customerWords } from '../schema/backorder/customer-words.ts';
import { ms } from '../sql.ts';

type Stored = typeof customerWords.$inferSelect;

/** What a customer said, as it is given to the backorder. `wordId` is the id of its Update. */
export type Word = Pick<Stored, 'orderId' | 'wordId' | 'request' | 'receivedAt'>;

/** The same, with what the backorder answered; null until it did. */
export type KeptWord = Word & Pick<Stored, 'outcome'>;

/**
 * Keeps a word before the backorder is asked. A sweep leaves it to the caller for `leaseMs`.
 * Repeating it changes nothing, and returns the word as it was kept first.
 */
export const keepWord = async (
  sql: Sql,
  { orderId, wordId, request, receivedAt }: Word,
  { leaseMs }: { leaseMs: number },
): Promise<KeptWord> => {
  await sql`
    insert into customer_words (order_id, word_id, request, received_at, not_before)
    values (${orderId}, ${wordId}, ${sql.json(request)}, ${receivedAt},
      now() + ${ms(sql, leaseMs)})
    on conflict do nothing`;
  const [kept] = await sql<KeptWord[]>`
    select ${columns(sql)} from customer_words
    where order_id = ${orderId} and word_id = ${wordId}`;
  if (kept === undefined) throw new Error('a kept word has vanished');
  return kept;
};

/** Ends a word with what the backorder answered. The first answer stands. */
export const closeWord = async (
  sql: Sql,
  { orderId, wordId, outcome }: Pick<Stored, 'orderId' | 'wordId' | 'outcome'>,
): Promise<void> => {
  await sql`
    update customer_words set outcome = ${outcome}, decided_at = now()
    where order_id = ${orderId} and word_id = ${wordId} and outcome is null`;
};

/**
 * Takes words that have no answer yet, those that are due for longest first. Nobody else takes them
 * for `leaseMs`, and longer with every try, up to ten minutes.
 */
export const claimWords = async (
  sql: Sql,
  { limit, leaseMs }: { limit: number; leaseMs: number },
): Promise<KeptWord[]> => {
  const rows = await sql<KeptWord[]>`
    with due as materialized (
      select order_id, word_id from customer_words
      where outcome is null and not_before <= ${clock(sql)}
      order by not_before limit ${limit} for update skip locked
    )
    update customer_words w set
      tries = w.tries + 1,
      not_before = now() + least(power(2, least(w.tries, 20)) * ${ms(sql, leaseMs)}, interval '10 minutes')
    from due where w.order_id = due.order_id and w.word_id = due.word_id
    returning ${columns(sql, 'w')}`;
  return [...rows];
};

/** What the customer's page shows of a word. */
export type ShownWord = Pick<Stored, 'request' | 'receivedAt' | 'outcome'>;

/**
 * The customer's newest word that has no answer yet, or else was not carried out, as long as no
 * later one was.
 */
export const findTellingWord = async (
  sql: Sql,
  orderId: string,
): Promise<ShownWord | undefined> => {
  const [word] = await sql<ShownWord[]>`
    select request, received_at, outcome from customer_words w
    where order_id = ${orderId} and outcome is distinct from 'done' and (outcome is null
      or not exists (
        select from customer_words l where l.order_id = w.order_id and l.outcome = 'done'
          and l.received_at > w.received_at
      ))
    order by outcome is null desc, received_at desc, word_id limit 1`;
  return word;
};

/** What the customer said that was carried out, oldest first, but for the mere cancellations. */
export const listHeardWords = async (
  sql: Sql,
  orderId: string,
): Promise<Pick<Stored, 'request' | 'receivedAt'>[]> => [
  ...(await sql<Pick<Stored, 'request' | 'receivedAt'>[]>`
    select request, received_at from customer_words
    where order_id = ${orderId} and outcome = 'done' and request ->> 'type' <> 'CancelBackorder'
    order by received_at, word_id limit 200`),
];

const columns = (sql: Sql, of = 'customer_words') =>
  sql`${sql(of)}.order_id, ${sql(of)}.word_id, ${sql(of)}.request, ${sql(of)}.received_at,
    ${sql(of)}.outcome`;

/** Whether a word that came before that moment, in order time, still has no answer. */
export const hasUnheardWords = async (
  sql: Sql,
  orderId: string,
  before: Instant,
): Promise<boolean> => {
  const words = await sql`
    select from customer_words
    where order_id = ${orderId} and outcome is null and received_at < ${before} limit 1`;
  return words.count > 0;
};

/** Drops a word that was refused at once: the customer has read why. */
export const forgetWord = async (
  sql: Sql,
  { orderId, wordId }: Pick<Stored, 'orderId' | 'wordId'>,
): Promise<void> => {
  await sql`delete from customer_words where order_id = ${orderId} and word_id = ${wordId}`;
};
