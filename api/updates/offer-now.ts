import type { Sql } from '../../db/client.ts';
import { listSkuOutlooks } from '../../db/stock/skus.ts';
import type { CivilDate } from '../../workflows/domain/time.ts';
import type { PageOffer } from '../../workflows/domain/updates/update.ts';
import { standingOf } from '../storefront/offer.ts';

/** What the product page says of one more unit. */
export const offerNow = async (sql: Sql, sku: string, today: CivilDate): Promise<PageOffer> => {
  const outlook = (await listSkuOutlooks(sql, [sku])).get(sku);
  return standingOf(outlook ?? nothing, { sku, location: null, quantity: 1 }, today);
};

const nothing = { shelves: [], limitLeft: null, product: null };
