import { proxyLocalActivities, sleep } from '@temporalio/workflow';
import type { LocalActivities, ViewWrite } from '../activities/call.ts';
import type { Backorder } from './domain/backorder/backorder.ts';
import type { TimelineEntry } from './domain/story.ts';
import type { View } from './domain/view.ts';

const { writeView } = proxyLocalActivities<LocalActivities>({
  startToCloseTimeout: '5 seconds',
  retry: { maximumAttempts: 1 },
});

type Shown = {
  orderId: string;
  viewNow: () => View;
  stateNow: () => Backorder;
  wake: () => void;
};

/**
 * Keeps the backorder's view in PostgreSQL: writes it whenever it differs from the last one. An
 * effect that starts anyway carries the write along, because a write of its own costs more.
 */
export const createViewWriter = ({ orderId, viewNow, stateNow, wake }: Shown) => {
  let entries: TimelineEntry[] = [];
  /** The view last handed to a writer, and the one that we know PostgreSQL has. */
  let claimed = '';
  let standing = { json: '', revision: 0 };
  let isWriting = false;
  let writes = 0;

  const jsonNow = (): string => JSON.stringify(viewNow());
  /** Whether PostgreSQL has the view as it is now, and every timeline entry. */
  const stands = (): boolean => entries.length === 0 && standing.json === jsonNow();
  /** Whether the view or the timeline has changed since the last write was handed out. */
  const isNew = (): boolean => entries.length > 0 || claimed !== jsonNow();

  const claim = (): ViewWrite => {
    writes += 1;
    const view = viewNow();
    claimed = JSON.stringify(view);
    const taken = entries;
    entries = [];
    const state = stateNow();
    // The writer adds its own writes to the facts applied so far, so that a later one is newer.
    return { revision: state.revision + writes, view, entries: taken, state };
  };

  const confirm = ({ view, revision }: ViewWrite): void => {
    if (revision > standing.revision) standing = { json: JSON.stringify(view), revision };
  };

  const lose = (lost: ViewWrite): void => {
    entries = [...lost.entries, ...entries];
    claimed = '';
  };

  const write = async (written: ViewWrite): Promise<void> => {
    isWriting = true;
    try {
      await writeView({ orderId, at: new Date(Date.now()).toISOString(), view: written });
      confirm(written);
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
