import type { Backorder } from '../../backorder/backorder.ts';
import type { AboutOf } from '../../backorder/mail.ts';
import { owe } from '../../backorder/owe.ts';
import { isWaiting } from '../../backorder/snapshot.ts';
import type { Instant } from '../../time.ts';
import { unpaid } from './trouble.ts';

/**
 * Whether the card expires before the promise, while units wait that are not paid for. Not before
 * the customer has agreed to what it will be charged.
 */
export const isExpiring = (state: Backorder): boolean => {
  const { card, promise, stock } = state;
  if (state.ask) return false;
  if (card.methodId === null || card.expiresOn === null || promise?.on == null) return false;
  return promise.on > card.expiresOn && isWaiting(stock) && unpaid(state) > 0;
};

/** Owes the customer a mail if the card expires before the promise, until they were told of it. */
export const oweExpiry = (state: Backorder, at: Instant): Backorder => {
  const { expiresOn, methodId, expiryToldBy } = state.card;
  if (expiresOn === null || expiryToldBy !== null || !isExpiring(state)) return state;
  const isOwed = state.mail.owed.some(
    (mail) => mail.kind === 'card-expiring' && mail.about.expiresOn === expiresOn,
  );
  if (isOwed) return state;
  const key = `card-expiring:${methodId}:${expiresOn}:${at}`;
  return owe(state, { key, kind: 'card-expiring', dueAt: at, about: { expiresOn } });
};

/** Whether a mail about an expiring card still fits the card and the promise as they stand. */
export const isStillExpiring = (
  state: Backorder,
  { expiresOn }: AboutOf['card-expiring'],
): boolean => state.card.expiresOn === expiresOn && isExpiring(state);
