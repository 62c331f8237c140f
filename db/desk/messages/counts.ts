import type {
  Decision,
  MessageClass,
  MessageKind,
  Status,
} from '../../../workflows/domain/backorder/message-kind.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import type { Sql } from '../../client.ts';

/** How many messages are alike. */
export type MessageCount = {
  /** Where they belong on the time line: a day, or an hour of it, by the clocks of the zone. */
  bucket: string;
  kind: MessageKind;
  class: MessageClass;
  decision: Decision;
  status: Status | null;
  /** Why nothing is known to have gone out; null of what was sent or waits. */
  reason: string | null;
  count: number;
};

type Span = { since: Instant; until: Instant | null; zone: string; by: 'hour' | 'day' };

/**
 * All messages decided from then until then, in the orders' own time, counted by what they have in
 * common.
 */
export const countMessages = (
  sql: Sql,
  { since, until, zone, by }: Span,
): Promise<MessageCount[]> =>
  sql<MessageCount[]>`
    select to_char(bucket, ${by === 'day' ? 'YYYY-MM-DD' : 'YYYY-MM-DD"T"HH24:MI'}) as bucket,
      kind, class, decision, status, reason, count
    from (
      select date_trunc(${by}, at at time zone ${zone}) as bucket, kind, class, decision, status,
        case when decision in ('skipped', 'failed', 'unknown') then reason end as reason,
        count(*)::int as count
      from messages
      where at >= ${since} and at < coalesce(${until}::timestamptz, 'infinity')
      group by 1, 2, 3, 4, 5, 6
    ) as counted
    order by bucket`;
