import { ne, sql as raw } from 'drizzle-orm';
import { builder } from '../builder.ts';
import type { Sql } from '../client.ts';
import { products } from '../schema/storefront/products.ts';

/** What mails and pages say of an SKU. */
export type Product = Omit<typeof products.$inferSelect, 'bodyHash' | 'updatedAt'>;

/** Replaces what is known of the SKU. Returns whether it said just that before. */
export const putProduct = async (
  sql: Sql,
  { product, bodyHash }: { product: Product; bodyHash: string },
): Promise<{ unchanged: boolean }> => {
  const written = await builder(sql)
    .insert(products)
    .values({ ...product, bodyHash })
    .onConflictDoUpdate({
      target: products.sku,
      set: { ...product, bodyHash, updatedAt: raw`now()` },
      setWhere: ne(products.bodyHash, bodyHash),
    });
  return { unchanged: written.count === 0 };
};
