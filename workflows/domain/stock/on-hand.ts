/**
 * What lies on the shelf by what a shop says is available. It has taken off every unit that it sold,
 * and those that it sold for us, `open`, still lie there. Below nothing means that it sold units that
 * are neither ours nor there.
 */
export const onHandOf = ({ available, open }: { available: number; open: number }): number =>
  Math.max(0, available + open);
