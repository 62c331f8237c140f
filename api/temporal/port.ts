import type { RefusalCode, Request } from '../../workflows/domain/backorder/request.ts';

/**
 * What the API asks of a running backorder. An order whose workflow has not started is started
 * first; one that has ended is answered from its stored end. The same id with the same request
 * is carried out once and answered alike. Throws `OutcomeUnknown` when no answer came in time,
 * and `Unavailable` when nothing was sent.
 */
export type BackorderActs = {
  /** Answers after the backorder's view shows what was done. */
  act(orderId: string, request: Request, options: { id: string }): Promise<ActAnswer>;
  /** Moves this one backorder's time on. `unfinished`: it may have moved by a part of it. */
  fastForward(orderId: string, ms: number): Promise<'done' | 'unfinished'>;
};

export type ActAnswer = { ok: true } | { refused: RefusalCode };

/** It may still take effect; the same request with the same id may be repeated. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/** Nothing was changed; it may be repeated later. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}
