import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ClaimedEndpoint, claimEndpoints } from '../../db/outbound/claims.ts';
import { createLoop, type Loop } from '../temporal/loop.ts';
import { type CourierDeps, leaseMs, serveEndpoint } from './courier.ts';

type Deps = Omit<CourierDeps, 'timeoutMs'> & { timeoutMs?: number };

const pollMs = 1_000;
const pauseMs = 1_000;
/** Endpoints that one process serves at once. */
const seats = 64;
/** How long a receiver may take to answer. */
const patientMs = 15_000;

/**
 * Sends webhooks out until it is closed. Each endpoint is served on its own, so that one that hangs
 * delays nobody else. Several processes may do it: each claims its endpoints.
 */
export const createOutbound = (
  { timeoutMs = patientMs, ...deps }: Deps,
  { everyMs = pollMs }: { everyMs?: number } = {},
): Loop => {
  const { db, logger } = deps;
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();
  // Every post that is on its way listens to it.
  setMaxListeners(0, stopping.signal);
  const serve = async (endpoint: ClaimedEndpoint): Promise<void> => {
    try {
      await serveEndpoint({ ...deps, timeoutMs }, endpoint, stopping.signal);
    } catch (error) {
      logger.warn({ err: error, endpointId: endpoint.endpointId }, 'webhooks go out later');
    }
  };
  const loop = createLoop(async () => {
    try {
      const limit = seats - running.size;
      const claimed = limit > 0 ? await claimEndpoints(db.sql, { limit, leaseMs }) : [];
      for (const endpoint of claimed) {
        const served = serve(endpoint).finally(() => running.delete(served));
        running.add(served);
      }
    } catch (error) {
      logger.warn({ err: error }, 'webhooks could not be sent');
      await sleep(pauseMs);
    }
    return everyMs;
  });
  return {
    kick: loop.kick,
    /** What is on its way is broken off, and goes out again under the same id. */
    close: async () => {
      stopping.abort();
      await loop.close();
      await Promise.all(running);
    },
  };
};
