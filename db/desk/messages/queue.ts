import type { MessageClass } from '../../../workflows/domain/backorder/message-kind.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import type { Sql } from '../../client.ts';

/** Mails that wait for the same, or whose outcome nobody knows. */
export type OpenMessages = {
  /** `turn`: for its turn at the provider. `answer`: handed over, and its outcome is looked for. */
  waits: 'turn' | 'answer' | 'held' | 'unknown';
  class: MessageClass;
  /** Why it is held, or of unknown outcome. */
  reason: string | null;
  count: number;
  /** Whether there are more than were counted. */
  isMore: boolean;
  /** When the oldest was decided, and when the first held one is decided again. Order time. */
  oldestAt: Instant;
  firstUntil: Instant | null;
};

/** So many of each decision are counted, the oldest first. */
export const countedAtMost = 5_000;

/** What is not out yet, or perhaps is. */
export const listOpenMessages = (sql: Sql): Promise<OpenMessages[]> =>
  sql<OpenMessages[]>`
    select waits, class, reason, count(*)::int as count,
      bool_or(place > ${countedAtMost}) as is_more, min(at) as oldest_at,
      min(held_until) as first_until
    from (values ('owed'), ('sending'), ('held'), ('unknown')) as d (decision)
    cross join lateral (
      select class, case when d.decision in ('held', 'unknown') then reason end as reason,
        at, held_until, row_number() over (order by at, id) as place,
        case when d.decision in ('held', 'unknown') then d.decision
          when first_attempt_at is null then 'turn' else 'answer' end as waits
      from messages m
      where m.decision = d.decision and m.decision in ('owed', 'sending', 'held', 'unknown')
      order by at, id limit ${countedAtMost + 1}
    ) as open
    group by waits, class, reason
    order by array_position(array['turn', 'answer', 'held', 'unknown'], waits), class desc, oldest_at`;

/** How fast the workers call a provider now, and how long its next turn is off, in milliseconds. */
export type ShownPace = {
  provider: string;
  perSecond: number;
  waitMs: number;
  relationshipWaitMs: number;
};

/** The pace of each provider that was ever called, the one that was called last first. */
export const listPaces = (sql: Sql): Promise<ShownPace[]> =>
  sql<ShownPace[]>`
    select provider, per_second,
      greatest(0, extract(epoch from next_at - now()) * 1000)::float8 as wait_ms,
      greatest(0, extract(epoch from next_relationship_at - now()) * 1000)::float8
        as relationship_wait_ms
    from mail_pace order by next_at desc, provider`;
