import type { Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import type { addressCounts } from '../schema/http/address-counts.ts';

type Stored = typeof addressCounts.$inferSelect;

export type AddressCount = Pick<Stored, 'subject' | 'count'>;

type Exchange = Pick<Stored, 'minute' | 'process'> & { told: AddressCount[] };

/** More busy addresses than a minute has, but for an attack from everywhere. */
const mostHeard = 10_000;

/**
 * Tells what this process has counted in that minute, and answers what all others have, the busiest
 * first. Safe to repeat: the counts are whole ones, and none goes down.
 */
export const exchangeCounts = async (
  sql: Sql,
  { minute, process, told }: Exchange,
): Promise<AddressCount[]> => {
  const rows = await sql<AddressCount[]>`
    with told as (
      insert into address_counts as known (minute, subject, process, count)
      select ${minute}, t.subject, ${process}, t.count
      from unnest(
        ${told.map(({ subject }) => subject)}::text[], ${told.map(({ count }) => count)}::int[]
      ) as t (subject, count)
      on conflict (minute, subject, process)
        do update set count = greatest(known.count, excluded.count)
    )
    select subject, sum(count)::bigint as count from address_counts
    where minute = ${minute} and process <> ${process}
    group by subject order by count desc limit ${mostHeard}`;
  return [...rows];
};

/** Deletes what was counted before that minute. */
export const deleteCountsBefore = async (sql: Sql, minute: Instant): Promise<void> => {
  await sql`delete from address_counts where minute < ${minute}`;
};
