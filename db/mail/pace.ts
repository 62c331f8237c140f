import type { Sql } from '../client.ts';
import { ms } from '../sql.ts';

/** Mail that can wait takes no more than this part of the calls. */
export const relationshipShare = 0.6;

type Turn = {
  provider: string;
  /** Calls a second until the provider has said how many. */
  perSecond: number;
  canWait: boolean;
  /** How far off the turn may be. */
  mostMs: number;
};

export type TurnAnswer = { isTaken: boolean; waitMs: number };

/**
 * Takes the next turn to call the provider, for all processes together, unless it is too far off:
 * then nothing is taken, and `waitMs` is how far. One statement, so that no two get the same turn.
 * Mail that can wait has turns of its own, and uses up one of everybody's with each.
 */
export const takeTurn = async (
  sql: Sql,
  { provider, perSecond, canWait, mostMs }: Turn,
): Promise<TurnAnswer> => {
  const share = canWait ? relationshipShare : 0;
  const taken = await sql<{ waitMs: number }[]>`
    insert into mail_pace as p (provider, per_second, next_at, next_relationship_at)
    values (
      ${provider}, ${perSecond}, clock_timestamp() + ${ms(sql, 1_000 / perSecond)},
      clock_timestamp() + ${ms(sql, canWait ? 1_000 / perSecond / share : 0)})
    on conflict (provider) do update set
      next_at = greatest(p.next_at, clock_timestamp()) + interval '1 second' / p.per_second,
      next_relationship_at = case when ${canWait}
        then greatest(p.next_relationship_at, clock_timestamp())
          + interval '1 second' / (p.per_second * ${share}::float8)
        else p.next_relationship_at end
    where ${waitOf(sql, canWait)} <= ${ms(sql, mostMs)}
    returning greatest(0, extract(epoch from
      greatest(
        next_at - interval '1 second' / per_second,
        case when ${canWait}
          then next_relationship_at - interval '1 second' / (per_second * nullif(${share}::float8, 0)) end
      ) - clock_timestamp()) * 1000)::float8 as wait_ms`;
  if (taken[0]) return { isTaken: true, waitMs: Math.ceil(taken[0].waitMs) };
  const [far] = await sql<{ waitMs: number }[]>`
    select greatest(0, extract(epoch from ${waitOf(sql, canWait)}) * 1000)::float8 as wait_ms
    from mail_pace p where provider = ${provider}`;
  return { isTaken: false, waitMs: Math.ceil(far?.waitMs ?? 0) };
};

const waitOf = (sql: Sql, canWait: boolean) => sql`(
  case when ${canWait} then greatest(p.next_at, p.next_relationship_at) else p.next_at end
  - clock_timestamp())`;

/** The provider takes so many calls a second, and none for as long as that. */
export const setPace = async (
  sql: Sql,
  { provider, perSecond, pauseMs }: { provider: string; perSecond: number; pauseMs: number },
): Promise<void> => {
  await sql`
    update mail_pace set per_second = ${perSecond},
      next_at = greatest(next_at, clock_timestamp() + ${ms(sql, pauseMs)}),
      next_relationship_at =
        greatest(next_relationship_at, clock_timestamp() + ${ms(sql, pauseMs)})
    where provider = ${provider}`;
};
