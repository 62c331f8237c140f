import type { z } from '@hono/zod-openapi';
import { type ProblemCode, problemCodes } from './problem-codes.ts';
import { problemSchema } from './problem-schema.ts';

/** A JSON body. Required, because an optional one would not be validated when it is missing. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema, example?: unknown) => ({
  required: true as const,
  content: { 'application/json': { schema, ...(example !== undefined && { example }) } },
});

export const jsonAnswer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});

type Answers = Record<number, { description: string; content: object }>;

/** The problems of every call behind a key. */
const everywhere: readonly ProblemCode[] = [
  'unauthenticated',
  'missing_scope',
  'too_many_requests',
  'internal',
  'unavailable',
];

/** The problems of every call with a JSON body, besides. */
export const bodyProblems: readonly ProblemCode[] = [
  'malformed_json',
  'payload_too_large',
  'unsupported_media_type',
  'invalid_request',
];

/**
 * Documents the problems of one call, grouped by status. They have no type, because a problem is
 * thrown and no handler returns it.
 */
export const problemAnswers = (...codes: ProblemCode[]): object =>
  publicProblemAnswers(...codes, ...everywhere);

/** The same for a call that needs no key. */
export const publicProblemAnswers = (...codes: ProblemCode[]): object => {
  const answers: Answers = {};
  for (const code of new Set(codes)) {
    const [status, title] = problemCodes[code];
    const before = answers[status]?.description;
    answers[status] = {
      description: `${before ? `${before}; ` : ''}${code}: ${title}`,
      content: { 'application/problem+json': { schema: problemSchema } },
    };
  }
  return answers;
};
