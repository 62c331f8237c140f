import type { RefusalCode, Request } from '../../workflows/domain/backorder/request.ts';

/**
 * Requests to a backorder, be its workflow still to start, running or ended. The same request under
 * the same id is carried out once and answered alike. Throws `OutcomeUnknown` when no answer came
 * in time, and `Unavailable` when nothing was sent.
 */
export type BackorderActs = {
  /** Answers after the backorder's view shows what was done. */
  act(orderId: string, request: Request, options: { id: string }): Promise<ActAnswer>;
  /** Moves this one backorder's time on. `unfinished`: it may have moved by a part of it. */
  fastForward(orderId: string, ms: number): Promise<'done' | 'unfinished'>;
};

export type ActAnswer = { ok: true } | { refused: RefusalCode };

/** The request may still take effect. It may be repeated with the same id. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/** Nothing was changed. The request may be repeated later. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}
