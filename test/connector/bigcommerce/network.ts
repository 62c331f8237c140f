import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Send, ShopDriver } from '../../support/connector/driver.ts';

type How = Parameters<ShopDriver['deliver']>[0];
type Sent = { path: string; request: RequestInit };

/** What lies between the store and us: it repeats, loses and turns round what is sent. */
export const createNetwork = () => {
  let send: Send | undefined;
  let how: How = 'at once';
  let held: Sent[] = [];
  let callback = '';

  const post = async ({ path, request }: Sent): Promise<Response> => {
    if (!send) throw new Error('nobody is connected');
    const { signal: _, ...init } = request;
    return send(path, init);
  };

  return {
    connect: (to: Send): void => {
      send = to;
    },
    carry: async (url: string, request: RequestInit): Promise<Response> => {
      const path = new URL(url).pathname;
      callback = path;
      if (how === 'never') return new Response(null, { status: 200 });
      if (how === 'backwards') {
        held.unshift({ path, request });
        return new Response(null, { status: 200 });
      }
      if (how === 'twice') await post({ path, request });
      return post({ path, request });
    },
    deliver: async (next: How): Promise<void> => {
      how = next;
      const late = held;
      held = [];
      for (const sent of late) await post(sent);
    },
    /** With another secret, an hour old, and with no signature at all. */
    forge: async (shop: { clientSecret: string; storeHash: string; orderId: string }) => {
      const body = JSON.stringify({
        ...{ scope: 'store/order/created', producer: `stores/${shop.storeHash}` },
        ...{ data: { type: 'order', id: Number(shop.orderId) }, hash: randomUUID() },
      });
      const old = new Date(Date.now() - 3_600_000);
      const tries: RequestInit[] = [
        { body, headers: sign(body, { secret: 'another secret', at: new Date() }) },
        { body, headers: sign(body, { secret: shop.clientSecret, at: old }) },
        { body: '{' },
      ];
      const statuses: number[] = [];
      for (const request of tries)
        statuses.push(
          (await post({ path: callback, request: { ...request, method: 'POST' } })).status,
        );
      return statuses;
    },
  };
};

const sign = (body: string, { secret, at }: { secret: string; at: Date }) => {
  const webhook = new Webhook(new TextEncoder().encode(secret), { format: 'raw' });
  return {
    ...{ 'webhook-id': 'msg_1', 'webhook-timestamp': String(Math.floor(at.getTime() / 1000)) },
    'webhook-signature': webhook.sign('msg_1', at, body),
  };
};
