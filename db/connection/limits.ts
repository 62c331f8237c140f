/** How long a pool lets PostgreSQL take before it gives up on a statement. */
export type Limits = {
  /** For one lock. */
  lockMs: number;
  /** For one statement, its locks included. */
  statementMs: number;
  /** For a transaction that has begun and asks for nothing. */
  idleMs: number;
};

/** What a request may wait for; the caller of the API waits for it. */
export const defaultLimits: Limits = { lockMs: 5_000, statementMs: 15_000, idleMs: 15_000 };

/**
 * Work that nobody waits for may take longer. It waits for a lock no longer than a request, and
 * once it has gone silent it keeps those that it holds from requests no longer than one does.
 */
export const forBackground = ({ statementMs, ...same }: Limits): Limits => ({
  ...same,
  statementMs: statementMs * 8,
});

/** The same, as PostgreSQL takes them when a connection begins. */
export const toParameters = ({ lockMs, statementMs, idleMs }: Limits) => ({
  lock_timeout: lockMs,
  statement_timeout: statementMs,
  idle_in_transaction_session_timeout: idleMs,
});

const graceMs = 5_000;

/** After so long without an answer the server is gone: it would have given up on its own before. */
export const silenceMs = ({ statementMs }: Limits): number => statementMs + graceMs;
