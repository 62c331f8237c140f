import { Webhook } from 'standardwebhooks';
import type { Store } from '../store.ts';
import { createDomainGuard } from './domain-guard.ts';

export type Delivery = {
  id: string;
  hookId: number;
  body: string;
  tries: number;
  dueAtMs: number;
  /** A fault of how it is sent. */
  trick?: 'twice' | 'forged' | 'old' | undefined;
  /** Goes only after another one. */
  isHeld?: boolean;
};

/** Seconds between one try and the next, 48 hours in all; then the hook is switched off. */
export const retrySeconds = [
  60, 180, 300, 600, 900, 1_800, 3_600, 7_200, 21_600, 50_400, 86_400,
] as const;

const timeoutMs = 10_000;
const atOnce = 8;
/** A held one that nothing follows goes by itself. */
const longestHoldMs = 3_000;

export type DeliverySettings = {
  store: Store;
  clientSecret: string;
  /** How many times faster than BigCommerce the waiting goes. */
  speed: number;
  signal?: AbortSignal | undefined;
  /** What carries them; the network unless told otherwise. */
  carry?: ((url: string, request: RequestInit) => Promise<Response>) | undefined;
};

/** Sends signed deliveries apart from the calls that caused them, as often as BigCommerce would. */
export const createDeliveries = (settings: DeliverySettings) => {
  const { store, speed, signal } = settings;
  const waiting = new Set<Delivery>();
  const guard = createDomainGuard({ speed });
  let underWay = 0;
  let timer: NodeJS.Timeout | undefined;

  const pump = (): void => {
    clearTimeout(timer);
    if (signal?.aborted) return;
    const now = Date.now();
    for (const delivery of waiting) {
      if (underWay >= atOnce) return;
      if (delivery.dueAtMs <= now) void attempt(delivery);
    }
    const next = Math.min(...[...waiting].map(({ dueAtMs }) => dueAtMs));
    if (Number.isFinite(next)) timer = setTimeout(pump, Math.max(1, next - now)).unref();
  };

  const attempt = async (delivery: Delivery): Promise<void> => {
    waiting.delete(delivery);
    const hook = store.state.hooks.find(({ id }) => id === delivery.hookId);
    if (!hook?.isActive) return;
    const { host } = new URL(hook.destination);
    const blockedMs = guard.blockedMs(host);
    if (blockedMs > 0) {
      // Nothing is sent, and nothing is counted as tried.
      waiting.add({ ...delivery, dueAtMs: Date.now() + blockedMs });
      return;
    }
    underWay += 1;
    const isTaken = await post(settings, hook, delivery);
    underWay -= 1;
    guard.count(host, isTaken);
    if (isTaken) releaseHeld();
    else {
      const pause = retrySeconds[delivery.tries];
      if (pause === undefined) switchOff(store, hook.id);
      else {
        const dueAtMs = Date.now() + (pause * 1000) / speed;
        waiting.add({ ...delivery, tries: delivery.tries + 1, dueAtMs });
      }
    }
    pump();
  };

  const releaseHeld = (): void => {
    for (const delivery of waiting) {
      if (!delivery.isHeld) continue;
      delivery.isHeld = false;
      delivery.dueAtMs = Date.now();
    }
  };

  return {
    add: (delivery: Pick<Delivery, 'id' | 'hookId' | 'body' | 'trick' | 'isHeld'>, delayMs = 0) => {
      const waitMs = delivery.isHeld ? longestHoldMs : delayMs;
      waiting.add({ ...delivery, tries: 0, dueAtMs: Date.now() + waitMs });
      pump();
    },
    block: guard.block,
    listWaiting: () => [...waiting].map(({ id, tries, dueAtMs }) => ({ id, tries, dueAtMs })),
    listBlocked: guard.list,
    isIdle: () => waiting.size === 0 && underWay === 0,
  };
};

export const switchOff = (store: Store, hookId: number): void => {
  const hook = store.state.hooks.find(({ id }) => id === hookId);
  if (!hook) return;
  hook.isActive = false;
  hook.updatedAt = new Date().toISOString();
  store.save();
};

const post = async (
  { clientSecret, signal, carry = fetch }: DeliverySettings,
  hook: { destination: string; headers: Record<string, string> | null },
  { id, body, trick }: Delivery,
): Promise<boolean> => {
  const secret = trick === 'forged' ? `${clientSecret} of somebody else` : clientSecret;
  const at = new Date(Date.now() - (trick === 'old' ? 10 * 60_000 : 0));
  const key = new TextEncoder().encode(secret);
  const headers = {
    ...{ 'Content-Type': 'application/json', ...hook.headers, 'webhook-id': id },
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(key, { format: 'raw' }).sign(id, at, body),
  };
  const timeout = AbortSignal.timeout(timeoutMs);
  const request = {
    ...{ method: 'POST', headers, body, redirect: 'manual' as const },
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  };
  try {
    const answers = [await carry(hook.destination, request)];
    if (trick === 'twice') answers.push(await carry(hook.destination, request));
    for (const answer of answers) await answer.body?.cancel();
    return answers.every(({ ok }) => ok);
  } catch {
    // No answer is as good as a bad one: it is sent again.
    return false;
  }
};
