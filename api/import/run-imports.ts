import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import {
  type ClaimedImport,
  claimImport,
  type DoneRow,
  type DueRow,
  giveUpImport,
  listDueRows,
  recordRows,
} from '../../db/import/work.ts';
import { isNewsAbove } from '../../db/record/news.ts';
import { createLoop, type Loop } from '../temporal/loop.ts';
import { doRow, type File } from './do-row.ts';
import { type ActDeps, kinds } from './kinds.ts';

type Deps = ActDeps & {
  logger: Logger;
  /** Orders may have news. */
  onNews: () => void;
};

const pollMs = 500;
const pauseMs = 1_000;
/** Far longer than a turn, and no longer than a crash may hold an import up. */
const leaseMs = 60_000;
/** A turn ends by then, so that progress is seen and others get their turn. */
const turnMs = 500;
const turnRows = 200;
/** Between two turns, for whoever waits for this process or its database. */
const restMs = 25;
/** With more to tell, those who place an order now would wait for it. */
const mostNews = 100;
const newsRestMs = 200;
/** After so many faults of ours the others would fail as well. */
const mostBroken = 10;

/**
 * Does what was uploaded, a turn for each import after the other, row by row. It runs until it is
 * closed. Several may run: each claims an import for a turn. After a crash the rows of a turn are
 * done once more, which changes nothing.
 */
export const createImports = (
  deps: Deps,
  { everyMs = pollMs }: { everyMs?: number } = {},
): Loop & { work: () => Promise<boolean> } => {
  const work = () => workOnce(deps);
  const loop = createLoop(async () => {
    try {
      return (await work()) ? restMs : everyMs;
    } catch (error) {
      deps.logger.warn({ err: error }, 'imports go on later');
      await sleep(pauseMs);
      return 0;
    }
  });
  return { ...loop, work };
};

/** One turn of one import. False when none waits for one. */
const workOnce = async (deps: Deps): Promise<boolean> => {
  const claimed = await claimImport(deps.db.sql, { leaseMs });
  if (!claimed) return false;
  const kind = kinds[claimed.kind];
  if (kind.makesNews && (await isNewsAbove(deps.db.sql, mostNews))) {
    deps.onNews();
    await recordRows(deps.db.sql, claimed, { rows: [], broken: 0, restMs: newsRestMs });
    return true;
  }
  const { rows, broken, outage } = await doTurn(deps, claimed);
  const rests = { restMs: outage === undefined ? 0 : pauseMs };
  await recordRows(deps.db.sql, claimed, { rows, broken, ...rests });
  if (kind.makesNews) deps.onNews();
  if (claimed.broken + broken >= mostBroken) await giveUpImport(deps.db.sql, claimed);
  if (outage !== undefined) throw outage;
  return true;
};

type Turn = { rows: DoneRow[]; broken: number; outage?: unknown };

/**
 * Rows of different shelves are done together, in waves, so that each begins where the one before
 * it has ended. An outage ends the turn, and what was done before it counts.
 */
const doTurn = async (deps: Deps, claimed: ClaimedImport): Promise<Turn> => {
  const endsAt = performance.now() + turnMs;
  const file = fileOf(claimed);
  const turn: Turn = { rows: [], broken: 0 };
  const due = await listDueRows(deps.db.sql, claimed, turnRows);
  for (const wave of wavesOf(due, file, mostTogether(deps))) {
    const ends = await Promise.allSettled(
      wave.map((row) => {
        const onBroken = (error: unknown): void => {
          turn.broken++;
          const { importId } = claimed;
          deps.logger.error({ err: error, importId, line: row.line }, 'a row of an import broke');
        };
        return doRow({ ...deps, onBroken }, file, row);
      }),
    );
    for (const end of ends) {
      if (end.status === 'rejected') return { ...turn, outage: end.reason };
      turn.rows.push(end.value);
    }
    if (performance.now() >= endsAt || claimed.broken + turn.broken >= mostBroken) break;
  }
  return turn;
};

/** Most of the connections for the background are left to what others wait for. */
const mostTogether = ({ db }: Deps): number => Math.max(1, Math.floor(db.sql.options.max / 2));

/** Parts of at most `most` rows, each at another shelf; orders, which have no one shelf, alone. */
const wavesOf = (rows: readonly DueRow[], { columns }: File, most: number): DueRow[][] => {
  const shelf = columns.findIndex(({ name }) => name === 'sku');
  const waves: DueRow[][] = [];
  let shelves = new Set<string>();
  for (const row of rows) {
    const sku = row.lines[0]?.cells[shelf] ?? '';
    const isFull = shelves.size >= most || shelves.has(sku);
    if (isFull || waves.length === 0) {
      waves.push([]);
      shelves = new Set();
    }
    shelves.add(sku);
    waves.at(-1)?.push(row);
  }
  return waves;
};

/** The file was refused if it had a column that is not known. */
const fileOf = ({ kind: name, columns, fileHash }: ClaimedImport): File => {
  const kind = kinds[name];
  const known = columns.map((column) => kind.columns.find((each) => each.name === column));
  return { kind, fileHash, columns: known.filter((column) => column !== undefined) };
};
