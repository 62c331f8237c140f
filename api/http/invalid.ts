import type { Hook } from '@hono/zod-openapi';
import type { ZodError } from 'zod';
import type { AppEnv } from './env.ts';
import { type FieldError, problem } from './problem.ts';
import { skuSpelling } from './scalars.ts';

type Issue = ZodError['issues'][number];

/**
 * Refuses a request that did not validate, with every error at once. An id that fits no pattern is
 * a 404: nothing can have it. A SKU that is only spelled otherwise is a 422, which says so.
 */
export const refuseInvalid: Hook<unknown, AppEnv, string, void> = (result) => {
  if (result.success) return;
  const { issues } = result.error;
  if (result.target === 'param')
    throw isSpelling(issues) ? invalid(issues, 'path') : problem('not_found');
  throw invalid(issues, result.target === 'query' ? 'query' : undefined);
};

/** The 422 that lists all these issues. */
export const invalid = (issues: readonly Issue[], where?: FieldError['in']) => {
  const errors = issues.flatMap(toErrors).map((error) => (where ? { ...error, in: where } : error));
  return problem(isOfTwoDates(issues) ? 'contradictory_dates' : 'invalid_request', {
    detail: errors.length === 1 ? 'One thing is wrong.' : `${errors.length} things are wrong.`,
    errors,
  });
};

const isOfTwoDates = (issues: readonly Issue[]): boolean =>
  issues.some((issue) => issue.code === 'custom' && issue.params?.code === 'contradictory_dates');

const isSpelling = (issues: readonly Issue[]): boolean =>
  issues.every(({ message }) => message === skuSpelling);

const toErrors = (issue: Issue): FieldError[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({
        pointer: pointerTo([...issue.path, key]),
        detail: 'Not a known field',
      }))
    : [{ pointer: pointerTo(issue.path), detail: detailOf(issue) }];

const detailOf = (issue: Issue): string =>
  issue.code === 'invalid_type' && issue.message.endsWith('received undefined')
    ? 'Required'
    : issue.message.replace(/^Invalid input: e/, 'E');

const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
