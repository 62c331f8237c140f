import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './paths.ts';
import { MeanwhileError, unreachable, unreadable } from './problem.ts';

export type { components, paths } from './paths.ts';
export { isWorthRepeating, MeanwhileError, type Problem } from './problem.ts';

/** Each call of the API by its method and path, with the types of the OpenAPI document. */
export type Meanwhile = Client<paths>;

export type Backorder = components['schemas']['Backorder'];

export type MeanwhileOptions = {
  /** Without a path, such as `https://meanwhile.example.org`. */
  baseUrl: string;
  /** Public calls, such as availability, need none. */
  key?: string | undefined;
  /** How long one call may take. */
  timeoutMs?: number;
};

/** Longer than the API itself waits before it answers that an outcome is not known. */
const patienceMs = 40_000;

/**
 * A client of Meanwhile's API. A call never repeats itself: whoever makes it knows whether the
 * answer is still of use. `answerOf` turns what is no yes into a thrown `MeanwhileError`.
 */
export const createMeanwhile = (options: MeanwhileOptions): Meanwhile => {
  const { baseUrl, key, timeoutMs = patienceMs } = options;
  return createClient<paths>({
    baseUrl,
    ...(key !== undefined && { headers: { Authorization: `Bearer ${key}` } }),
    fetch: (request) => {
      const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]);
      return fetch(request, { signal });
    },
  });
};

type Called<Data> = { data?: Data | undefined; error?: unknown; response: Response };

/**
 * What a call was answered with. Throws `MeanwhileError` when that is a problem, when it cannot be
 * read, or when there was no answer. Ask `isWorthRepeating`, and repeat with the same id and body.
 */
export const answerOf = async <Data>(call: Promise<Called<Data>>): Promise<Data> => {
  const { data, error, response } = await call.catch((reason: unknown): never => {
    throw reason instanceof SyntaxError ? unreadable(502) : unreachable(reason);
  });
  if (response.ok && data !== undefined) return data;
  const { status } = response;
  throw MeanwhileError.from(error, { status, retryAfter: response.headers.get('Retry-After') });
};
