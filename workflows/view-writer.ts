import { proxyLocalActivities, sleep } from '@temporalio/workflow';
import type { LocalActivities, ViewWrite } from '../activities/call.ts';
import type { Backorder } from './domain/backorder/backorder.ts';
import type { Change } from './domain/event-type.ts';
import type { EvidenceHead, EvidenceNote } from './domain/law/evidence.ts';
import type { TimelineEntry } from './domain/story.ts';
import type { View } from './domain/view.ts';

const { writeView } = proxyLocalActivities<LocalActivities>({
  startToCloseTimeout: '5 seconds',
  retry: { maximumAttempts: 1 },
});

type Shown = {
  orderId: string;
  /** Of the order's evidence, as the run before this one knew it. */
  head: EvidenceHead | null;
  viewNow: () => View;
  stateNow: () => Backorder;
  wake: () => void;
};

/**
 * Keeps the backorder's view in PostgreSQL: writes it whenever it differs from the last one. An
 * effect that starts anyway carries the write along, because a write of its own costs more. Evidence
 * goes with it, and each write answers the head of its chain, which is kept here: nobody who has the
 * database alone can rewrite what came before it.
 */
export const createViewWriter = ({ orderId, head: known, viewNow, stateNow, wake }: Shown) => {
  let entries: TimelineEntry[] = [];
  let notes: EvidenceNote[] = [];
  let changes: Change[] = [];
  let head = known;
  /** Others have added to the chain. */
  let isBehind = false;
  /** The view last handed to a writer, and the one that we know PostgreSQL has. */
  let claimed = '';
  let standing = { json: '', revision: 0 };
  let isWriting = false;
  let writes = 0;

  const jsonNow = (): string => JSON.stringify(viewNow());
  const hasMore = (): boolean =>
    entries.length > 0 || notes.length > 0 || changes.length > 0 || isBehind;
  /** Whether PostgreSQL has the view as it is now, every timeline entry and all evidence. */
  const stands = (): boolean => !hasMore() && !isWriting && standing.json === jsonNow();
  /** Whether anything has changed since the last write was handed out. */
  const isNew = (): boolean => hasMore() || claimed !== jsonNow();

  const claim = (): ViewWrite => {
    writes += 1;
    const view = viewNow();
    claimed = JSON.stringify(view);
    const taken = { entries, notes, changes };
    entries = [];
    notes = [];
    changes = [];
    isBehind = false;
    const state = stateNow();
    // The writer adds its own writes to the facts applied so far, so that a later one is newer.
    return { revision: state.revision + writes, view, ...taken, head, state };
  };

  const confirm = ({ view, revision }: ViewWrite, seen: EvidenceHead | null): void => {
    if (revision > standing.revision) standing = { json: JSON.stringify(view), revision };
    if (seen !== null && seen.seq > (head?.seq ?? 0)) head = seen;
  };

  const lose = (lost: ViewWrite): void => {
    entries = [...lost.entries, ...entries];
    notes = [...lost.notes, ...notes];
    changes = [...(lost.changes ?? []), ...changes];
    claimed = '';
  };

  const write = async (written: ViewWrite): Promise<void> => {
    isWriting = true;
    try {
      const at = new Date(Date.now()).toISOString();
      confirm(written, await writeView({ orderId, at, view: written }));
    } catch {
      // PostgreSQL is away. After a pause the next view takes the place of this one.
      lose(written);
      await sleep('5 seconds');
    }
    isWriting = false;
    wake();
  };

  return {
    note: (entry: TimelineEntry): void => {
      entries.push(entry);
    },
    record: (evidence: readonly EvidenceNote[]): void => {
      notes.push(...evidence);
    },
    /** What others are to be told of goes with the view that shows it. */
    tell: (told: readonly Change[]): void => {
      changes.push(...told);
    },
    /** The chain has grown without this run: the next write tells how far. */
    fallBehind: (): void => {
      isBehind = true;
    },
    head: (): EvidenceHead | null => head,
    stands,
    isNew,
    claim,
    confirm,
    lose,
    /** Writes so far. The run that continues this one has to begin at a higher revision. */
    writes: (): number => writes,
    /** At replay two local activities may end in another order, so one waits for the other. */
    show: ({ isAwaited }: { isAwaited: boolean }): void => {
      if (isWriting) return;
      if (isAwaited ? !stands() : isNew()) void write(claim());
    },
  };
};
