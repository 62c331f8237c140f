/** A share with one decimal. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

export const number = (value: number): string => numbers.format(value);

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** `1 order`, `2 orders`. */
export const counted = (count: number, noun: string): string =>
  `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
