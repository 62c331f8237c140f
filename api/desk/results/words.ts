/** A share with one decimal. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

export const number = (value: number): string => numbers.format(value);

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
