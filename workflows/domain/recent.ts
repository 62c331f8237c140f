/**
 * How many ids of past requests a state remembers. Temporal and the ledger know them all. Fewer
 * than this can be on their way at once.
 */
const remembered = 50;

/** The list with `one` added, and without the oldest entries beyond the limit. */
export const remember = <T>(known: readonly T[], one: T): T[] => [...known, one].slice(-remembered);

/** Whether the list may have forgotten older entries. */
export const isFull = (known: readonly unknown[]): boolean => known.length >= remembered;
