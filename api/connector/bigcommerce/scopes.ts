import { z } from 'zod';
import type { ShopAnswer } from '../port.ts';
import type { Client } from './client.ts';

/**
 * One harmless read for each OAuth scope. Whether a scope may also change things cannot be seen
 * without changing something. https://developer.bigcommerce.com/docs/start/authentication/api-accounts
 */
const reads = [
  { scope: 'store_v2_orders', path: '/v2/orders' },
  { scope: 'store_v2_transactions', path: '/v3/orders/payment_actions/refunds' },
  { scope: 'store_v2_products', path: '/v3/catalog/products' },
  { scope: 'store_inventory_read_only', path: '/v3/inventory/items' },
  { scope: 'store_v2_content', path: '/v3/content/scripts' },
  { scope: 'store_v2_information_read_only', path: '/v3/hooks' },
] as const;

type Tested = { scope: string; works: boolean; detail: string | null };

/** Asks once a scope, one after the other. Fails as a whole only when the store does not answer. */
export const testScopes = async (client: Client): Promise<ShopAnswer<Tested[]>> => {
  const tested: Tested[] = [];
  for (const { scope, path } of reads) {
    const query = path.endsWith('/refunds') ? {} : { limit: 1 };
    const answer = await client.call({ method: 'GET', path, query, schema: z.unknown() });
    if (answer.outcome === 'later' || answer.outcome === 'unknown') return answer;
    const works = answer.outcome === 'ok';
    tested.push({ scope, works, detail: works ? null : answer.detail });
  }
  return { outcome: 'ok', value: tested };
};
