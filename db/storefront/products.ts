import { getTableColumns, inArray, ne, sql as raw } from 'drizzle-orm';
import { builder } from '../builder.ts';
import type { Sql } from '../client.ts';
import { products } from '../schema/storefront/products.ts';

const { bodyHash: _, updatedAt: __, ...said } = getTableColumns(products);

/** What mails and pages say of an SKU. */
export type Product = Pick<typeof products.$inferSelect, keyof typeof said>;

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

/** The products of those SKUs that are known, in no order. */
export const listProducts = async (sql: Sql, skus: readonly string[]): Promise<Product[]> =>
  builder(sql)
    .select(said)
    .from(products)
    .where(inArray(products.sku, [...skus]));
