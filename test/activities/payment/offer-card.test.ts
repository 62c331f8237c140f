import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookAtCard, offerCard } from '../../../activities/payment/look-at-card.ts';
import type {
  PaymentAnswer,
  PaymentProvider,
  SetupView,
} from '../../../activities/payment/provider.ts';
import { createStripePayments } from '../../../activities/payment/stripe/provider.ts';
import { placeOrder } from '../../../db/backorder/place.ts';
import { createDatabase as openDatabase } from '../../../db/client.ts';
import { newOrder, place } from '../../db/cast.ts';
import { createBuyer, serveStripe } from '../../dev/stripe/serve.ts';
import { createDatabase } from '../../support/system/stack.ts';

let db: ReturnType<typeof openDatabase>;
let served: Awaited<ReturnType<typeof serveStripe>>;
let stripe: PaymentProvider;
beforeAll(async () => {
  db = openDatabase(await createDatabase(), { max: 3 });
  served = await serveStripe();
  stripe = createStripePayments({ secretKey: 'sk_test_1', apiBase: served.base });
  // The customer that the checkout named is none of this account's.
  await place(db, { A: ['LAMP:1'] });
});
afterAll(async () => {
  await served.close();
  await db.close();
});

const failureOf = async (payments: PaymentProvider, offerId: string): Promise<unknown> => {
  const call = {
    orderId: 'A',
    effect: { lane: 'money', type: 'offerCard', subject: offerId, turn: '', offerId },
  };
  const offer = offerCard(db, payments) as (asked: unknown) => Promise<unknown>;
  return offer(call).then(
    () => undefined,
    (error) => error,
  );
};

const answering = (answer: PaymentAnswer<SetupView>): PaymentProvider => ({
  ...stripe,
  createSetup: async () => answer,
});

describe('a form for another card', () => {
  it('that the provider refuses is a dead end', async () => {
    const failure = await failureOf(stripe, 'o-1');
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject({ type: 'setup_refused', nonRetryable: true });
  });

  it.each<[PaymentAnswer<SetupView>, string]>([
    [{ outcome: 'later', retryAfterMs: 60_000 }, 'provider_busy'],
    [{ outcome: 'unknown', replayed: false }, 'outcome_unknown'],
  ])('that is answered %j is asked for again', async (answer, type) => {
    const failure = await failureOf(answering(answer), 'o-2');
    expect(failure).toMatchObject({ type, nonRetryable: false });
  });
});

describe('a form for an order that has no customer at the provider', () => {
  const nobody = { ...newOrder('N', []).payment, customerId: null, paymentMethodId: null };

  const offer = (orderId: string, offerId: string, payments: PaymentProvider = stripe) => {
    const effect = { lane: 'money', type: 'offerCard', subject: offerId, turn: '', offerId };
    const perform = offerCard(db, payments) as (call: unknown) => Promise<unknown>;
    return perform({ orderId, effect });
  };

  const customersOf = async (orderId: string) => {
    const { data } = await served.stripe.customers.list({ limit: 100 });
    return data.filter(({ metadata }) => metadata.order === orderId).map(({ id }) => id);
  };

  const knownOf = async (orderId: string) => {
    const [row] = await db.sql`
      select provider_customer_id as id from orders where order_id = ${orderId}`;
    return row?.id;
  };

  it('makes one, also when its answer was lost, and keeps it for the next form', async () => {
    await placeOrder(db, newOrder('N', ['LAMP:1'], { payment: nobody }));
    const losing: PaymentProvider = {
      ...stripe,
      createCustomer: async (request) => {
        await stripe.createCustomer(request);
        return { outcome: 'unknown', replayed: false };
      },
    };
    await expect(offer('N', 'n-1', losing)).rejects.toMatchObject({ type: 'outcome_unknown' });
    expect(await knownOf('N')).toBeNull();
    await Promise.all([offer('N', 'n-1'), offer('N', 'n-2')]);
    await offer('N', 'n-3');
    const [only, ...others] = await customersOf('N');
    expect(others).toEqual([]);
    expect(await knownOf('N')).toBe(only);
  });

  it('takes the customer of the first card that the shop gives it', async () => {
    await placeOrder(db, newOrder('G', ['LAMP:1'], { payment: nobody }));
    const { customer, payment_method: methodId } = await createBuyer(served.stripe);
    const { payment_method: foreign } = await createBuyer(served.stripe);
    const look = lookAtCard(db, stripe) as (call: unknown) => Promise<{ isUsable: boolean }[]>;
    const lookAt = (method: string) =>
      look({ orderId: 'G', effect: { methodId: method, look: 1 } });
    expect(await lookAt(methodId)).toMatchObject([{ isUsable: true }]);
    expect(await knownOf('G')).toBe(customer);
    expect(await lookAt(foreign)).toMatchObject([{ isUsable: false }]);
    expect(await lookAt('pm_gone')).toMatchObject([{ isUsable: false }]);
  });
});
