import type { Logger } from 'pino';
import type { Db } from '../../db/client.ts';
import type { Access } from '../access/auth.ts';
import { createExchange } from '../access/exchange-counts.ts';
import { createLoop, type Loop } from '../temporal/loop.ts';

type Deps = { db: Db; access: Access; logger: Logger };

const everyMs = 1_000;

/**
 * Keeps what this process knows of keys and of busy addresses up to date, until it is closed. While
 * PostgreSQL is away, requests are judged by what is known already.
 */
export const keepAccess = ({ db, access: { keyring, counts }, logger }: Deps): Loop => {
  const exchange = createExchange(db, counts);
  let isFailing = false;
  return createLoop(async () => {
    const ends = await Promise.allSettled([keyring.refresh(), exchange()]);
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed && !isFailing) {
      logger.warn({ err: failed.reason }, 'keys and counts are not exchanged for now');
    }
    isFailing = failed !== undefined;
    return everyMs;
  });
};
