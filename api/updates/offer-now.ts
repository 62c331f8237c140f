import type { Sql } from '../../db/client.ts';
import { getSkuOutlook } from '../../db/stock/skus.ts';
import type { CivilDate } from '../../workflows/domain/time.ts';
import type { PageOffer } from '../../workflows/domain/updates/update.ts';
import { offerOf } from '../storefront/offer.ts';

/** What the product page says of one more unit. */
export const offerNow = async (sql: Sql, sku: string, today: CivilDate): Promise<PageOffer> =>
  offerOf(await getSkuOutlook(sql, sku), { sku, location: null, quantity: 1 }, today);
