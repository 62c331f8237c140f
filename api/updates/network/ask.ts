import type { Answer } from './network.ts';

/** Well within the claim of a post. */
const timeoutMs = 15_000;

export type Asked = { status: number; headers: Headers; json: unknown };

/** A connection that never was: nobody has heard anything. */
const unheardCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** One call, which follows no redirect: a token goes to nobody but the one it was given for. */
export const ask = async (
  url: string,
  { signal, ...init }: RequestInit & { signal: AbortSignal },
): Promise<Asked | Extract<Answer, { outcome: 'unheard' | 'unsure' }>> => {
  try {
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    const json: unknown = await answer.json().catch(() => undefined);
    return { status: answer.status, headers: answer.headers, json };
  } catch (error) {
    const reason = codeOf(error);
    return { outcome: unheardCodes.has(reason) ? 'unheard' : 'unsure', reason };
  }
};

const codeOf = (error: unknown): string => {
  const { cause, name } = error as { cause?: { code?: unknown }; name?: string };
  return typeof cause?.code === 'string' ? cause.code : (name ?? 'failed');
};

const usualPauseMs = 60_000;
const longestPauseMs = 24 * 3_600_000;

/** What an answer that is no success means, whatever the network. */
export const failureOf = ({ status, headers }: Asked): Answer => {
  const reason = `status_${status}`;
  if (status === 429)
    return { outcome: 'paused', reason, delayMs: waitIn(headers) ?? usualPauseMs };
  const mayPass = status >= 500 || status === 408 || status === 425;
  if (!mayPass) return { outcome: 'refused', reason };
  const delayMs = waitIn(headers);
  return { outcome: 'unsure', reason, ...(delayMs !== undefined && { delayMs }) };
};

/**
 * How long an answer asks for: seconds or a date in `Retry-After`, or the end of a window, which
 * Mastodon writes as a date and Bluesky in seconds since 1970.
 */
const waitIn = (headers: Headers): number | undefined => {
  const after = headers.get('Retry-After');
  const reset = headers.get('X-RateLimit-Reset') ?? headers.get('RateLimit-Reset');
  const ms =
    (after !== null && (/^\d+$/.test(after) ? Number(after) * 1_000 : until(Date.parse(after)))) ||
    (reset !== null && until(/^\d+$/.test(reset) ? Number(reset) * 1_000 : Date.parse(reset)));
  if (typeof ms !== 'number' || !Number.isFinite(ms)) return undefined;
  return Math.min(longestPauseMs, Math.max(1_000, ms));
};

const until = (at: number): number => at - Date.now();
