import type { Sql } from '../../db/client.ts';
import {
  getSkuOutlook,
  listSkuOutlooks,
  nothingKnown,
  type SkuOutlook,
} from '../../db/stock/skus.ts';
import type { CivilDate } from '../../workflows/domain/time.ts';
import type { PageOffer } from '../../workflows/domain/updates/update.ts';
import { standingOf } from '../storefront/offer.ts';

/** What the product page says of one more unit. */
export const offerNow = async (sql: Sql, sku: string, today: CivilDate): Promise<PageOffer> =>
  offerOf(await getSkuOutlook(sql, sku), sku, today);

/** The same of each of many. */
export const offersNow = async (
  sql: Sql,
  skus: readonly string[],
  today: CivilDate,
): Promise<PageOffer[]> => {
  const outlooks = await listSkuOutlooks(sql, skus);
  return skus.map((sku) => offerOf(outlooks.get(sku) ?? nothingKnown, sku, today));
};

const offerOf = (outlook: SkuOutlook, sku: string, today: CivilDate): PageOffer =>
  standingOf(outlook, { sku, location: null, quantity: 1 }, today);
