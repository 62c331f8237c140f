import type { AheadKind } from '../../../workflows/domain/law/ahead.ts';

/** What happens by itself as a day of the law comes. */
export const aheadWords: Record<AheadKind, string> = {
  notice: 'A notice goes out',
  cancelled_by_silence: 'Cancelled, because the customer did not answer',
  cancelled_by_law: 'Cancelled by law, because nobody was told in time',
  attention: 'A person is asked',
};
