import { refused } from '../http/errors.ts';
import { newId } from '../ids.ts';
import type { PaymentMethod } from '../records/payment-method.ts';
import type { Store } from '../store.ts';
import type { TestCard } from './test-card.ts';
import { findTestCard } from './test-cards.ts';

/**
 * The test card behind a method, and whether it was set up for later. Throws a 400 for a method
 * that was detached: that is for good.
 */
export const cardOf = (store: Store, method: PaymentMethod): { card: TestCard; setUp: boolean } => {
  const use = store.find('card_in_use', method.id);
  const test = use && findTestCard(use.name);
  if (!use || !test)
    throw refused(
      'This PaymentMethod was previously used without being attached to a Customer or was ' +
        'detached from a Customer, and may not be used again.',
    );
  return { card: test.card, setUp: use.setUp };
};

/** The test card behind a method, unless that was detached. */
export const findCard = (store: Store, methodId: string): TestCard | undefined =>
  findTestCard(store.find('card_in_use', methodId)?.name ?? '')?.card;

/** Its bank need not ask its customer again when they are away. */
export const markSetUp = (store: Store, methodId: string): void => {
  const use = store.find('card_in_use', methodId);
  if (use) store.put('card_in_use', { ...use, setUp: true });
};

/** Whether the month on the card has passed, in wall time. */
export const isExpired = ({ card }: PaymentMethod, nowMs: number): boolean =>
  nowMs >= Date.UTC(card.exp_year, card.exp_month);

/** A method that nobody owns yet, made of a test card. */
export const methodOfCard = (card: TestCard, nowMs: number): PaymentMethod => ({
  id: newId('pm'),
  object: 'payment_method',
  type: 'card',
  created: Math.floor(nowMs / 1000),
  livemode: false,
  customer: null,
  allow_redisplay: 'unspecified',
  billing_details: { address: null, email: null, name: null, phone: null },
  card: {
    brand: card.brand,
    last4: card.last4,
    checks: {
      address_line1_check: null,
      address_postal_code_check: null,
      cvc_check: 'pass',
      ...card.checks,
    },
    funding: card.funding,
    country: card.country ?? 'US',
    exp_month: 12,
    exp_year: new Date(nowMs).getUTCFullYear() + 3,
    fingerprint: fingerprintOf(card),
    networks: { available: [card.brand, ...(card.coBrand ? [card.coBrand] : [])], preferred: null },
  },
  metadata: {},
});

/** The same for the same number, as far as the brand and its end tell. */
export const fingerprintOf = ({ brand, last4 }: { brand: string; last4: string }): string =>
  `test${brand}${last4}`;
