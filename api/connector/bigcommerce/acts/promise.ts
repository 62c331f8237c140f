import { z } from 'zod';
import type { ShopAct, ShopAnswer } from '../../port.ts';
import type { Client } from '../client.ts';
import { listUnpaged } from '../pages.ts';
import { done } from './answers.ts';

type Promised = Extract<ShopAct, { kind: 'promised' }>;

const metafieldBody = z.object({
  id: z.int(),
  namespace: z.string(),
  key: z.string(),
  value: z.string(),
});
type Metafield = z.infer<typeof metafieldBody>;

/** Staff and other apps may read it; shoppers are told by Meanwhile. */
const field = { permission_set: 'read', namespace: 'meanwhile', key: 'promised_on' } as const;

/** Writes the date as a metafield of the order, `YYYY-MM-DD`, and removes it when there is none. */
export const tellPromise = async (
  client: Client,
  { orderId, on }: Promised,
): Promise<ShopAnswer<{ reference: string }>> => {
  const path = `/v3/orders/${orderId}/metafields`;
  const { namespace, key } = field;
  const listed = await listUnpaged(client, {
    path,
    query: { namespace, key },
    item: metafieldBody,
  });
  if (listed.outcome !== 'ok') return listed;
  const found = listed.value.find((one) => one.namespace === namespace && one.key === key);
  if (found?.value === on || (!found && on === null)) return done(found?.id ?? 'none');
  const answer = await write(client, { path, found, on });
  // Another has made it since it was read: the next try finds it.
  const isTaken = answer.outcome === 'refused' && answer.detail.includes(': 409');
  return isTaken ? { outcome: 'later', retryAfterMs: 1_000, detail: answer.detail } : answer;
};

const write = async (
  client: Client,
  { path, found, on }: { path: string; found: Metafield | undefined; on: string | null },
): Promise<ShopAnswer<{ reference: string }>> => {
  const one = `${path}/${found?.id}`;
  if (on === null) {
    const answer = await client.call({ method: 'DELETE', path: one, schema: z.unknown() });
    return answer.outcome === 'ok' ? done('none') : answer;
  }
  const answer = await client.call({
    ...(found ? { method: 'PUT', path: one } : { method: 'POST', path }),
    schema: z.object({ data: z.object({ id: z.int() }) }),
    // A change wants all four, too.
    body: { ...field, value: on },
  });
  return answer.outcome === 'ok' ? done(answer.value?.data.id ?? 'unknown') : answer;
};
