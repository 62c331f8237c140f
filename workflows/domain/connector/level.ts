import { addMs, type Instant, minuteMs } from '../time.ts';

/** A lower level was read first at that moment, by at least so many units. */
export type Lower = { by: number; readAt: Instant };

export type LevelRule = { apply: number; lower: Lower | null };

/** Between two readings that must agree before units are taken from anybody. */
export const agreeAfterMs = minuteMs;

/**
 * What a reading does to the ledger. `difference`: the reading less what the ledger held then. More
 * units are given out at once. Fewer are believed once a second reading, made long enough after the
 * first, says so too: an order that was sold there and is not known here yet looks just the same.
 * Of two that differ the ledger is lowered by the lesser, and the rest waits for another.
 */
export const judgeLevel = (
  { difference, readAt }: { difference: number; readAt: Instant },
  lower: Lower | null,
  { agreeMs = agreeAfterMs }: { agreeMs?: number } = {},
): LevelRule => {
  if (lower !== null && readAt < lower.readAt) return { apply: 0, lower };
  if (difference >= 0) return { apply: difference, lower: null };
  if (lower === null) return { apply: 0, lower: { by: -difference, readAt } };
  const agreed = Math.min(lower.by, -difference);
  if (readAt < addMs(lower.readAt, agreeMs)) {
    return { apply: 0, lower: { by: agreed, readAt: lower.readAt } };
  }
  const rest = -difference - agreed;
  return { apply: -agreed, lower: rest > 0 ? { by: rest, readAt } : null };
};
