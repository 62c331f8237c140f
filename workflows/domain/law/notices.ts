import type { Notice } from '../backorder/law.ts';
import type { LawFacts } from './policy.ts';

/** Those that offered a choice; what only informs is no option notice. */
export const optionNotices = ({ notices }: LawFacts): Notice[] =>
  notices.filter(({ kind }) => kind !== 'informs');

/** The newest that still counts. */
export const newest = (notices: readonly Notice[]): Notice | undefined => {
  const last = notices.at(-1);
  return last?.isPast ? undefined : last;
};
