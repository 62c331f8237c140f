import { and, eq, ne, sql as raw } from 'drizzle-orm';
import { builder } from '../builder.ts';
import type { Sql } from '../client.ts';
import { products } from '../schema/storefront/products.ts';

/** What mails and pages say of an SKU. */
export type Product = Omit<typeof products.$inferSelect, 'bodyHash' | 'updatedAt'>;

/** `bodyHash` names the version: it is another one after each change. */
export type StoredProduct = Product & { bodyHash: string };

type Wanted = {
  product: Product;
  bodyHash: string;
  /** The version that alone may be replaced; null: only where there is none. Else any. */
  ifVersion?: string | null;
};

/**
 * Replaces what is known of the SKU. `unchanged`: it said just that before, whatever version was
 * named, so that a repeated request is answered as the first. `changed`: another version is stored,
 * and stays.
 */
export const putProduct = async (
  sql: Sql,
  wanted: Wanted,
): Promise<{ unchanged: boolean; changed?: true }> => {
  if (wanted.ifVersion === undefined) return { unchanged: (await replaceAny(sql, wanted)) === 0 };
  const { product, bodyHash, ifVersion } = wanted;
  const written =
    ifVersion === null
      ? await addNew(sql, wanted)
      : await replaceVersion(sql, { ...wanted, ifVersion });
  if (written > 0) return { unchanged: ifVersion === bodyHash };
  const stored = await findProduct(sql, product.sku);
  return stored?.bodyHash === bodyHash ? { unchanged: true } : { unchanged: false, changed: true };
};

export const findProduct = async (sql: Sql, sku: string): Promise<StoredProduct | undefined> => {
  const [found] = await builder(sql).select().from(products).where(eq(products.sku, sku));
  if (!found) return undefined;
  const { updatedAt: _, ...product } = found;
  return product;
};

const replaceAny = async (sql: Sql, { product, bodyHash }: Wanted): Promise<number> => {
  const written = await builder(sql)
    .insert(products)
    .values({ ...product, bodyHash })
    .onConflictDoUpdate({
      target: products.sku,
      set: { ...product, bodyHash, updatedAt: raw`now()` },
      setWhere: ne(products.bodyHash, bodyHash),
    });
  return written.count;
};

const addNew = async (sql: Sql, { product, bodyHash }: Wanted): Promise<number> => {
  const written = await builder(sql)
    .insert(products)
    .values({ ...product, bodyHash })
    .onConflictDoNothing();
  return written.count;
};

const replaceVersion = async (
  sql: Sql,
  { product, bodyHash, ifVersion }: Wanted & { ifVersion: string },
): Promise<number> => {
  const written = await builder(sql)
    .update(products)
    .set({ ...product, bodyHash, updatedAt: raw`now()` })
    .where(and(eq(products.sku, product.sku), eq(products.bodyHash, ifVersion)));
  return written.count;
};
