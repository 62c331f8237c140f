import type { Db } from '../../../db/client.ts';

/** Throws with the attempts that orders which have ended left without an answer. */
export const expectNoneOpen = async ({ db }: { db: Db }): Promise<void> => {
  const open = await db.sql<{ said: string }[]>`
    select concat_ws(' ', order_id, intent, step) as said
    from payment_attempts a join views v using (order_id)
    where v.ended_at is not null and a.answer is null`;
  if (open.length > 0) throw new Error(`left open: ${open.map(({ said }) => said).join(', ')}`);
};
