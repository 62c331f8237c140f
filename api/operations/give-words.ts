import type { Logger } from 'pino';
import { claimWords } from '../../db/backorder/words.ts';
import type { Db } from '../../db/client.ts';
import type { Temporal } from '../temporal/client.ts';
import type { BackorderActs } from '../temporal/port.ts';
import { giveWord } from '../temporal/words.ts';

type Deps = { db: Db; temporal: Temporal; acts: BackorderActs; logger: Logger };

const batch = 32;
/** Longer than all acts of a batch together may take. */
const leaseMs = 15_000;

/**
 * Gives backorders the words of customers that nobody could give before. One that cannot be given
 * now holds up no other, and is tried again. Nothing is claimed while Temporal is away.
 */
export const giveKeptWords = async ({ db, temporal, acts, logger }: Deps): Promise<void> => {
  if (!(await temporal.isReachable())) return;
  const words = await claimWords(db.sql, { limit: batch, leaseMs });
  await Promise.all(
    words.map(async (word) => {
      try {
        await giveWord({ db, acts }, word);
      } catch (error) {
        const { orderId, wordId } = word;
        logger.warn({ err: error, orderId, wordId }, "a customer's word is given later");
      }
    }),
  );
};
