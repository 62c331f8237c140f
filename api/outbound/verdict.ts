import type { Try } from '../../db/outbound/claims.ts';
import { retryMs } from './schedule.ts';
import type { Answer } from './send.ts';

export type Verdict = Omit<Try, 'seq'> & {
  /** Nobody is there, or they are overloaded: others would fare no better now. */
  isUnreachable: boolean;
  /** It says that it wants no more. */
  isGone: boolean;
};

const overloaded: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/**
 * What an answer means for the event, after that many tries, this one included. Only 2xx is
 * success; a redirect is not followed.
 */
export const verdictOf = ({ status, error }: Answer, tries: number, random: number): Verdict => {
  const isDelivered = status !== null && status >= 200 && status < 300;
  const isGone = status === 410;
  return {
    status,
    error: error ?? wordOf(status),
    isDelivered,
    // Whoever enables the endpoint again finds what it has missed.
    retryMs: isDelivered ? null : retryMs(tries, random),
    isUnreachable: status === null || overloaded.has(status),
    isGone,
  };
};

const wordOf = (status: number | null): string | null => {
  if (status === null || (status >= 200 && status < 300)) return null;
  if (status === 410) return 'gone';
  return status >= 300 && status < 400 ? 'redirect' : 'status';
};
