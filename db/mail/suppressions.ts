import type { Sql } from '../client.ts';
import type { suppressions } from '../schema/mail/suppressions.ts';

type Suppression = Pick<
  typeof suppressions.$inferSelect,
  'addressKey' | 'email' | 'reason' | 'messageId'
>;

/** From now on the address gets no relationship mail. The first reason stands. */
export const suppress = async (
  sql: Sql,
  { addressKey, email, reason, messageId }: Suppression,
): Promise<void> => {
  await sql`
    insert into suppressions (address_key, email, reason, message_id)
    values (${addressKey}, ${email}, ${reason}, ${messageId})
    on conflict do nothing`;
};
