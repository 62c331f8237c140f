import { mailKeyLifeMs } from '../payment/attempt.ts';
import { addMs, type Instant } from '../time.ts';

/** Wall time. `restoredFrom`: when the copy was taken from which the database was restored. */
type Circumstances = {
  dueAt: Instant;
  restoredFrom: Instant | null;
  revivedAt: Instant | null;
  now: Instant;
  /** For how long the provider knows the mail again by its key. */
  keyLifeMs?: number;
};

/**
 * Whether a mail that nobody here has sent may have gone out all the same, so long ago that sending
 * it could send it twice: the database was restored from a copy, and between that and the revival
 * the mail was due. While its key lives at the provider, sending it again is safe.
 */
export const isPerhapsSent = ({
  dueAt,
  restoredFrom,
  revivedAt,
  now,
  keyLifeMs = mailKeyLifeMs,
}: Circumstances): boolean => {
  if (restoredFrom === null || revivedAt === null || dueAt > revivedAt) return false;
  const earliest = dueAt > restoredFrom ? dueAt : restoredFrom;
  return addMs(earliest, keyLifeMs) <= now;
};
