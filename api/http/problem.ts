import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type ProblemCode, problemCodes } from './problem-codes.ts';

/** `pointer` is a JSON Pointer (RFC 6901); `in` is absent when it points into the body. */
export type FieldError = { pointer: string; detail: string; in?: 'path' | 'query' | 'header' };

type ProblemOptions = {
  detail?: string;
  errors?: FieldError[];
  /** Units that could be had instead. */
  available?: number;
  headers?: Record<string, string>;
  retryAfterSeconds?: number;
};

/** An RFC 9457 problem without the parts that only the request knows. */
type Problem = {
  status: ContentfulStatusCode;
  code: ProblemCode;
  title: string;
  detail: string;
  errors?: FieldError[];
  available?: number;
};

/** A handler throws it, and the app answers it with `respondWithProblem`. */
export const problem = (code: ProblemCode, options: ProblemOptions = {}): HTTPException => {
  const [status, title, meaning] = problemCodes[code];
  const cause: ProblemCause = {
    problem: {
      status,
      code,
      title,
      detail: options.detail ?? meaning,
      ...(options.errors && { errors: options.errors }),
      ...(options.available !== undefined && { available: options.available }),
    },
    headers: { ...options.headers, ...retryAfter(status, options.retryAfterSeconds) },
  };
  return new HTTPException(status, { message: code, cause });
};

/** The problem that an error was thrown as, or undefined when it is any other error. */
export const findProblem = (error: unknown): Problem | undefined => causeOf(error)?.problem;

/** Writes a thrown problem as `application/problem+json`. */
export const respondWithProblem = (
  c: Context,
  error: HTTPException,
  { publicUrl }: { publicUrl: string },
): Response => {
  const cause = causeOf(error);
  if (!cause) throw error;
  const { problem, headers } = cause;
  const body = {
    type: problemType(problem.code, publicUrl),
    ...problem,
    requestId: c.get('requestId'),
  };
  const mediaType = { 'Content-Type': 'application/problem+json' };
  return c.body(JSON.stringify(body), problem.status, { ...headers, ...mediaType });
};

/** The address that explains the code, a section of this API's own page of problems. */
const problemType = (code: ProblemCode, publicUrl: string): string =>
  `${publicUrl}/docs/problems#${code}`;

type ProblemCause = { problem: Problem; headers: Record<string, string> };

const causeOf = (error: unknown): ProblemCause | undefined =>
  error instanceof HTTPException && isProblemCause(error.cause) ? error.cause : undefined;

const isProblemCause = (cause: unknown): cause is ProblemCause =>
  typeof cause === 'object' && cause !== null && 'problem' in cause;

const retryAfter = (status: number, seconds?: number): Record<string, string> =>
  status === 429 || status === 503 || seconds !== undefined
    ? { 'Retry-After': String(seconds ?? 5) }
    : {};
