import type { AttentionCode } from '../workflows/domain/backorder.ts';
import type { Instant } from '../workflows/domain/time.ts';
import type { Db } from './client.ts';

/**
 * Asks for a person where no workflow can: it has ended, or it is lost. An item that is open
 * already keeps its first time. Repeating it changes nothing.
 */
export const raiseAttention = async (
  { sql }: Db,
  { orderId, code, at }: { orderId: string; code: AttentionCode; at: Instant },
): Promise<void> => {
  await sql`
    update projections
    set attention = attention || ${code}::text, updated_at = now(), revision = revision + 1,
        body = jsonb_set(body, '{attention}',
          body -> 'attention' || jsonb_build_object('code', ${code}::text, 'at', ${at}::text))
    where order_id = ${orderId} and not ${code} = any (attention)`;
};

/** Takes back what a person has answered; false when there was no such item. */
export const resolveAttention = async (
  { sql }: Db,
  { orderId, code }: { orderId: string; code: string },
): Promise<boolean> => {
  const rows = await sql`
    update projections
    set attention = array_remove(attention, ${code}), updated_at = now(), revision = revision + 1,
        body = jsonb_set(body, '{attention}', (
          select coalesce(jsonb_agg(item), '[]') from jsonb_array_elements(body -> 'attention') item
          where item ->> 'code' <> ${code}))
    where order_id = ${orderId} and ${code} = any (attention)`;
  return rows.count > 0;
};
