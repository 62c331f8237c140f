import { Hono } from 'hono';
import { z } from 'zod';
import type { Delivery, StripeEvent } from '../records/event.ts';
import type { Store } from '../store.ts';
import { signEvent } from './signature.ts';

/** Where the events go, and the secret they are signed with. */
export type Webhook = { url: string; secret: string };

const maxTries = 10;
const longestPauseMs = 60_000;
const timeoutMs = 10_000;
/** How long disorder waits for events that it can put in disorder. */
const shuffleMs = 300;

const settingsSchema = z.strictObject({
  /** How many times at once each event is sent. */
  repeat: z.int().min(1).max(5).default(1),
  /** Holds a few back and sends the newest first. */
  shuffle: z.boolean().default(false),
  delayMs: z.int().min(0).max(3_600_000).default(0),
  paused: z.boolean().default(false),
});

type Options = {
  store: Store;
  webhook: Webhook;
  now: () => number;
  signal?: AbortSignal | undefined;
};

/**
 * Sends events to the webhook, apart from the calls that made them. One that is not answered with
 * 2xx is sent again after 1, 2, 4 … 60 seconds, ten times in all. What is undelivered is in the
 * journal; an aborted signal ends the sending, and the next start goes on with it.
 */
export const createDeliveries = (options: Options) => {
  const { store, now, signal } = options;
  let settings = settingsSchema.parse({});
  let timer: NodeJS.Timeout | undefined;
  let wakesAtMs = Number.POSITIVE_INFINITY;
  let sending = false;

  const sleep = (untilMs: number): void => {
    clearTimeout(timer);
    wakesAtMs = untilMs;
    if (untilMs === Number.POSITIVE_INFINITY) return;
    timer = setTimeout(() => void send(), Math.max(0, untilMs - now())).unref();
  };
  const plan = (): void => {
    if (sending || settings.paused || signal?.aborted) return;
    const dueAtMs = firstDue(store);
    // A timer set anew with every event would never ring under load.
    if (dueAtMs < wakesAtMs) sleep(dueAtMs);
  };
  const send = async (): Promise<void> => {
    sleep(Number.POSITIVE_INFINITY);
    sending = true;
    for (const delivery of findDue(store, { now: now(), shuffle: settings.shuffle })) {
      if (settings.paused || signal?.aborted) break;
      await attempt(options, delivery, settings.repeat);
    }
    sending = false;
    plan();
  };
  signal?.addEventListener('abort', () => sleep(Number.POSITIVE_INFINITY), { once: true });
  setImmediate(plan);
  return {
    /** Puts it down for delivery; belongs to the commit that keeps the event. */
    add: ({ id }: StripeEvent): void => {
      const wait = settings.delayMs + (settings.shuffle ? shuffleMs : 0);
      store.put('delivery', { id, tries: 0, dueAtMs: now() + wait });
      // Not before the commit is done.
      setImmediate(plan);
    },
    set: (next: z.output<typeof settingsSchema>): void => {
      settings = next;
      if (next.paused) sleep(Number.POSITIVE_INFINITY);
      plan();
    },
    show: () => ({ ...settings, undelivered: listUndelivered(store) }),
  };
};

/** `GET /_deliveries`; `POST` sets how events are delivered, what it does not name as usual. */
export const deliveriesRoute = (deliveries: ReturnType<typeof createDeliveries>): Hono =>
  new Hono()
    .get('/_deliveries', (c) => c.json(deliveries.show()))
    .post('/_deliveries', async (c) => {
      const parsed = settingsSchema.safeParse(await c.req.json().catch(() => undefined));
      if (!parsed.success)
        return c.json({ message: z.prettifyError(parsed.error), errors: parsed.error.issues }, 422);
      deliveries.set(parsed.data);
      return c.json(deliveries.show());
    });

const firstDue = (store: Store): number =>
  store
    .list('delivery')
    .reduce((first, { dueAtMs }) => Math.min(first, dueAtMs), Number.POSITIVE_INFINITY);

/** Oldest first; in disorder all that wait for their first time, once one is due, newest first. */
const findDue = (store: Store, { now, shuffle }: { now: number; shuffle: boolean }): Delivery[] => {
  const waiting = store.list('delivery');
  const due = waiting.filter(({ dueAtMs }) => dueAtMs <= now);
  if (!shuffle) return due.reverse();
  return waiting.filter((delivery) => delivery.tries === 0 || due.includes(delivery));
};

const attempt = async (
  { store, webhook, now, signal }: Options,
  delivery: Delivery,
  repeat: number,
): Promise<void> => {
  const event = store.find('event', delivery.id);
  const sent = event
    ? await Promise.all(Array.from({ length: repeat }, () => post(webhook, event, { now, signal })))
    : [true];
  if (signal?.aborted) return;
  const tries = delivery.tries + 1;
  const taken = sent.every(Boolean);
  if (taken || tries >= maxTries) store.remove('delivery', delivery.id);
  else {
    const pauseMs = Math.min(longestPauseMs, 1000 * 2 ** delivery.tries);
    store.put('delivery', { ...delivery, tries, dueAtMs: now() + pauseMs });
  }
  if (taken && event) store.put('event', { ...event, pending_webhooks: 0 });
  store.commit();
};

const post = async (
  { url, secret }: Webhook,
  event: StripeEvent,
  { now, signal }: Pick<Options, 'now' | 'signal'>,
): Promise<boolean> => {
  const body = JSON.stringify(event);
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signEvent(body, { secret, nowMs: now() }),
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      },
      body,
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    // No answer is as good as a bad one: it is sent again.
    return false;
  }
};

const listUndelivered = (store: Store) =>
  store
    .list('delivery')
    .reverse()
    .map(({ id, tries, dueAtMs }) => ({
      id,
      type: store.find('event', id)?.type,
      tries,
      dueAt: new Date(dueAtMs).toISOString(),
    }));
