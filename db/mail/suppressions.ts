import { and, desc, eq, sql as raw } from 'drizzle-orm';
import type { Instant } from '../../workflows/domain/time.ts';
import { builder } from '../builder.ts';
import type { Sql } from '../client.ts';
import { suppressions } from '../schema/mail/suppressions.ts';

type Row = typeof suppressions.$inferSelect;

/** `email` is null once the last order of the address was erased. */
export type Suppression = Pick<Row, 'addressKey' | 'email' | 'reason' | 'at'>;

/**
 * Sends the address no relationship mail from now on. The newest reason stands; the same reason
 * again keeps its moment, so repeating it changes nothing.
 */
export const suppress = async (
  sql: Sql,
  { addressKey, email, reason, messageId }: Omit<Row, 'at'>,
): Promise<Suppression> => {
  const [stands] = await sql<Suppression[]>`
    insert into suppressions as s (address_key, email, reason, message_id)
    values (${addressKey}, ${email}, ${reason}, ${messageId})
    on conflict (address_key) do update set
      email = coalesce(excluded.email, s.email), reason = excluded.reason,
      message_id = coalesce(excluded.message_id, s.message_id),
      at = case when s.reason = excluded.reason then s.at else excluded.at end
    returning address_key, email, reason, at`;
  return stands as Suppression;
};

/** The address gets relationship mail again, as its preferences say. */
export const endSuppression = async (sql: Sql, addressKey: string): Promise<void> => {
  await builder(sql).delete(suppressions).where(eq(suppressions.addressKey, addressKey));
};

/** Newest first; `after` is the last one of the page before. */
export const listSuppressions = (
  sql: Sql,
  {
    addressKey,
    after,
    limit,
  }: {
    addressKey: string | undefined;
    after: { at: Instant; id: string } | null;
    limit: number;
  },
): Promise<Suppression[]> => {
  const isThis = addressKey === undefined ? undefined : eq(suppressions.addressKey, addressKey);
  const isOlder = after
    ? raw`(${suppressions.at}, ${suppressions.addressKey}) <
        (${after.at}::timestamptz, ${after.id}::text)`
    : undefined;
  const { email, reason, at } = suppressions;
  return builder(sql)
    .select({ addressKey: suppressions.addressKey, email, reason, at })
    .from(suppressions)
    .where(and(isThis, isOlder))
    .orderBy(desc(at), desc(suppressions.addressKey))
    .limit(limit);
};
