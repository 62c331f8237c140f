import { proxyLocalActivities, sleep } from '@temporalio/workflow';
import type { LocalActivities, ViewWrite } from '../activities/call.ts';
import type { TimelineEntry } from './domain/story.ts';
import type { View } from './domain/view.ts';

const { writeView } = proxyLocalActivities<LocalActivities>({
  startToCloseTimeout: '5 seconds',
  retry: { maximumAttempts: 1 },
});

/**
 * Keeps PostgreSQL's picture of a backorder: writes a view when it differs from the last one.
 * An effect that starts anyway carries the write along, because each write of its own costs.
 */
export const createViewWriter = (orderId: string, wake: () => void) => {
  let entries: TimelineEntry[] = [];
  /** The view last handed to a writer, and the one known to stand. */
  let claimed = '';
  let isWriting = false;
  let standing = { json: '', revision: 0 };

  const claim = (view: View, revision: number): ViewWrite => {
    claimed = JSON.stringify(view);
    const taken = entries;
    entries = [];
    return { revision, view, entries: taken };
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
    /** Whether others see exactly this view, and every entry of the timeline. */
    stands: (view: View): boolean => entries.length === 0 && standing.json === JSON.stringify(view),
    /** Whether nobody is writing this view yet. */
    isNew: (view: View): boolean => entries.length > 0 || claimed !== JSON.stringify(view),
    /** Two local activities at once may end in another order at replay, so one waits for the other. */
    isWriting: (): boolean => isWriting,
    claim,
    confirm,
    lose,
    write,
  };
};
