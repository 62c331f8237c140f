import type { CardEffect } from '../../../workflows/domain/backorder/effect.ts';
import type { Outcome } from '../../../workflows/domain/backorder/fact.ts';

/** A card as the provider shows it, by its method. */
export type ProviderCard = { expiresOn: string; fingerprint: string; isUsable: boolean };

/** The cards at the provider, and those that customers gave in forms, by the offer's id. */
type Cards = { cardsByMethod: Record<string, ProviderCard>; given: Record<string, string> };

/** What the provider says of cards and of the forms with which customers give them. */
export const askAboutCard = (provider: Cards, effect: CardEffect): Outcome[] => {
  switch (effect.type) {
    case 'lookAtCard': {
      const { methodId, look: n } = effect;
      return [{ type: 'CardSeen', methodId, look: n, ...cardOf(provider, methodId) }];
    }
    case 'offerCard':
      return [{ type: 'CardOffered', offerId: effect.offerId }];
    case 'lookAtOffers': {
      const { offerId, look: n } = effect;
      const given = provider.given[offerId] ?? null;
      const methodId = given === effect.methodId ? null : given;
      if (methodId === null) delete provider.given[offerId];
      return [{ type: 'OfferSeen', offerId, look: n, methodId }];
    }
  }
};

const cardOf = ({ cardsByMethod }: Cards, methodId: string): ProviderCard =>
  cardsByMethod[methodId] ?? { expiresOn: '2031-12-31', fingerprint: methodId, isUsable: true };

/** The bank sends the customer another card, or the method is taken from them. */
export const changeCard = (
  provider: Cards,
  methodId: string,
  change: Partial<ProviderCard>,
): void => {
  provider.cardsByMethod[methodId] = { ...cardOf(provider, methodId), ...change };
};
