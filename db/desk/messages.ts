import type { MessageClass, MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import type { Decision, Status } from '../schema/mail/messages.ts';

/** How many messages are alike. `bucket`: the day, or the hour, by the clocks of the zone. */
export type MessageCount = {
  bucket: string;
  kind: MessageKind;
  class: MessageClass;
  decision: Decision;
  status: Status | null;
  count: number;
};

/**
 * All messages decided since then, in the orders' own time, counted by what they have in common. An
 * index alone answers it: no mail is read.
 */
export const countMessages = (
  sql: Sql,
  { since, zone, by }: { since: Instant; zone: string; by: 'hour' | 'day' },
): Promise<MessageCount[]> =>
  sql<MessageCount[]>`
    select to_char(bucket, ${by === 'day' ? 'YYYY-MM-DD' : 'YYYY-MM-DD"T"HH24:MI'}) as bucket,
      kind, class, decision, status, count
    from (
      select date_trunc(${by}, at at time zone ${zone}) as bucket, kind, class, decision, status,
        count(*)::int as count
      from messages where at >= ${since}
      group by 1, 2, 3, 4, 5
    ) as counted
    order by bucket`;
