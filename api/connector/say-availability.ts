import { createHash } from 'node:crypto';
import type { Db } from '../../db/client.ts';
import { oweActs } from '../../db/connector/acts.ts';
import { listTold, saveTold } from '../../db/connector/levels.ts';
import type { ShopRow } from '../../db/connector/shops.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../workflows/domain/time.ts';

/** What a product page says of one unit at a location, as our own availability has it. */
export type Say = (item: {
  sku: string;
  location: string;
}) => Promise<{ text: string; shipsOn: CivilDate | null }>;

/** Owes the shop's pages the words about its products that have changed, as days pass too. */
export const oweAvailability = async (
  { db, say }: { db: Db; say: Say },
  shop: Pick<ShopRow, 'id'>,
): Promise<void> => {
  for (const { sku, location, told } of await listTold(db.sql, shop.id)) {
    const { text, shipsOn } = await say({ sku, location });
    if (told !== null && told.text === text && told.shipsOn === shipsOn) continue;
    const count = (told?.count ?? 0) + 1;
    await inTransaction(db, async (sql) => {
      // By its moment, because the count begins anew when the shop is left and put again.
      const at = new Date().toISOString();
      const key = `${shop.id}/availability/${location}/${sku}/${at}`;
      const act = { kind: 'availability' as const, key, sku, text, shipsOn };
      await oweActs(sql, { shop: shop.id, orderId: null, acts: [act] });
      await saveTold(sql, { shop: shop.id, sku, location }, { text, shipsOn, count });
    });
  }
};

/** Owes the shop's pages our widget, once for each address of it, and anew where it was left. */
export const oweWidget = async (
  { db, publicUrl }: { db: Db; publicUrl: string },
  shop: Pick<ShopRow, 'id' | 'putAt'>,
): Promise<void> => {
  const src = `${publicUrl}/widget.js`;
  const name = createHash('sha256').update(src).digest('base64url').slice(0, 16);
  const act = { kind: 'widget' as const, key: `${shop.id}/widget/${name}/${shop.putAt}`, src };
  await oweActs(db.sql, { shop: shop.id, orderId: null, acts: [act] });
};
