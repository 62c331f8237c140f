import { isTerminal } from '../../workflows/domain/backorder/snapshot.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Db, Sql } from '../client.ts';
import { appendEvidence } from '../law/evidence.ts';
import { oweLetter } from '../mail/letters.ts';
import { raiseAttention } from '../record/attention.ts';
import { appendTimeline } from '../record/timeline.ts';
import type { views } from '../schema/backorder/views.ts';
import { inTransaction } from '../transaction.ts';

/** What a backorder knew of its customer's words when it ended. */
export type Heard = { wordIds: string[]; shippedAt: Instant | null };

/** Knows nothing once the order is erased. */
export const findHeard = async (sql: Sql, orderId: string): Promise<Heard> => {
  const [heard] = await sql<Heard[]>`
    select coalesce(state #> '{law,wordIds}', '[]') as word_ids,
      state #>> '{law,shippedAt}' as shipped_at
    from views where order_id = ${orderId}`;
  return heard ?? { wordIds: [], shippedAt: null };
};

/** `wordId`: of the word. `at`: when the customer said it, in order time. */
type LateWithdrawal = { orderId: string; wordId: string; channel: string; at: Instant };

/**
 * Records that a customer withdrew from a contract of which everything has shipped: they get it in
 * writing, and a person takes over. False where the law gives no such right, or it was used before.
 * Repeating it is safe.
 */
export const withdrawAfterShipment = (db: Db, said: LateWithdrawal): Promise<boolean> =>
  inTransaction(db, async (sql) => {
    const { orderId, wordId, channel, at } = said;
    const key = `withdrawal:${wordId}`;
    const [view] = await sql<Pick<typeof views.$inferSelect, 'phase' | 'body'>[]>`
      select phase, body from views where order_id = ${orderId} for update`;
    if (view === undefined || !isTerminal(view.phase)) return false;
    if (!view.body.law.mayWithdraw) {
      const known = await sql`select from messages where order_id = ${orderId} and key = ${key}`;
      return known.count > 0;
    }
    await endRight(sql, orderId, at);
    await oweLetter(sql, { orderId, key, at, kind: 'withdrawal', about: { at, shipped: 'all' } });
    await raiseAttention(sql, { orderId, code: 'withdrawal_after_shipment', at });
    await appendEvidence(sql, orderId, [
      {
        ...{ key: `answer/${wordId}`, type: 'answer', answer: 'withdrawn', until: null, channel },
        ...{ receivedAt: at, notice: null, at },
      },
    ]);
    const summary = `The customer withdrew from the contract after shipment (${channel})`;
    const entry = { orderId, key: `word/${wordId}`, at, type: 'ContractWithdrawn', summary };
    await appendTimeline(sql, [{ ...entry, detail: { channel } }]);
    return true;
  });

/** A contract is withdrawn from once: the view and what letters are written by say so from now on. */
const endRight = async (sql: Sql, orderId: string, at: Instant): Promise<void> => {
  const changed = sql.json({ mayWithdraw: false, withdrawnAt: at });
  await sql`
    update views set revision = revision + 1, updated_at = now(),
      body = jsonb_set(body, '{law}', body -> 'law' || ${changed}),
      state = jsonb_set(state, '{law,withdrawnAt}', to_jsonb(${at}::text))
    where order_id = ${orderId}`;
};
