import { describe, expect, it } from 'vitest';
import {
  answerOf,
  isWorthRepeating,
  MeanwhileError,
  type Problem,
} from '../plugins/client/client.ts';

const problem = (status: number, code: string): Problem => ({
  ...{ type: `http://meanwhile.test/docs/problems#${code}`, title: code, detail: 'Why.' },
  ...{ status, code, requestId: 'r-1' },
});

const answered = async (error: unknown, { status, headers = {} }: ResponseInit) => ({
  error,
  response: new Response(null, { status, headers }),
});

const failureOf = async (call: Parameters<typeof answerOf>[0]): Promise<MeanwhileError> => {
  const thrown = await answerOf(call).catch((error: unknown) => error);
  if (thrown instanceof MeanwhileError) return thrown;
  throw new Error(`It answered ${JSON.stringify(thrown)}`);
};

describe('what a call of the typed client comes to', () => {
  it('is the answer when it is a yes', async () => {
    const response = new Response(null, { status: 200 });
    expect(await answerOf(Promise.resolve({ data: { left: 3 }, response }))).toEqual({ left: 3 });
  });

  it('throws the problem with its code', async () => {
    const { problem: thrown } = await failureOf(
      answered(problem(409, 'already_shipped'), { status: 409 }),
    );
    expect(thrown).toEqual(problem(409, 'already_shipped'));
  });

  it('says how long the API wants to be left alone', async () => {
    const busy = answered(problem(429, 'too_many_requests'), {
      status: 429,
      headers: { 'Retry-After': '7' },
    });
    expect((await failureOf(busy)).retryAfterMs).toBe(7_000);
  });

  it('throws a problem of its own when nobody answered', async () => {
    const { problem } = await failureOf(Promise.reject(new TypeError('fetch failed')));
    expect(problem).toMatchObject({ status: 503, code: 'unreachable', detail: 'fetch failed' });
  });

  it.each([
    [502, '<html>Bad gateway</html>'],
    [200, undefined],
  ])('throws a problem of its own when what came with %i cannot be read', async (status, body) => {
    const { problem } = await failureOf(answered(body, { status }));
    expect(problem).toMatchObject({ status: 502, code: 'unreadable' });
  });
});

describe('a repetition', () => {
  it.each([
    [503, 'outcome_unknown', true],
    [500, 'internal', true],
    [429, 'too_many_requests', true],
    [503, 'unreachable', true],
    [409, 'order_exists', false],
    [422, 'invalid', false],
    [401, 'unauthorized', false],
  ])('of %i %s is worth it: %s', (status, code, isWorth) => {
    expect(isWorthRepeating(problem(status, code))).toBe(isWorth);
  });
});
