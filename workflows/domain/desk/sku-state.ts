/** How an SKU is sold at this moment, as its product page has it. */
export type SkuState = 'in_stock' | 'backorder' | 'full' | 'off';

type Known = { onHand: number; allocated: number; waiting: number; limit: number | null };

/**
 * Free units are sold first. Without any, one more may wait as long as the limit has room: `off`
 * where nobody may ever wait, `full` where too many do already.
 */
export const skuStateOf = ({ onHand, allocated, waiting, limit }: Known): SkuState => {
  if (onHand > allocated) return 'in_stock';
  if (limit === 0) return 'off';
  return limit !== null && waiting >= limit ? 'full' : 'backorder';
};

/** How many more units may wait; null: any number. Never less than none. */
export const limitLeftOf = ({ waiting, limit }: Pick<Known, 'waiting' | 'limit'>): number | null =>
  limit === null ? null : Math.max(0, limit - waiting);
