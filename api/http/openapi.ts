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

/** What any call behind a key may be answered with. */
const everywhere: readonly ProblemCode[] = [
  'unauthenticated',
  'missing_scope',
  'too_many_requests',
  'internal',
  'unavailable',
];

/** What any call with a JSON body may be answered with, besides. */
export const bodyProblems: readonly ProblemCode[] = [
  'malformed_json',
  'payload_too_large',
  'unsupported_media_type',
  'invalid_request',
];

/**
 * Documents the problems of one call, grouped by status. Typed as nothing: problems are thrown,
 * so they are no part of what a handler returns.
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
