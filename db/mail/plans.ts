import type { ScheduledMail } from '../../workflows/domain/backorder/mail.ts';
import type { Sql } from '../client.ts';

/** Keeps what the order plans to send, unless a newer plan stands already. */
export const storePlan = async (
  sql: Sql,
  plan: { orderId: string; planNumber: number; entries: readonly ScheduledMail[] },
): Promise<void> => {
  const { orderId, planNumber, entries } = plan;
  await sql`
    insert into mail_plans as old (order_id, plan_number, entries)
    values (${orderId}, ${planNumber}, ${sql.json([...entries])})
    on conflict (order_id) do update set
      plan_number = excluded.plan_number, entries = excluded.entries, updated_at = now()
    where old.plan_number <= excluded.plan_number`;
};
