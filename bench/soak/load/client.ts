import { setTimeout as sleep } from 'node:timers/promises';
import type { Tally } from '../judge/tally.ts';

/** A request, and the name under which it is counted. */
export type Ask = {
  route: string;
  method: 'GET' | 'POST';
  path: string;
  /** What it is about, if it is about one shelf. */
  sku?: string;
  body?: object;
  headers?: Record<string, string>;
};

/** `status` is 0 when the connection was refused or cut, and `unanswered` after a minute. */
export type Answer = { status: number; body: unknown; retryAfterMs: number };

export type Client = {
  ask(ask: Ask): Promise<Answer>;
  /** Repeats until the answer is one of those; throws once the soak gives up. */
  askUntil(ask: Ask, statuses: readonly number[]): Promise<Answer>;
};

/** What a status says that HTTP does not know. */
export const cutOff = 0;
export const unanswered = -1;

const patienceMs = 60_000;
const longestPauseMs = 2_000;

type Options = { origins: readonly string[]; tally: Tally; signal: AbortSignal };

/** Calls the APIs in turn, as a proxy before them does, and notes what each call came to. */
export const createClient = ({ origins, tally, signal }: Options): Client => {
  let turn = 0;
  const ask = async ({ route, method, path, sku, body, headers = {} }: Ask): Promise<Answer> => {
    const origin = origins[turn++ % origins.length];
    const begin = Date.now();
    const answer = await send(`${origin}${path}`, {
      method,
      headers: { ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(patienceMs),
      redirect: 'manual',
    });
    tally.add({ route, sku, begin, end: Date.now(), status: answer.status }, answer.body);
    return answer;
  };
  const askUntil = async (wanted: Ask, statuses: readonly number[]): Promise<Answer> => {
    for (;;) {
      const answer = await ask(wanted);
      if (statuses.includes(answer.status)) return answer;
      await sleep(Math.min(answer.retryAfterMs, longestPauseMs), undefined, { signal });
    }
  };
  return { ask, askUntil };
};

const send = async (url: string, init: RequestInit): Promise<Answer> => {
  try {
    const answer = await fetch(url, init);
    const text = await answer.text();
    const isJson = answer.headers.get('Content-Type')?.includes('json');
    const retryAfterMs = Number(answer.headers.get('Retry-After') ?? '0.2') * 1_000;
    return { status: answer.status, body: isJson ? JSON.parse(text) : text, retryAfterMs };
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    return { status: isLate ? unanswered : cutOff, body: null, retryAfterMs: 200 };
  }
};
