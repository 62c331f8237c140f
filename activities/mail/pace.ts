import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from '../../db/client.ts';
import { setPace, takeTurn } from '../../db/mail/pace.ts';
import type { Urgency } from '../../workflows/domain/mail/urgency.ts';
import { minuteMs } from '../../workflows/domain/time.ts';
import { notYet } from '../failure.ts';
import type { Limits } from './provider.ts';

/** Below a provider's limit, since others of the shop may call it too. */
const part = 0.8;

/** Resend's documented limit: https://resend.com/docs/api-reference/rate-limit */
const usualLimit = 5;

/** A worker's slot is kept for no longer than that. */
const mostMs = 2_000;

/** Those who come again later come spread over so long, or they would all come at once. */
const spreadMs: Record<Urgency, number> = { at_once: 5_000, can_wait: 1.5 * minuteMs };

/** Keeps all workers together below the provider's limit. */
export type Pace = {
  /**
   * Returns when it is this mail's turn. Mail that can wait takes a part of the calls only, so that
   * the other hardly waits for it. If the turn is far off, the mail comes again then: `paced`.
   */
  waitForTurn(of: Urgency): Promise<void>;
  /** Follows what the provider has said of its limits. */
  heed(limits: Limits): Promise<void>;
};

/** `rate`: the most calls a second, whatever the provider takes; null for as many as it takes. */
export const createPace = (
  sql: Sql,
  { provider, rate }: { provider: string; rate: number | null },
): Pace => {
  const atFirst = rate ?? usualLimit * part;
  let known: number | undefined;
  return {
    waitForTurn: async (of) => {
      const turn = { provider, perSecond: atFirst, canWait: of === 'can_wait', mostMs };
      const { isTaken, waitMs } = await takeTurn(sql, turn);
      if (!isTaken) throw notYet('paced', Math.round(waitMs + Math.random() * spreadMs[of]));
      if (waitMs > 0) await sleep(waitMs);
    },
    heed: async ({ perSecond: limit, pauseMs = 0 }) => {
      const told = limit === undefined ? (known ?? atFirst) : limit * part;
      const perSecond = Math.min(told, rate ?? told);
      if (perSecond === known && pauseMs === 0) return;
      await setPace(sql, { provider, perSecond, pauseMs });
      known = perSecond;
    },
  };
};
