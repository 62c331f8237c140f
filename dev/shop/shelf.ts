import { toScriptJson } from '../../api/storefront/structured-data.ts';
import { answerOf, type Meanwhile } from '../../plugins/client/client.ts';
import { currency, type Product } from './catalog.ts';

/**
 * What a page says of a product besides its own words. `structuredData`: for search engines, in the
 * server's HTML; `waiting`: units that wait for it. Null where the API is away, and the page goes
 * without.
 */
export type Shelf = { product: Product; structuredData: string | null; waiting: number | null };

/** A page waits no longer for what it can do without. */
const timeoutMs = 800;

export const findShelf = async (
  { api, apiUrl }: { api: Meanwhile; apiUrl: string },
  product: Product,
): Promise<Shelf> => {
  const path = { sku: product.sku };
  const [structuredData, waiting] = await Promise.all([
    fetchStructuredData(
      `${apiUrl}/v1/structured-data/${encodeURIComponent(product.sku)}`,
      product,
    ).catch(() => null),
    answerOf(api.GET('/v1/skus/{sku}', { params: { path } })).then(
      (answer) => answer.waiting,
      () => null,
    ),
  ]);
  return { product, structuredData, waiting };
};

/** What the API knows of the offer, with the price that only the shop knows. */
const fetchStructuredData = async (url: string, { price }: Product): Promise<string> => {
  const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const { offers, ...product } = (await answer.json()) as { offers: object };
  const priced = { ...offers, price: (price / 100).toFixed(2), priceCurrency: currency };
  return toScriptJson({ ...product, offers: priced });
};
