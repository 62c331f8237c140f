import { type RefusalCode, refusalWords } from '../backorder/request.ts';

/** Why a promise was withdrawn before its backorder stood by it. */
export type WithdrawnBecause = RefusalCode | 'nothing_waits';

/** The same as people read it; a sentence without its dot. */
export const withdrawnWords: Record<WithdrawnBecause, string> = {
  ...refusalWords,
  nothing_waits: 'nothing waits for it any more',
};
