import { missing, refused } from '../http/errors.ts';
import type { PaymentMethod } from '../records/payment-method.ts';
import type { Store } from '../store.ts';
import { cardOf, methodOfCard } from './cards-in-use.ts';
import { findTestCard } from './test-cards.ts';

/** The method, a new one if a test card is named, or a failure: 404, or 400 with the parameter. */
export const getPaymentMethod = (
  store: Store,
  { id, nowMs, param }: { id: string; nowMs: number; param?: string },
): PaymentMethod => {
  const found = store.find('payment_method', id);
  if (found) return found;
  const test = findTestCard(id);
  if (!test) throw missing('PaymentMethod', id, param);
  const method = methodOfCard(test.card, nowMs);
  store.put('payment_method', method);
  store.put('card_in_use', { id: method.id, name: test.name, setUp: false });
  return method;
};

/** Gives the method to the customer; a test card becomes a method of its own. */
export const attach = (
  store: Store,
  { customer, ...named }: { id: string; customer: string; nowMs: number; param?: string },
): PaymentMethod => {
  const method = getPaymentMethod(store, named);
  if (method.customer !== null && method.customer !== customer)
    throw refused('The payment method you provided has already been attached to a customer.');
  cardOf(store, method);
  const attached = { ...method, customer };
  store.put('payment_method', attached);
  return attached;
};

/** Takes it from its customer, for good. Throws a 400 when nobody owns it. */
export const detach = (store: Store, method: PaymentMethod): PaymentMethod => {
  if (method.customer === null)
    throw refused(
      'The payment method you provided is not attached to a customer so detachment is impossible.',
    );
  const detached = { ...method, customer: null };
  store.put('payment_method', detached);
  store.remove('card_in_use', method.id);
  return detached;
};
