import type { Db } from '../../db/client.ts';
import {
  type CardOfferRef,
  endCardOffer,
  listOpenOffers,
  noteCardOffer,
  openCardOffer,
  refuseCardOffer,
  renewOfferKey,
} from '../../db/payment/card-offers.ts';
import {
  getPayer,
  openCustomer,
  renewCustomerKey,
  setCustomer,
  setPaymentMethod,
} from '../../db/payment/payers.ts';
import { nameOf } from '../../workflows/domain/backorder/delays.ts';
import type { Outcome } from '../../workflows/domain/backorder/fact.ts';
import type { CivilDate } from '../../workflows/domain/time.ts';
import type { Activities } from '../call.ts';
import { deadEnd, notYet } from '../failure.ts';
import { readProvider } from './ask-provider.ts';
import type { CardView, PaymentAnswer, PaymentProvider } from './provider.ts';

/**
 * Writes down which card pays. Reads its owner and the last day on which it is valid. An order
 * without a customer at the provider takes that of the first card that it is given.
 */
export const lookAtCard =
  (db: Db, provider: PaymentProvider): Activities['lookAtCard'] =>
  async ({ orderId, effect: { methodId, look } }) => {
    await setPaymentMethod(db.sql, { orderId, methodId });
    const payer = await getPayer(db.sql, orderId);
    const card = await readProvider(() => provider.getCard(methodId));
    const owner = card?.customerId ?? null;
    const customerId =
      payer.customerId ?? (owner && (await setCustomer(db.sql, { orderId, customerId: owner })));
    return [
      {
        type: 'CardSeen',
        look,
        methodId,
        expiresOn: lastDayOf(card),
        fingerprint: card?.fingerprint ?? null,
        isUsable: owner !== null && owner === customerId,
      },
    ];
  };

/**
 * Asks the provider for a form with which the customer gives another card, unless there is an open
 * one. The offer is written down before. While the key lives a repetition is the same form, later a
 * harmless second one. What the provider refuses is a dead end: no repetition changes that.
 */
export const offerCard =
  (db: Db, provider: PaymentProvider): Activities['offerCard'] =>
  async ({ orderId, effect: { offerId } }) => {
    const { key, setupId, ...opened } = await openCardOffer(db.sql, { orderId, offerId });
    if (setupId === null) {
      const offer: Offer = { db, provider, ref: { orderId, ...opened } };
      const customerId = await customerOf(offer);
      const answer = await provider.createSetup({ key, customerId, orderId });
      const setup = await granted(offer, answer, () =>
        renewOfferKey(db.sql, { ...offer.ref, key }),
      );
      await noteCardOffer(db.sql, { ...offer.ref, ...setup });
    }
    return [{ type: 'CardOffered', offerId }];
  };

type Offer = { db: Db; provider: PaymentProvider; ref: CardOfferRef };

/**
 * The provider's customer of the order, made if there is none. While the key lives a repetition is
 * the same customer, later a harmless second one.
 */
const customerOf = async (offer: Offer): Promise<string> => {
  const { db, provider, ref } = offer;
  const { orderId } = ref;
  const payer = await getPayer(db.sql, orderId);
  if (payer.customerId !== null) return payer.customerId;
  const wanted = await openCustomer(db.sql, orderId);
  const { key } = wanted;
  const answer = await provider.createCustomer({ orderId, ...wanted });
  const { customerId } = await granted(offer, answer, () =>
    renewCustomerKey(db.sql, { orderId, key }),
  );
  return setCustomer(db.sql, { orderId, customerId });
};

/** What the provider made. A key whose answer is a failure that it only repeats is given up. */
const granted = async <T>(
  { db, ref }: Offer,
  answer: PaymentAnswer<T>,
  renewKey: () => Promise<void>,
): Promise<T> => {
  switch (answer.outcome) {
    case 'ok':
      return answer.value;
    case 'later':
      throw notYet('provider_busy', answer.retryAfterMs);
    case 'refused':
      await refuseCardOffer(db.sql, { ...ref, refusal: answer.code });
      throw deadEnd('setup_refused');
    case 'unknown':
      if (answer.replayed) await renewKey();
      throw notYet('outcome_unknown');
  }
};

/**
 * Reads the forms, oldest first, so that the card given last is the one that stays. A form is
 * closed only once its card is known to pay, so that a crash before that loses no card. One that
 * the provider refuses to show is closed, and a person is asked; the others are read all the same.
 */
export const lookAtOffers =
  (db: Db, provider: PaymentProvider): Activities['lookAtOffers'] =>
  async ({ orderId, effect }) => {
    const { offerId, look, methodId: known } = effect;
    const failed: Outcome[] = [];
    for (const { offerId: each, setupId } of await listOpenOffers(db.sql, orderId)) {
      const answer = await provider.getSetup(setupId);
      if (answer.outcome === 'refused') {
        await refuseCardOffer(db.sql, { orderId, offerId: each, refusal: answer.code });
        failed.push({ type: 'EffectFailed', effect: nameOf(effect), code: 'setup_refused' });
        continue;
      }
      const { status, paymentMethodId } = await readProvider(async () => answer);
      const isGiven = status === 'succeeded' && paymentMethodId !== null;
      if (isGiven && paymentMethodId !== known) {
        return [{ type: 'OfferSeen', offerId, look, methodId: paymentMethodId }, ...failed];
      }
      if (status !== 'open') await endCardOffer(db.sql, { orderId, offerId: each });
    }
    return [{ type: 'OfferSeen', offerId, look, methodId: null }, ...failed];
  };

const lastDayOf = (card: CardView | undefined): CivilDate | null => {
  if (!card?.expires) return null;
  const { year, month } = card.expires;
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};
