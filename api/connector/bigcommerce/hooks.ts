import { z } from 'zod';
import type { Hook, ShopAnswer } from '../port.ts';
import type { Client } from './client.ts';
import { listV3 } from './pages.ts';

/** What we want to be told of. https://developer.bigcommerce.com/docs/integrations/webhooks/events */
const scopes = [
  'store/order/created',
  'store/order/updated',
  'store/order/statusUpdated',
  'store/order/archived',
  'store/order/refund/created',
  'store/order/transaction/created',
  'store/order/transaction/updated',
  'store/shipment/created',
  'store/shipment/updated',
  'store/shipment/deleted',
  'store/product/inventory/updated',
  'store/product/inventory/order/updated',
  'store/sku/inventory/updated',
  'store/sku/inventory/order/updated',
  'store/app/uninstalled',
];

const hookBody = z.object({
  id: z.int(),
  scope: z.string(),
  destination: z.string(),
  is_active: z.boolean(),
});
type HookBody = z.infer<typeof hookBody>;

/** One hook a scope: what is missing is made, what was switched off is revived. */
export const subscribe = async (
  client: Client,
  callback: URL,
): Promise<ShopAnswer<{ hooks: Hook[]; revived: string[] }>> => {
  const listed = await listOurs(client, callback);
  if (listed.outcome !== 'ok') return listed;
  const revived: string[] = [];
  for (const scope of scopes) {
    const found = listed.value.filter((hook) => hook.scope === scope);
    if (found.some(({ is_active }) => is_active)) continue;
    const answer = await activate(client, { scope, callback, found: found[0] });
    if (answer.outcome !== 'ok') return answer;
    if (found.length > 0) revived.push(scope);
  }
  const hooks = scopes.map((scope) => ({ scope, active: true }));
  return { outcome: 'ok', value: { hooks, revived } };
};

/** Takes them away, also those that another made at the same time. */
export const unsubscribe = async (
  client: Client,
  callback: URL,
): Promise<ShopAnswer<{ removed: number }>> => {
  const listed = await listOurs(client, callback);
  if (listed.outcome !== 'ok') return listed;
  for (const { id } of listed.value) {
    const path = `/v3/hooks/${id}`;
    const answer = await client.call({ method: 'DELETE', path, schema: z.unknown() });
    const isGone = answer.outcome === 'refused' && answer.code === 'not_found';
    if (answer.outcome !== 'ok' && !isGone) return answer;
  }
  return { outcome: 'ok', value: { removed: listed.value.length } };
};

const listOurs = async (client: Client, callback: URL): Promise<ShopAnswer<HookBody[]>> => {
  const listed = await listV3(client, { path: '/v3/hooks', item: hookBody });
  if (listed.outcome !== 'ok') return listed;
  const value = listed.value.filter(({ destination }) => destination === callback.href);
  return { outcome: 'ok', value };
};

type Wanted = { scope: string; callback: URL; found: HookBody | undefined };

const activate = (client: Client, { scope, callback, found }: Wanted) =>
  client.call({
    ...(found
      ? { method: 'PUT', path: `/v3/hooks/${found.id}` }
      : { method: 'POST', path: '/v3/hooks' }),
    schema: z.object({ data: hookBody }),
    body: { scope, destination: callback.href, is_active: true },
  });
