/**
 * How many ids a state remembers of what it was asked. Temporal and the ledger know them all; this
 * many are more than can be on their way at once.
 */
const remembered = 50;

/** The list with one more, and without the oldest beyond what is remembered. */
export const remember = <T>(known: readonly T[], one: T): T[] => [...known, one].slice(-remembered);

/** Whether some of the list may have been forgotten. */
export const isFull = (known: readonly unknown[]): boolean => known.length >= remembered;
