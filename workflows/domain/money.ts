/** An amount in minor units (cents, yen) of one ISO 4217 currency. Never a float. */
export type Money = { readonly amount: number; readonly currency: string };

/**
 * Splits a total of minor units by weight, by largest remainder; ties go to the earlier share. The
 * parts add up to the total exactly. Weights that are all zero share equally. Each part is a
 * multiple of `step` if the total is.
 */
export const splitByWeight = (total: number, weights: readonly number[], step = 1): number[] => {
  if (step > 1 && total % step === 0) {
    return splitByWeight(total / step, weights).map((part) => part * step);
  }
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0)
    return weights.length === 0
      ? []
      : splitByWeight(
          total,
          weights.map(() => 1),
        );
  const wide = weights.map((weight) => BigInt(total) * BigInt(weight));
  const shares = wide.map((product) => Number(product / BigInt(sum)));
  const remainders = wide.map((product, index) => ({ index, left: product % BigInt(sum) }));
  remainders.sort((a, b) => (a.left === b.left ? a.index - b.index : a.left > b.left ? -1 : 1));
  const missing = total - shares.reduce((a, b) => a + b, 0);
  for (const { index } of remainders.slice(0, missing)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
};

/**
 * Minor units owed for the first `count` of `units` equal units that share `total`. Any series of
 * parts adds up to the total exactly. The last units cost the odd minor units, so that a part never
 * costs more when an earlier one goes. A multiple of `step` if the total is.
 */
export const valueOfFirst = (
  total: number,
  { units, count, step = 1 }: { units: number; count: number; step?: number },
): number => {
  if (step > 1 && total % step === 0) return valueOfFirst(total / step, { units, count }) * step;
  return Math.floor(total / units) * count + Math.max(0, count - units + (total % units));
};
