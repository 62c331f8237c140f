import type { Db } from '../../db/client.ts';
import {
  type CardOfferRef,
  endCardOffer,
  listOpenOffers,
  noteCardOffer,
  openCardOffer,
} from '../../db/payment/card-offers.ts';
import { getPayer, openCustomer, setCustomer, setPaymentMethod } from '../../db/payment/payers.ts';
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
 * Asks the provider for a form with which the customer gives another card. The offer is written
 * down before. While the key lives a repetition is the same form, later a harmless second one. What
 * the provider refuses is a dead end: no repetition changes that.
 */
export const offerCard =
  (db: Db, provider: PaymentProvider): Activities['offerCard'] =>
  async ({ orderId, effect: { offerId } }) => {
    const ref: CardOfferRef = { orderId, offerId };
    const { key, setupId } = await openCardOffer(db.sql, ref);
    if (setupId === null) {
      const customerId = await customerOf(db, provider, orderId);
      const setup = granted(await provider.createSetup({ key, customerId, orderId }));
      await noteCardOffer(db.sql, { ...ref, ...setup });
    }
    return [{ type: 'CardOffered', offerId }];
  };

/**
 * The provider's customer of the order, made if there is none. While the key lives a repetition is
 * the same customer, later a harmless second one.
 */
const customerOf = async (db: Db, provider: PaymentProvider, orderId: string): Promise<string> => {
  const payer = await getPayer(db.sql, orderId);
  if (payer.customerId !== null) return payer.customerId;
  const wanted = await openCustomer(db.sql, orderId);
  const { customerId } = granted(await provider.createCustomer({ orderId, ...wanted }));
  return setCustomer(db.sql, { orderId, customerId });
};

const granted = <T>(answer: PaymentAnswer<T>): T => {
  if (answer.outcome === 'ok') return answer.value;
  if (answer.outcome === 'later') throw notYet('provider_busy', answer.retryAfterMs);
  if (answer.outcome === 'refused') throw deadEnd('setup_refused');
  throw notYet('outcome_unknown');
};

/**
 * Reads the forms, oldest first, so that the card given last is the one that stays. A form is
 * closed only once its card is known to pay, so that a crash before that loses no card.
 */
export const lookAtOffers =
  (db: Db, provider: PaymentProvider): Activities['lookAtOffers'] =>
  async ({ orderId, effect: { offerId, look, methodId: known } }) => {
    for (const { offerId: each, setupId } of await listOpenOffers(db.sql, orderId)) {
      const { status, paymentMethodId } = await readProvider(() => provider.getSetup(setupId));
      const isGiven = status === 'succeeded' && paymentMethodId !== null;
      if (isGiven && paymentMethodId !== known) {
        return [{ type: 'OfferSeen', offerId, look, methodId: paymentMethodId }];
      }
      if (status !== 'open') await endCardOffer(db.sql, { orderId, offerId: each });
    }
    return [{ type: 'OfferSeen', offerId, look, methodId: null }];
  };

const lastDayOf = (card: CardView | undefined): CivilDate | null => {
  if (!card?.expires) return null;
  const { year, month } = card.expires;
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};
