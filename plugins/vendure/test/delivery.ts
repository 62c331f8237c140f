import { Webhook } from 'standardwebhooks';

export type Deliveries = ReturnType<typeof createDeliveries>;

/** Posts to the plugin's webhook what Meanwhile would, or what only looks like it. */
export const createDeliveries = ({ origin, secret }: { origin: string; secret: string }) => {
  const post = async (headers: Record<string, string>, body: string): Promise<number> => {
    const response = await fetch(`${origin}/meanwhile/webhooks`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
    });
    return response.status;
  };
  const bodyOf = (orderId: string) =>
    JSON.stringify({ type: 'backorder.shipped', data: { orderId } });
  const sign = (key: string, at: Date, body: string) => ({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(key).sign('msg_1', at, body),
  });
  return {
    deliver: (orderId: string) => {
      const body = bodyOf(orderId);
      return post(sign(secret, new Date(), body), body);
    },
    /** Signed by another, changed, old, and not signed. */
    forge: async (orderId: string): Promise<number[]> => {
      const body = bodyOf(orderId);
      const forged = 'whsec_Zm9yZ2VkZm9yZ2VkZm9yZ2Vk';
      const old = new Date(Date.now() - 3_600_000);
      return [
        await post(sign(forged, new Date(), body), body),
        await post(sign(secret, new Date(), body), `${body} `),
        await post(sign(secret, old, body), body),
        await post({}, body),
      ];
    },
  };
};
