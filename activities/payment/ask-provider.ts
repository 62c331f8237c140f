import type { Db } from '../../db/client.ts';
import { type Attempt, noteCall, noteSpentKey } from '../../db/payment/attempts.ts';
import { notYet } from '../failure.ts';
import type { Decline, PaymentAnswer } from './provider.ts';

/**
 * Makes the attempt's call and returns what the provider answered, or the code of its refusal and,
 * if a bank has said no, how.
 * Throws when the outcome is unknown or the provider is busy: then the attempt is pursued later.
 */
export const callProvider = async <T>(
  db: Db,
  { attemptId }: Attempt,
  call: () => Promise<PaymentAnswer<T>>,
): Promise<{ ok: T } | { refused: string; decline: Decline | null }> => {
  await noteCall(db.sql, attemptId);
  const answer = await call();
  switch (answer.outcome) {
    case 'ok':
      return { ok: answer.value };
    case 'refused':
      return { refused: answer.code, decline: answer.decline ?? null };
    case 'later':
      throw notYet('provider_busy', answer.retryAfterMs);
    case 'unknown':
      if (answer.replayed) await noteSpentKey(db.sql, attemptId);
      throw notYet('outcome_unknown');
  }
};

/** Reads at the provider, which may always be repeated. Throws when there is no answer. */
export const readProvider = async <T>(read: () => Promise<PaymentAnswer<T>>): Promise<T> => {
  const answer = await read();
  if (answer.outcome === 'ok') return answer.value;
  throw notYet(answer.outcome === 'refused' ? answer.code : 'outcome_unknown');
};
