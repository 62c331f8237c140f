import * as client from 'openid-client';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../../api/desk/access/provider.ts';

/** The HTTP server puts a `Response` of its own in the place of the one that `fetch` answers with. */
class OwnResponse {
  readonly status: number;
  constructor(status: number) {
    this.status = status;
  }
}

const caused = (cause: unknown) => new client.ClientError('no', { cause });

describe('an answer of the provider', () => {
  it.each([
    ['500', caused(new Response('', { status: 500 })), 'unreachable'],
    ['503, of another class', caused(new OwnResponse(503)), 'unreachable'],
    ['404, of another class', caused(new OwnResponse(404)), 'wrong'],
    ['none that anybody knows', caused(undefined), 'wrong'],
  ])('of %s is told as what it is', (_, error, failure) => {
    expect(failureOf(error)).toBe(failure);
  });
});
