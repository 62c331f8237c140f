import { countWatches } from '../../db/backorder/watch.ts';
import type { Db } from '../../db/client.ts';
import { type DatabaseState, findDatabaseState } from '../../db/http/health.ts';
import type { Readiness } from '../deps.ts';

const lookEveryMs = 1_000;
/** What stands still is counted over whole queues, so not every second. */
const countEveryMs = 10_000;
const patienceMs = 2_000;

type Deps = {
  db: Db;
  /** Must not throw, and must answer within a few seconds. */
  isTemporalReachable: () => Promise<boolean>;
};

/**
 * Looks at PostgreSQL and Temporal again and again, each on its own, so that neither holds up what
 * is said of the other, and whoever asks is answered at once. Keeps no process alive.
 */
export const createReadiness = (
  { db, isTemporalReachable }: Deps,
  { everyMs = lookEveryMs }: { everyMs?: number } = {},
): Readiness => {
  let isLeaving = false;
  const looks = {
    postgresql: keepLooking(() => findDatabaseState(db.sql, patienceMs), everyMs),
    temporal: keepLooking(isTemporalReachable, everyMs),
    overdue: keepLooking(() => countWatches(db.sql).catch(() => null), countEveryMs),
  };
  return {
    report: () => {
      const [postgresql, temporal, overdue] = [
        looks.postgresql.last(),
        looks.temporal.last(),
        looks.overdue.last(),
      ];
      const isReady = !isLeaving && postgresql?.seen === 'ok';
      return {
        status: isLeaving ? 'stopping' : statusOf(postgresql?.seen),
        isReady,
        postgresql: postgresql?.seen ?? 'unknown',
        temporal: nameOf(temporal?.seen),
        overdue: overdue?.seen ?? null,
        ageMs: {
          postgresql: ageOf(postgresql),
          temporal: ageOf(temporal),
          overdue: ageOf(overdue),
        },
      };
    },
    leave: () => {
      isLeaving = true;
    },
    close: async () => {
      await Promise.all(Object.values(looks).map((look) => look.close()));
    },
  };
};

type Look<T> = { seen: T; at: number };

const keepLooking = <T>(look: () => Promise<T>, everyMs: number) => {
  let last: Look<T> | undefined;
  let isOpen = true;
  const run = async (): Promise<void> => {
    const seen = await look();
    last = { seen, at: performance.now() };
    if (!isOpen) return;
    setTimeout(() => {
      if (isOpen) running = run();
    }, everyMs).unref();
  };
  let running = run();
  return {
    last: () => last,
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      await running;
    },
  };
};

const statusOf = (state: DatabaseState | undefined) =>
  state === undefined ? 'starting' : state === 'ok' ? 'ready' : 'unavailable';

const nameOf = (isReachable: boolean | undefined) =>
  isReachable === undefined ? 'unknown' : isReachable ? 'ok' : 'unreachable';

const ageOf = (look: Look<unknown> | undefined): number | null =>
  look ? Math.round(performance.now() - look.at) : null;
