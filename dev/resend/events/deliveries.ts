import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appendLine, readLines } from '../journal.ts';
import { signEvent } from './signature.ts';

/** Where the events go, and the secret they are signed with. */
export type MailWebhook = { url: string; secret: string };

/** One event that is to be sent `times` times, under the same id. */
type Delivery = { id: string; event: object; times: number; dueAtMs: number; tries: number };

const maxTries = 10;
const longestPauseMs = 60_000;
const timeoutMs = 10_000;
const atOnce = 8;

/**
 * Sends events to the webhook, apart from the calls that made them. One that is not answered with
 * 2xx is sent again after 1, 2, 4 … 60 seconds, ten times in all. With a folder, the next start
 * goes on with what is undelivered. An aborted signal ends the sending.
 */
export const createMailDeliveries = ({
  webhook,
  folder,
  signal,
}: {
  webhook: MailWebhook;
  folder?: string | undefined;
  signal?: AbortSignal | undefined;
}) => {
  const file = folder && join(folder, 'events.jsonl');
  const waiting = new Map<string, Delivery>();
  let underWay = 0;
  let timer: NodeJS.Timeout | undefined;
  const write = (line: Line): void => {
    if (file) appendLine(file, line);
  };

  const pump = (): void => {
    clearTimeout(timer);
    if (signal?.aborted) return;
    const now = Date.now();
    for (const delivery of waiting.values()) {
      if (underWay >= atOnce) return;
      if (delivery.dueAtMs <= now) void attempt(delivery);
    }
    const next = Math.min(...[...waiting.values()].map(({ dueAtMs }) => dueAtMs));
    if (Number.isFinite(next)) timer = setTimeout(pump, Math.max(0, next - now)).unref();
  };

  const attempt = async (delivery: Delivery): Promise<void> => {
    waiting.delete(delivery.id);
    underWay += 1;
    const isTaken = await postAll(webhook, delivery, signal);
    underWay -= 1;
    const tries = delivery.tries + 1;
    if (isTaken || tries >= maxTries) write({ done: delivery.id });
    else {
      const pauseMs = Math.min(longestPauseMs, 1000 * 2 ** delivery.tries);
      waiting.set(delivery.id, { ...delivery, tries, dueAtMs: Date.now() + pauseMs });
    }
    pump();
  };

  for (const line of file ? (readLines(file) as Line[]) : []) {
    if ('done' in line) waiting.delete(line.done);
    else waiting.set(line.id, line);
  }
  // What is over would otherwise be read at every start.
  if (file) writeFileSync(file, linesOf([...waiting.values()]));
  pump();

  return {
    /** Answers the `svix-id` that the event will have. */
    add: ({
      event,
      times = 1,
      delayS = 0,
    }: {
      event: object;
      times?: number;
      delayS?: number;
    }): string => {
      const id = `msg_${randomUUID().replaceAll('-', '')}`;
      const delivery = { id, event, times, dueAtMs: Date.now() + delayS * 1000, tries: 0 };
      write(delivery);
      waiting.set(id, delivery);
      pump();
      return id;
    },
  };
};

export type MailDeliveries = ReturnType<typeof createMailDeliveries>;

const linesOf = (deliveries: readonly Delivery[]): string =>
  deliveries.map((delivery) => `${JSON.stringify(delivery)}\n`).join('');

type Line = Delivery | { done: string };

const postAll = async (
  webhook: MailWebhook,
  { id, event, times }: Delivery,
  signal: AbortSignal | undefined,
): Promise<boolean> => {
  for (let left = times; left > 0; left--) {
    if (!(await post(webhook, { id, body: JSON.stringify(event), signal }))) return false;
  }
  return true;
};

const post = async (
  { url, secret }: MailWebhook,
  { id, body, signal }: { id: string; body: string; signal: AbortSignal | undefined },
): Promise<boolean> => {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Svix-Webhooks/1.0',
        ...signEvent(body, { id, secret, nowMs: Date.now() }),
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
