import { closeAttention } from '../backorder/attention.ts';
import type { Backorder } from '../backorder/backorder.ts';
import { type Card, isInTrouble, isReplaced, newCard } from '../backorder/card.ts';
import { clearDelays } from '../backorder/delays.ts';
import type { EffectName } from '../backorder/effect.ts';
import type { CardFact, Fact } from '../backorder/fact.ts';
import { answerUpTo, noLooks, wantAnother } from '../backorder/look-counter.ts';
import type { OwedMail } from '../backorder/mail.ts';
import { owe } from '../backorder/owe.ts';
import { remember } from '../recent.ts';

import type { Instant } from '../time.ts';
import { worsen } from './dunning/rules.ts';
import { beginGrace, tellProblem } from './dunning/tell.ts';
import { isAnythingUnpaid } from './dunning/trouble.ts';
import { closeRefused } from './evolve.ts';
import { debtOf } from './sums/value.ts';

type About = Extract<Fact, CardFact>;

export const evolveCard = (state: Backorder, fact: About): Backorder => {
  switch (fact.type) {
    case 'PaymentMethodChanged':
      return changeMethod(state, fact.methodId, fact.at);
    case 'MandateAccepted':
      return takeConsent(state, fact.at);
    case 'CardHinted':
      return withCard(state, { looks: wantAnother(state.card.looks) });
    case 'CardSeen':
      return takeCardLook(state, fact);
    case 'CardOfferWanted':
      return {
        ...state,
        offer: { offerId: fact.offerId, isOpen: false, looks: state.offer?.looks ?? noLooks },
        offerIds: remember(state.offerIds, fact.offerId),
      };
    case 'CardOffered':
      return answerOffer(state, fact.offerId, { isOpen: true });
    case 'OfferHinted':
      return state.offer
        ? { ...state, offer: { ...state.offer, looks: wantAnother(state.offer.looks) } }
        : state;
    case 'OfferSeen':
      return takeOfferLook(state, fact);
  }
};

const withCard = (state: Backorder, change: Partial<Card>): Backorder => ({
  ...state,
  card: { ...state.card, ...change },
});

/**
 * Another card revives what the one before has stopped. An intent that waits for that one is
 * closed.
 */
const changeMethod = (state: Backorder, methodId: string, at: Instant): Backorder => {
  if (state.ask) return endAsk({ ...state, card: newCard(methodId, state.card.looks) }, at);
  const isProblemTold = isReliefOwed(state);
  const card = { ...newCard(methodId, state.card.looks), isProblemTold };
  const intents = state.intents.map((intent) =>
    intent.state === 'action_required' ? { ...intent, state: 'declined' as const } : intent,
  );
  return revive({ ...state, card, intents }, { isNoted: isNoteOwed(state), at });
};

const takeConsent = (state: Backorder, at: Instant): Backorder =>
  state.ask ? endAsk({ ...state, ask: { ...state.ask, isAgreed: true } }, at) : state;

/** With card and consent the order takes part in the queue, and its customer has it in writing. */
const endAsk = (state: Backorder, at: Instant): Backorder => {
  const { ask, ...rest } = state;
  if (!ask?.isAgreed || state.card.methodId === null) return state;
  const key = `payment-recovered:agreed:${at}`;
  return owe(rest, { key, kind: 'payment-recovered', dueAt: at, about: { outcome: 'agreed' } });
};

/**
 * We tell a customer who waits at once that we have noted the card. A customer with units set aside
 * is told once they are paid for.
 */
const revive = (
  state: Backorder,
  { isNoted, at }: { isNoted: boolean; at: Instant },
): Backorder => {
  const open = closeRefused({ ...state, graceFrom: null });
  const next = closeAttention(open, 'payment_failed', 'payment_refused');
  const isOwed = next.mail.owed.some(isNote);
  if (!isNoted || isOwed) return next;
  const key = `payment-recovered:noted:${at}`;
  return owe(next, { key, kind: 'payment-recovered', dueAt: at, about: { outcome: 'noted' } });
};

/** Whether the mail says that we have noted another card, with no hold yet. */
const isNote = (mail: OwedMail): boolean =>
  mail.kind === 'payment-recovered' && mail.about.outcome === 'noted';

const isReliefOwed = (state: Backorder): boolean =>
  isInTrouble(state.card) && state.stock.leases.length > 0 && !isBarred(state);

/**
 * We owe the note to a barred customer, and to one without units set aside who was told of trouble.
 * Not to one who owes for goods that left: the charge is told instead.
 */
const isNoteOwed = (state: Backorder): boolean =>
  isBarred(state) ||
  (isInTrouble(state.card) && state.stock.leases.length === 0 && debtOf(state) === 0);

const isBarred = ({ stock }: Backorder): boolean => stock.barred === 'payment';

const takeCardLook = (state: Backorder, fact: Extract<About, { type: 'CardSeen' }>): Backorder => {
  if (fact.methodId !== state.card.methodId) return state;
  const { card } = state;
  const { expiresOn, fingerprint, look, at } = fact;
  const known = clearDelays(
    withCard(state, { expiresOn, fingerprint, looks: answerUpTo(card.looks, look) }),
    ({ type }) => type === 'lookAtCard',
  );
  if (!fact.isUsable) return loseCard(known, at);
  if (!isReplaced(card, fact)) return known;
  const isNoted = isNoteOwed(state) && card.trouble !== null;
  const isProblemTold = isReliefOwed(state);
  const replaced = withCard(known, { trouble: null, isProblemTold, expiryToldBy: null });
  return card.trouble ? revive(replaced, { isNoted, at }) : replaced;
};

/**
 * The provider says that the card is not the customer's, or is so no more: we can never charge it
 * again. That is trouble only if something is still unpaid. One that we ask for is asked for still.
 */
const loseCard = (state: Backorder, at: Instant): Backorder => {
  if (state.ask) return { ...state, card: newCard(null, state.card.looks) };
  if (state.card.trouble?.kind === 'removed' || !isAnythingUnpaid(state, at)) return state;
  const trouble = worsen(state.card.trouble, 'removed', at);
  return beginGrace(tellProblem(withCard(state, { trouble }), null, at), at);
};

const answerOffer = (
  state: Backorder,
  offerId: string,
  change: Partial<NonNullable<Backorder['offer']>>,
): Backorder => {
  const next = clearDelays(state, (delay) => isOnOffer(delay, offerId));
  return next.offer?.offerId === offerId ? { ...next, offer: { ...next.offer, ...change } } : next;
};

const isOnOffer = ({ type, subject }: EffectName, offerId: string): boolean =>
  subject === offerId && (type === 'offerCard' || type === 'lookAtOffers');

const takeOfferLook = (
  state: Backorder,
  fact: Extract<About, { type: 'OfferSeen' }>,
): Backorder => {
  const { offerId, look, methodId, at } = fact;
  const { offer } = state;
  if (offer?.offerId !== offerId) {
    const isKnown = methodId !== null && state.offerIds.includes(offerId);
    return isKnown ? changeMethod(state, methodId, at) : state;
  }
  const looks = answerUpTo(offer.looks, look);
  if (methodId === null) return answerOffer(state, offerId, { looks });
  // The next look knows that this card pays. Only then does it close the form and read the next.
  return changeMethod(answerOffer(state, offerId, { looks: wantAnother(looks) }), methodId, at);
};
