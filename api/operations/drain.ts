import type { Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Takes leave of the clients of a server: `begin` tells each with its next answer to come no more
 * on this connection, and `finish` stops listening. What is in flight is answered, unless it takes
 * longer than the grace.
 */
export type Drain = {
  begin(): void;
  /** Returns how many connections were cut after the grace. */
  finish(graceMs: number): Promise<number>;
};

/** Call it before the server takes its first request. */
export const createDrain = (server: Server): Drain => {
  const unanswered = new Set<ServerResponse>();
  let isLeaving = false;
  let isFinishing = false;
  server.prependListener('request', (_request, response: ServerResponse) => {
    unanswered.add(response);
    if (isLeaving) askToClose(response);
    response.once('close', () => {
      unanswered.delete(response);
      // One whose head was out already could not say that it is the last.
      if (isFinishing) setImmediate(() => server.closeIdleConnections());
    });
  });
  return {
    begin: () => {
      isLeaving = true;
      for (const response of unanswered) askToClose(response);
    },
    finish: async (graceMs) => {
      isFinishing = true;
      const closed = new Promise<number>((resolve) => server.close(() => resolve(0)));
      server.closeIdleConnections();
      const ending = new AbortController();
      const patience = sleep(graceMs, undefined, { signal: ending.signal }).then(
        () => unanswered.size,
        () => 0,
      );
      const cut = await Promise.race([closed, patience]);
      ending.abort();
      server.closeAllConnections();
      await closed;
      return cut;
    },
  };
};

const askToClose = (response: ServerResponse): void => {
  if (!response.headersSent) response.setHeader('Connection', 'close');
};
