import type { Logger } from 'pino';
import type { Db } from '../../db/client.ts';
import type { Access } from '../access/auth.ts';
import { createExchange } from '../access/exchange-counts.ts';
import { createUseNotes } from '../access/note-uses.ts';
import { createLoop, type Loop } from '../temporal/loop.ts';

type Deps = { db: Db; access: Access; logger: Logger };

const everyMs = 1_000;

/**
 * Keeps what this process knows of keys and of busy addresses up to date, until it is closed. While
 * PostgreSQL is away, requests are judged by what is known already.
 */
export const keepAccess = ({ db, access: { keyring, counts }, logger }: Deps): Loop => {
  const exchange = createExchange(db, counts);
  const notes = createUseNotes({ db, keyring });
  let isFailing = false;
  const loop = createLoop(async () => {
    const work = [keyring.refresh(), exchange(), notes.writeIfDue()];
    const ends = await Promise.allSettled(work);
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed && !isFailing) {
      logger.warn({ err: failed.reason }, 'keys and counts are not exchanged for now');
    }
    isFailing = failed !== undefined;
    return everyMs;
  });
  return {
    kick: loop.kick,
    close: async () => {
      await loop.close();
      // Whoever leaves without having told is only some minutes behind.
      await notes.write().catch(() => {});
    },
  };
};
