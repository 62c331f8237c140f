import type { z } from 'zod';
import { hourMs } from '../../../workflows/domain/time.ts';
import type { Ask, ShopAnswer } from '../port.ts';
import { readBounded } from './bounded-body.ts';
import { createRateLimit } from './rate-limit.ts';

export type Credentials = {
  storeHash: string;
  accessToken: string;
  clientSecret: string;
  /** Id or code of a BigCommerce location; without it the store's default. */
  location?: string | undefined;
};

export type Call<T> = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** After the store's base, `/v2/orders/1`. */
  path: string;
  query?: Record<string, string | number | undefined>;
  body?: object;
  /** What of the answer is read. */
  schema: z.ZodType<T>;
};

/**
 * Speaks with one store. `undefined` is an answer without a body, which V2 gives for an empty list.
 * A read that had no answer is `later`, a write that had none is `unknown`.
 */
export type Client = { call<T>(call: Call<T>): Promise<ShopAnswer<T | undefined>> };

const timeoutMs = 15_000;
const maxBytes = 8 * 1024 * 1024;
const usualPauseMs = 5_000;
/** Only a person can mend a token; asking seldom is enough to notice it. */
const longestPauseMs = hourMs;

/** https://developer.bigcommerce.com/docs/start/best-practices/api-rate-limits */
export const createClient = ({
  base,
  accessToken,
  fetch: ask = fetch,
  now = Date.now,
}: {
  base: string;
  accessToken: string;
  fetch?: Ask;
  now?: () => number;
}): Client => {
  const limit = createRateLimit(now);
  const headers = { 'X-Auth-Token': accessToken, Accept: 'application/json' };

  const call = async <T>(request: Call<T>): Promise<ShopAnswer<T | undefined>> => {
    const restMs = limit.restMs();
    if (restMs > 0) return { outcome: 'later', retryAfterMs: restMs, detail: 'rate limit' };
    const { method, body } = request;
    const noAnswer = (detail: string): ShopAnswer<never> =>
      method === 'GET'
        ? { outcome: 'later', retryAfterMs: usualPauseMs, detail, isSilent: true }
        : { outcome: 'unknown', detail };
    let answer: Response;
    let text: string | undefined;
    try {
      answer = await ask(urlOf(base, request), {
        method,
        // V2 asks for the type of a body even where there is none.
        headers: { ...headers, 'Content-Type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      text = await readBounded(answer, maxBytes);
    } catch (error) {
      return noAnswer(error instanceof Error ? `no answer: ${error.name}` : 'no answer');
    }
    limit.heed(answer.headers);
    const { status } = answer;
    const named = `${method} ${request.path}: ${status}`;
    if (status === 429) return { outcome: 'later', retryAfterMs: pauseOf(answer), detail: named };
    if (status >= 500) return noAnswer(named);
    if (status === 401 || status === 403) return refused('forbidden', named);
    if (status === 404) return refused('not_found', named);
    if (status < 200 || status >= 300)
      return refused('invalid', `${named} ${excerpt(text)}`.trim());
    if (text === undefined) return noAnswer(`${named} more than ${maxBytes} bytes`);
    return text === '' ? { outcome: 'ok', value: undefined } : parse(request, text);
  };
  return { call };
};

const refused = (code: 'forbidden' | 'not_found' | 'invalid', detail: string) =>
  ({ outcome: 'refused', code, detail }) as const;

const urlOf = (base: string, { path, query = {} }: Pick<Call<unknown>, 'path' | 'query'>): URL => {
  const url = new URL(base.replace(/\/+$/, '') + path);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
};

const parse = <T>({ method, path, schema }: Call<T>, text: string): ShopAnswer<T> => {
  const parsed = schema.safeParse(asJson(text));
  if (parsed.success) return { outcome: 'ok', value: parsed.data };
  const [issue] = parsed.error.issues;
  return refused(
    'invalid',
    `${method} ${path}: the answer has ${issue?.path.join('/')}: ${issue?.message}`,
  );
};

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Enough to see what was wrong, and nothing that could be a whole customer. */
const excerpt = (text: string | undefined): string => {
  const { title } = (asJson(text ?? '') ?? {}) as { title?: unknown };
  return typeof title === 'string' ? title.slice(0, 200) : '';
};

const pauseOf = ({ headers }: Response): number => {
  const ms = Number(headers.get('x-rate-limit-time-reset-ms') ?? Number.NaN);
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  const pause = Number.isFinite(ms) ? ms : Number.isFinite(seconds) ? seconds * 1000 : usualPauseMs;
  return Math.min(Math.max(pause, 1), longestPauseMs);
};
