import { ApiProblem, type Problem } from './problem.ts';

/**
 * A client of Meanwhile's HTTP API: JSON over fetch, with the key in a header. Every call throws
 * `ApiProblem` when the answer is no yes, or when there is none.
 */
export type Api = {
  get<Answer>(path: string): Promise<Answer>;
  post<Answer>(path: string, body: unknown): Promise<Answer>;
  put<Answer>(path: string, body: unknown): Promise<Answer>;
};

/** Moving time on may take half a minute. */
const timeoutMs = 40_000;

export const createApi = ({ url, key }: { url: string; key: string }): Api => {
  const call = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((error: Error) => {
      throw new ApiProblem(unreachable(error));
    });
    const json: unknown = await answer.json().catch(() => undefined);
    if (answer.ok && json !== undefined) return json as Answer;
    throw new ApiProblem(isProblem(json) ? json : unreadable(answer.status));
  };
  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    put: (path, body) => call('PUT', path, body),
  };
};

const isProblem = (json: unknown): json is Problem =>
  typeof json === 'object' && json !== null && 'code' in json && 'detail' in json;

const unreachable = ({ message }: Error): Problem => ({
  status: 503,
  code: 'unreachable',
  title: 'The API cannot be reached',
  detail: message,
});

const unreadable = (status: number): Problem => ({
  status: 502,
  code: 'unreadable',
  title: 'The API gave an answer that cannot be read',
  detail: `Its status was ${status}.`,
});
