/**
 * Marks that embed, override or isolate the direction of what follows. One that nobody closes, or
 * that closes what others opened, would reorder the words around it.
 */
const controls = /[\u202a-\u202e\u2066-\u2069]/g;

/** Letters that run from right to left, and marks without a width that count as letters. */
const hasDirection =
  /[\u0590-\u08ff\u200e\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const firstStrong = '\u2068';
const pop = '\u2069';

export const withoutControls = (text: string): string => text.replace(controls, '');

/**
 * What somebody has written freely (a name, a title, a reason), to be put amid words of ours: read
 * in its own direction, and without a say in theirs (unicode.org/reports/tr9). Text that runs from
 * left to right stays as it is.
 */
export const isolated = (text: string): string => {
  const own = withoutControls(text);
  return hasDirection.test(own) ? `${firstStrong}${own}${pop}` : own;
};
