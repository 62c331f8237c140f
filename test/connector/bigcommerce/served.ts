import { Hono } from 'hono';
import { onTestFinished } from 'vitest';
import { createBigCommerce } from '../../../api/connector/bigcommerce/platform.ts';
import type { Delivered, Hint } from '../../../api/connector/port.ts';
import { createBigCommerceStandIn, type StandInOptions } from '../../../dev/bigcommerce/app.ts';
import { createFaultPlan } from '../../../dev/faults.ts';
import { serveApp } from '../../dev/resend/served.ts';

/** As fast as a test wants it: a minute of BigCommerce's is 20 ms. */
const speed = 3_000;

/** The stand-in on a loopback port, and our adapter talking to it; `via` puts a proxy between. */
export const startStore = async (
  options: Partial<StandInOptions> = {},
  via: (storeBase: string) => Promise<string> = async (storeBase) => storeBase,
) => {
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  const faults = options.faults ?? createFaultPlan();
  const standIn = createBigCommerceStandIn({ speed, signal: ending.signal, ...options, faults });
  const origin = await serveApp(new Hono().route('/bigcommerce', standIn.app));
  const { access } = standIn;
  const storeBase = `${origin}/bigcommerce/stores/${access.storeHash}`;
  const platform = createBigCommerce({
    ...{ credentials: access, location: 'main', apiBase: await via(storeBase) },
  });
  const post = (path: string, body: unknown) =>
    fetch(`${origin}/bigcommerce${path}`, { method: 'POST', body: JSON.stringify(body) });
  return { ...standIn, faults, origin, storeBase, platform, post };
};

export type Started = Awaited<ReturnType<typeof startStore>>;

/** Takes deliveries as the API does; `read` is what the adapter makes of each. */
export const startReceiver = async ({ platform, access }: Started) => {
  const heard: { read: Hint | 'ping' | 'forged'; scope: string; id: string }[] = [];
  const receiver = { heard, status: 200, url: new URL('http://127.0.0.1') };
  const app = new Hono().post('/webhooks/shops/bc', async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer());
    const now = new Date().toISOString();
    const delivered: Delivered = { body, headers: c.req.raw.headers, now };
    const read = platform.readDelivery(delivered, [access.clientSecret]);
    const { scope } = JSON.parse(new TextDecoder().decode(body)) as { scope: string };
    if (receiver.status === 200) heard.push({ read, scope, id: c.req.header('webhook-id') ?? '' });
    return c.body(null, receiver.status as 200);
  });
  receiver.url = new URL(`${await serveApp(app)}/webhooks/shops/bc`);
  return receiver;
};

/** What an answer holds that must be one. */
export const taken = <T>(answer: { outcome: string; value?: T }): T => {
  if (answer.outcome !== 'ok') throw new Error(`not ok: ${JSON.stringify(answer)}`);
  return answer.value as T;
};
