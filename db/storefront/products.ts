import type { Db } from '../client.ts';
import type { products } from '../schema/storefront/products.ts';

/** What mails and pages say of an SKU. */
export type Product = Omit<typeof products.$inferSelect, 'bodyHash' | 'updatedAt'>;

/** Replaces what is known of the SKU. Returns whether it said just that before. */
export const putProduct = async (
  { sql }: Db,
  { product, bodyHash }: { product: Product; bodyHash: string },
): Promise<{ unchanged: boolean }> => {
  const written = await sql`
    insert into products as old (
      sku, title, url, image_url, highlights, related, backorder_limit, handling_days, body_hash
    ) values (
      ${product.sku}, ${product.title}, ${product.url}, ${product.imageUrl},
      ${JSON.stringify(product.highlights)}::jsonb, ${JSON.stringify(product.related)}::jsonb,
      ${product.backorderLimit}, ${product.handlingDays}, ${bodyHash}
    )
    on conflict (sku) do update set
      title = excluded.title, url = excluded.url, image_url = excluded.image_url,
      highlights = excluded.highlights, related = excluded.related,
      backorder_limit = excluded.backorder_limit, handling_days = excluded.handling_days,
      body_hash = excluded.body_hash, updated_at = now()
    where old.body_hash <> excluded.body_hash`;
  return { unchanged: written.count === 0 };
};

/** The products of those SKUs that are known, in no order. */
export const listProducts = async ({ sql }: Db, skus: readonly string[]): Promise<Product[]> =>
  sql<Product[]>`
    select sku, title, url, image_url, highlights, related, backorder_limit, handling_days
    from products where sku = any(${[...skus]}::text[])`;
