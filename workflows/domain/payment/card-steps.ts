import type { Backorder } from '../backorder/backorder.ts';
import { findDelay } from '../backorder/delays.ts';
import type { CardEffect } from '../backorder/effect.ts';
import { isWanted } from '../backorder/look-counter.ts';
import { isTerminal, phaseOf } from '../backorder/snapshot.ts';
import { uncollected } from './sums/value.ts';

/**
 * Questions to the provider about the card itself. Offers come first: a customer waits for them in
 * front of a page. Empty once nothing can be charged any more.
 */
export const cardSteps = (state: Backorder): CardEffect[] => {
  if (state.isRevived) return [];
  if (isTerminal(phaseOf(state.stock)) && uncollected(state) <= 0) return [];
  return [...offerSteps(state), ...lookSteps(state)];
};

/** Whether the provider is being asked for a form, and has not been asked in vain. */
export const isOfferAsked = (state: Backorder): boolean => {
  const { offer } = state;
  return offer !== null && !offer.isOpen && findDelay(state, asking(offer.offerId)) === undefined;
};

const asking = (offerId: string) =>
  ({ lane: 'money', type: 'offerCard', subject: offerId, turn: '', offerId }) as const;

const offerSteps = ({ offer, card: { methodId } }: Backorder): CardEffect[] => {
  if (offer === null) return [];
  const { offerId, isOpen, looks } = offer;
  if (!isOpen) return [asking(offerId)];
  const look = looks.wanted;
  const named = { subject: offerId, turn: `${look}` };
  return isWanted(looks)
    ? [{ lane: 'money', type: 'lookAtOffers', ...named, offerId, look, methodId }]
    : [];
};

const lookSteps = (state: Backorder): CardEffect[] => {
  const { methodId, looks } = state.card;
  if (methodId === null || !isWanted(looks) || isConfirming(state)) return [];
  const look = looks.wanted;
  return [
    { lane: 'money', type: 'lookAtCard', subject: methodId, turn: `${look}`, methodId, look },
  ];
};

/**
 * The first look waits for the confirmation, so that its write to PostgreSQL covers both. It does
 * not wait if units are set aside or the confirmation failed.
 */
const isConfirming = (state: Backorder): boolean =>
  state.stock.leases.length === 0 &&
  state.mail.owed.some(({ kind, key }) => kind === 'confirmation' && !hasFailed(state, key));

const hasFailed = (state: Backorder, subject: string): boolean =>
  findDelay(state, { type: 'sendMail', subject, turn: '' }) !== undefined;
