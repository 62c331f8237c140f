import type { Backorder } from '../backorder/backorder.ts';
import type { CardEffect } from '../backorder/effect.ts';
import { isWanted } from '../backorder/look-counter.ts';
import { isTerminal, phaseOf } from '../backorder/snapshot.ts';
import { uncollected } from './sums/value.ts';

/**
 * What is asked of the provider about the card itself, while something may still be charged to it:
 * first what a customer waits for in front of a page.
 */
export const cardSteps = (state: Backorder): CardEffect[] => {
  if (isTerminal(phaseOf(state.stock)) && uncollected(state) <= 0) return [];
  return [...offerSteps(state), ...lookSteps(state)];
};

const offerSteps = ({ offer, card: { methodId } }: Backorder): CardEffect[] => {
  if (offer === null) return [];
  const { offerId, isOpen, looks } = offer;
  if (!isOpen) return [{ lane: 'money', type: 'offer', key: `offer:${offerId}`, offerId }];
  const look = looks.wanted;
  const key = offeredKey(offerId, look);
  return isWanted(looks) ? [{ lane: 'money', type: 'offered', key, offerId, look, methodId }] : [];
};

const offeredKey = (offerId: string, look: number): string => `offered:${offerId}:${look}`;

const lookSteps = (state: Backorder): CardEffect[] => {
  const { methodId, looks } = state.card;
  if (methodId === null || !isWanted(looks) || isConfirming(state)) return [];
  const key = `card:${methodId}:${looks.wanted}`;
  return [{ lane: 'money', type: 'card', key, methodId, look: looks.wanted }];
};

/** The first look carries what the confirmation brought to PostgreSQL, if there is time for it. */
const isConfirming = ({ stock, mail, delays }: Backorder): boolean =>
  stock.leases.length === 0 &&
  mail.owed.some(({ kind, key }) => kind === 'confirmation' && !(key in delays));
