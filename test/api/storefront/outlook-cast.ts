import type { Described, SkuOutlook } from '../../../db/stock/skus.ts';

/** A day of the shop, which is in New York. */
export const at = { today: '2026-11-23', timeZone: 'America/New_York' };

/** What is known of an SKU with one shelf, for which five units may be announced. */
export const outlookOf = ({
  free = 0,
  expectedOn,
  limitLeft = null,
  product = null,
}: {
  free?: number;
  expectedOn?: string;
  limitLeft?: number | null;
  product?: Described | null;
}): SkuOutlook => ({
  shelves: [
    {
      ...{ sku: 'LAMP', location: 'main', free, handlingDays: 0, ahead: 0, isFilling: false },
      isGivenUp: false,
      supplies:
        expectedOn === undefined
          ? []
          : [{ supplyId: 'PO-1', quantity: 5, expectedOn, basis: 'the factory' }],
    },
  ],
  limitLeft,
  product,
});
