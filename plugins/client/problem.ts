import type { components } from './paths.ts';

/** RFC 9457, as every call of the API answers what is no yes. `code` is stable: branch on it. */
export type Problem = components['schemas']['Problem'];

/** Thrown by `answerOf`. `code` is the API's, or `unreachable` or `unreadable`. */
export class MeanwhileError extends Error {
  override readonly name = 'MeanwhileError';
  readonly problem: Problem;
  /** How long the API asks to be left alone. */
  readonly retryAfterMs: number | undefined;

  constructor(problem: Problem, retryAfterMs?: number) {
    super(`${problem.code}: ${problem.detail}`);
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
  }

  static from(body: unknown, of: { status: number; retryAfter: string | null }): MeanwhileError {
    if (!isProblem(body)) return unreadable(of.status);
    const seconds = Number(of.retryAfter ?? Number.NaN);
    return new MeanwhileError(body, Number.isFinite(seconds) ? seconds * 1_000 : undefined);
  }
}

/**
 * Whether the same call may succeed later: the API was not reached, is busy, or does not know how
 * the call ended (`outcome_unknown`). Natural ids make the repetition safe, also when the first
 * call took effect. Anything else is answered the same each time.
 */
export const isWorthRepeating = ({ status }: Problem): boolean => status === 429 || status >= 500;

export const unreachable = (reason: unknown): MeanwhileError =>
  noAnswer({
    status: 503,
    code: 'unreachable',
    title: 'The API cannot be reached',
    detail: reason instanceof Error ? reason.message : String(reason),
  });

export const unreadable = (status: number): MeanwhileError =>
  noAnswer({
    status: status >= 400 ? status : 502,
    code: 'unreadable',
    title: 'The API gave an answer that cannot be read',
    detail: `Its status was ${status}.`,
  });

const noAnswer = (problem: Omit<Problem, 'type' | 'requestId'>): MeanwhileError =>
  new MeanwhileError({ type: 'about:blank', requestId: '', ...problem });

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
