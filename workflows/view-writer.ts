import { proxyLocalActivities, sleep } from '@temporalio/workflow';
import type { LocalActivities, ViewWrite } from '../activities/call.ts';
import type { TimelineEntry } from './domain/story.ts';
import type { View } from './domain/view.ts';

const { writeView } = proxyLocalActivities<LocalActivities>({
  startToCloseTimeout: '5 seconds',
  retry: { maximumAttempts: 1 },
});

type Shown = {
  orderId: string;
  viewNow: () => View;
  /** Facts applied so far. Each write counts besides, so that a later one is newer. */
  revisionNow: () => number;
  wake: () => void;
};

/**
 * Keeps PostgreSQL's picture of a backorder: writes a view when it differs from the last one.
 * An effect that starts anyway carries the write along, because each write of its own costs.
 */
export const createViewWriter = ({ orderId, viewNow, revisionNow, wake }: Shown) => {
  let entries: TimelineEntry[] = [];
  /** The view last handed to a writer, and the one known to stand. */
  let claimed = '';
  let standing = { json: '', revision: 0 };
  let isWriting = false;
  let writes = 0;

  const jsonNow = (): string => JSON.stringify(viewNow());
  /** Whether others see exactly what is so now, and every entry of the timeline. */
  const stands = (): boolean => entries.length === 0 && standing.json === jsonNow();
  /** Whether nobody is writing what is so now. */
  const isNew = (): boolean => entries.length > 0 || claimed !== jsonNow();

  const claim = (): ViewWrite => {
    writes += 1;
    const view = viewNow();
    claimed = JSON.stringify(view);
    const taken = entries;
    entries = [];
    return { revision: revisionNow() + writes, view, entries: taken };
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
      // PostgreSQL is away: the next view supersedes this one, after a pause.
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
    /** Views and writes so far: what continues the run begins above them. */
    writes: (): number => writes,
    /** Two local activities at once may end in another order at replay, so one waits for the other. */
    show: ({ isAwaited }: { isAwaited: boolean }): void => {
      if (isWriting) return;
      if (isAwaited ? !stands() : isNew()) void write(claim());
    },
  };
};
