import { settle } from './attention.ts';
import type { Backorder } from './backorder.ts';
import { type Card, isReplaced, newCard } from './card.ts';
import { forget } from './delay.ts';
import { worsen } from './dunning.ts';
import { owe } from './evolve-mail.ts';
import { isExpiring } from './expiry.ts';
import type { CardFact, Fact } from './fact.ts';
import { answeredUpTo, noLooks, wanting } from './looks.ts';
import { beginGrace, tellProblem } from './tell-problem.ts';
import type { Instant } from './time.ts';

type About = Extract<Fact, CardFact>;

export const evolveCard = (state: Backorder, fact: About): Backorder => {
  switch (fact.type) {
    case 'PaymentMethodChanged':
      return methodChanged(state, fact.methodId, fact.at);
    case 'CardHinted':
      return withCard(state, { looks: wanting(state.card.looks) });
    case 'CardSeen':
      return seen(state, fact);
    case 'CardOfferWanted':
      return {
        ...state,
        offer: { offerId: fact.offerId, isOpen: false, looks: noLooks },
        offerIds: [...state.offerIds, fact.offerId],
      };
    case 'CardOffered':
      return answered(state, fact.offerId, { isOpen: true });
    case 'OfferHinted':
      return state.offer?.isOpen
        ? { ...state, offer: { ...state.offer, looks: wanting(state.offer.looks) } }
        : state;
    case 'OfferSeen':
      return offerSeen(state, fact);
  }
};

const withCard = (state: Backorder, change: Partial<Card>): Backorder => ({
  ...state,
  card: { ...state.card, ...change },
});

/** Another card revives what the one before has stopped; what that one began is closed. */
const methodChanged = (state: Backorder, methodId: string, at: Instant): Backorder => {
  const card = { ...newCard(methodId, state.card.looks), isNewsOwed: isNewsOwed(state) };
  const intents = state.intents.map((intent) => {
    if (intent.state === 'action_required') return { ...intent, state: 'declined' as const };
    return intent.state === 'refused' ? { ...intent, state: 'closed' as const } : intent;
  });
  return revived({ ...state, card, intents }, { isNoted: isPassedOver(state), at });
};

/** An order that waits again says so; one whose units are kept is told once they are paid for. */
const revived = (
  state: Backorder,
  { isNoted, at }: { isNoted: boolean; at: Instant },
): Backorder => {
  const next = settle({ ...state, graceFrom: null }, 'payment_failed', 'payment_refused');
  if (!isNoted) return next;
  const key = `payment-recovered:noted:${at}`;
  return owe(next, { key, kind: 'payment-recovered', dueAt: at, about: { isHeld: false } });
};

/** Of units that are kept: an order that waits again hears that its card is noted instead. */
const isNewsOwed = ({ card, stock }: Backorder): boolean =>
  stock.leases.length > 0 && (card.isNewsOwed || (card.trouble?.told.length ?? 0) > 0);

const isPassedOver = ({ stock }: Backorder): boolean => stock.passedOver === 'payment';

const seen = (state: Backorder, fact: Extract<About, { type: 'CardSeen' }>): Backorder => {
  if (fact.methodId !== state.card.methodId) return state;
  const { card } = state;
  const { expiresOn, fingerprint, look, at } = fact;
  const known = forget(
    withCard(state, { expiresOn, fingerprint, looks: answeredUpTo(card.looks, look) }),
    (key) => key.startsWith('card:'),
  );
  if (!fact.isUsable) return removed(known, at);
  if (!isReplaced(card, fact)) return oweExpiry(known, at);
  const isNoted = isPassedOver(state) && card.trouble !== null;
  const replaced = withCard(known, {
    trouble: null,
    isNewsOwed: isNewsOwed(state),
    isExpiryTold: false,
  });
  return oweExpiry(card.trouble ? revived(replaced, { isNoted, at }) : replaced, at);
};

/** The card was taken from the customer at the provider: it can never be charged again. */
const removed = (state: Backorder, at: Instant): Backorder => {
  if (state.card.trouble?.kind === 'removed') return state;
  const trouble = worsen(state.card.trouble, 'removed', at);
  return beginGrace(tellProblem(withCard(state, { trouble }), null, at), at);
};

/** Owed when the card expires before the promise, once for each card. */
export const oweExpiry = (state: Backorder, at: Instant): Backorder => {
  const { expiresOn, methodId, isExpiryTold } = state.card;
  if (isExpiryTold || expiresOn === null || !isExpiring(state)) return state;
  const key = `card-expiring:${methodId}:${expiresOn}`;
  const told = withCard(state, { isExpiryTold: true });
  return owe(told, { key, kind: 'card-expiring', dueAt: at, about: { expiresOn } });
};

const answered = (
  state: Backorder,
  offerId: string,
  change: Partial<NonNullable<Backorder['offer']>>,
): Backorder => {
  const next = forget(state, (key) => isOfferKey(key, offerId));
  return next.offer?.offerId === offerId ? { ...next, offer: { ...next.offer, ...change } } : next;
};

const isOfferKey = (key: string, offerId: string): boolean =>
  key === `offer:${offerId}` || key.startsWith(`offered:${offerId}:`);

const offerSeen = (state: Backorder, fact: Extract<About, { type: 'OfferSeen' }>): Backorder => {
  const { offerId, look, methodId, isOpen, at } = fact;
  const { offer } = state;
  if (offer?.offerId !== offerId) return state;
  const next = answered(state, offerId, { looks: answeredUpTo(offer.looks, look) });
  if (methodId !== null) return methodChanged({ ...next, offer: null }, methodId, at);
  return isOpen ? next : { ...next, offer: null };
};
