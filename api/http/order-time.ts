import type { BackorderRow } from '../../db/backorder/read.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import { addMs } from '../../workflows/domain/time.ts';

/** A caller's instant in the order's own time; what would lie ahead of its now is its now. */
export const toOrderTime = ({ skippedMs }: BackorderRow, at?: Instant): Instant => {
  const now = new Date().toISOString();
  return addMs(at !== undefined && at < now ? at : now, skippedMs);
};
