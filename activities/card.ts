import {
  type CardOfferRef,
  endCardOffer,
  listOpenOffers,
  noteCardOffer,
  openCardOffer,
} from '../db/card-offers.ts';
import type { Db } from '../db/client.ts';
import { getPayer, setPaymentMethod } from '../db/payers.ts';
import type { CivilDate } from '../workflows/domain/time.ts';
import type { Activities } from './call.ts';
import { notYet } from './failure.ts';
import type { CardView, PaymentProvider } from './payment.ts';
import { readProvider } from './provider-call.ts';

/**
 * Writes down which card pays, and reads until when it is valid and whose it is. The form that
 * brought it ends only here, when the workflow has heard of the card: else a crash might lose it.
 */
export const lookAtCard =
  (db: Db, provider: PaymentProvider): Activities['lookAtCard'] =>
  async ({ orderId, effect: { methodId, look } }) => {
    await setPaymentMethod(db, { orderId, methodId });
    await endFormsUpTo(db, provider, { orderId, methodId });
    const { customerId } = await getPayer(db, orderId);
    const card = await readProvider(() => provider.getCard(methodId));
    return [
      {
        type: 'CardSeen',
        look,
        methodId,
        expiresOn: lastDayOf(card),
        fingerprint: card?.fingerprint ?? null,
        isUsable: card?.customerId === customerId,
      },
    ];
  };

/**
 * Asks the provider for a form with which the customer gives another card. It is written down
 * before; repeating it within the key's life is the same form, later a harmless second one.
 */
export const offerCard =
  (db: Db, provider: PaymentProvider): Activities['offerCard'] =>
  async ({ orderId, effect: { offerId } }) => {
    const ref: CardOfferRef = { orderId, offerId };
    const { key, setupId } = await openCardOffer(db, ref);
    if (setupId === null) {
      const { customerId } = await getPayer(db, orderId);
      const answer = await provider.createSetup({ key, customerId, orderId });
      if (answer.outcome === 'later') throw notYet('provider_busy', answer.retryAfterMs);
      if (answer.outcome !== 'ok') throw notYet('outcome_unknown');
      await noteCardOffer(db, { ...ref, ...answer.value });
    }
    return [{ type: 'CardOffered', offerId }];
  };

/** The form that brought this card is over, and so is what was given in older ones. */
const endFormsUpTo = async (
  db: Db,
  provider: PaymentProvider,
  { orderId, methodId }: { orderId: string; methodId: string },
): Promise<void> => {
  let isAdopted = false;
  for (const { offerId, setupId } of await listOpenOffers(db, orderId)) {
    const setup = await readProvider(() => provider.getSetup(setupId));
    isAdopted ||= setup.paymentMethodId === methodId;
    if (isAdopted && setup.status !== 'open') await endCardOffer(db, { orderId, offerId });
  }
};

/**
 * What came of the forms: the newest card that was given, in whichever of them. Repeating it finds
 * the same card.
 */
export const lookAtOffers =
  (db: Db, provider: PaymentProvider): Activities['lookAtOffers'] =>
  async ({ orderId, effect: { offerId, look } }) => {
    let isOpen = false;
    for (const { offerId: each, setupId } of await listOpenOffers(db, orderId)) {
      const setup = await readProvider(() => provider.getSetup(setupId));
      if (setup.status === 'open') {
        isOpen ||= each === offerId;
        continue;
      }
      const { paymentMethodId: methodId } = setup;
      if (setup.status === 'succeeded' && methodId !== null) {
        return [{ type: 'OfferSeen', offerId, look, methodId, isOpen: false }];
      }
      await endCardOffer(db, { orderId, offerId: each });
    }
    return [{ type: 'OfferSeen', offerId, look, methodId: null, isOpen }];
  };

const lastDayOf = (card: CardView | undefined): CivilDate | null => {
  if (!card?.expires) return null;
  const { year, month } = card.expires;
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};
