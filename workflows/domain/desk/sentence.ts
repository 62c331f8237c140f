/** Words that stand within a sentence, as one of their own. */
export const sentenceOf = (words: string): string => `${atStart(words)}.`;

/** The same at the start of a line. */
export const atStart = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
