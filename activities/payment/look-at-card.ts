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
import { getPayer, setPaymentMethod } from '../../db/payment/payers.ts';
import { nameOf } from '../../workflows/domain/backorder/delays.ts';
import type { Outcome } from '../../workflows/domain/backorder/fact.ts';
import type { CivilDate } from '../../workflows/domain/time.ts';
import type { Activities } from '../call.ts';
import { deadEnd, notYet } from '../failure.ts';
import { readProvider } from './ask-provider.ts';
import type { CardView, PaymentProvider } from './provider.ts';

/** Writes down which card pays. Reads its owner and the last day on which it is valid. */
export const lookAtCard =
  (db: Db, provider: PaymentProvider): Activities['lookAtCard'] =>
  async ({ orderId, effect: { methodId, look } }) => {
    await setPaymentMethod(db.sql, { orderId, methodId });
    const { customerId } = await getPayer(db.sql, orderId);
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
 * Asks the provider for a form with which the customer gives another card, unless there is an open
 * one. The offer is written down before. While the key lives a repetition is the same form, later a
 * harmless second one. What the provider refuses is a dead end: no repetition changes that.
 */
export const offerCard =
  (db: Db, provider: PaymentProvider): Activities['offerCard'] =>
  async ({ orderId, effect: { offerId } }) => {
    const { key, setupId, ...opened } = await openCardOffer(db.sql, { orderId, offerId });
    if (setupId === null) {
      const ref: CardOfferRef = { orderId, ...opened };
      const { customerId } = await getPayer(db.sql, orderId);
      const answer = await provider.createSetup({ key, customerId, orderId });
      if (answer.outcome === 'later') throw notYet('provider_busy', answer.retryAfterMs);
      if (answer.outcome === 'refused') {
        await refuseCardOffer(db.sql, { ...ref, refusal: answer.code });
        throw deadEnd('setup_refused');
      }
      if (answer.outcome === 'unknown') {
        if (answer.replayed) await renewOfferKey(db.sql, { ...ref, key });
        throw notYet('outcome_unknown');
      }
      await noteCardOffer(db.sql, { ...ref, ...answer.value });
    }
    return [{ type: 'CardOffered', offerId }];
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
