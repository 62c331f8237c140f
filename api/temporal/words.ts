import { closeWord, keepWord, type Word } from '../../db/backorder/words.ts';
import type { Db } from '../../db/client.ts';
import { type ActAnswer, type BackorderActs, OutcomeUnknown, Unavailable } from './port.ts';

type Deps = { db: Db; acts: BackorderActs };

/** Longer than a backorder may take to answer. */
const leaseMs = 15_000;

/**
 * Keeps what a customer said, and asks the backorder. A repetition under the same id is answered
 * alike. Throws `OutcomeUnknown` when no answer came: then the word is given later, by a sweep.
 */
export const hearWord = async ({ db, acts }: Deps, word: Word): Promise<ActAnswer> => {
  const kept = await keepWord(db.sql, word, { leaseMs });
  if (kept.outcome !== null) return kept.outcome === 'done' ? done : { refused: kept.outcome };
  try {
    return await giveWord({ db, acts }, kept);
  } catch (error) {
    // Nothing was sent, but the word is kept and will be.
    if (error instanceof Unavailable) {
      throw new OutcomeUnknown('the word is given later', { cause: error });
    }
    throw error;
  }
};

/** Asks the backorder, and closes the word with its answer. Safe to repeat. */
export const giveWord = async (
  { db, acts }: Deps,
  { orderId, wordId, request, receivedAt }: Word,
): Promise<ActAnswer> => {
  const answer = await acts.act(orderId, { ...request, receivedAt }, { id: wordId });
  const outcome = 'refused' in answer ? answer.refused : 'done';
  await closeWord(db.sql, { orderId, wordId, outcome });
  return answer;
};

const done: ActAnswer = { ok: true };
