import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lookAtCard, lookAtOffers, offerCard } from '../../../activities/payment/look-at-card.ts';
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
let orderId: string;
let customer: string;
let count = 0;
beforeAll(async () => {
  db = openDatabase(await createDatabase(), { max: 3 });
  served = await serveStripe();
  stripe = createStripePayments({ secretKey: 'sk_test_1', apiBase: served.base });
});
beforeEach(async () => {
  orderId = `order-${++count}`;
  await place(db, { [orderId]: ['LAMP:1'] });
  customer = (await served.stripe.customers.create({ email: 'ada@example.org' })).id;
  await nameCustomer(customer);
});
afterAll(async () => {
  await served.close();
  await db.close();
});

const nameCustomer = (id: string) =>
  db.sql`update orders set provider_customer_id = ${id} where order_id = ${orderId}`;

const offer = async (offerId: string, payments: PaymentProvider = stripe): Promise<unknown> => {
  const effect = { lane: 'money', type: 'offerCard', subject: offerId, turn: '', offerId };
  const perform = offerCard(db, payments) as (asked: unknown) => Promise<unknown>;
  return perform({ orderId, effect });
};

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error) => error,
  );

const answering = (answer: PaymentAnswer<SetupView>): PaymentProvider => ({
  ...stripe,
  createSetup: async () => answer,
});

const rows = async () =>
  (
    await db.sql`
      select offer_id, setup_id, ended_at is not null as has_ended, refusal from card_offers
      where order_id = ${orderId} order by created_at`
  ).map((row) => ({ ...row }));

const madeThere = async () =>
  (await served.stripe.setupIntents.list({ customer, limit: 10 })).data.map(({ id }) => id);

describe('a form for another card', () => {
  it('that the provider refuses is a dead end, and closed', async () => {
    await nameCustomer('cus_of_another_account');
    const failure = await failureOf(offer('o-1'));
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject({ type: 'setup_refused', nonRetryable: true });
    const closed = { offerId: 'o-1', setupId: null, hasEnded: true, refusal: 'resource_missing' };
    expect(await rows()).toEqual([closed]);
  });

  it('that was refused can be had once a person has put it right', async () => {
    await nameCustomer('cus_of_another_account');
    await failureOf(offer('o-1'));
    await nameCustomer(customer);
    expect(await offer('o-1')).toEqual([{ type: 'CardOffered', offerId: 'o-1' }]);
    const [setupId] = await madeThere();
    expect(await rows()).toEqual([{ offerId: 'o-1', setupId, hasEnded: false, refusal: null }]);
  });

  it.each<[PaymentAnswer<SetupView>, string]>([
    [{ outcome: 'later', retryAfterMs: 60_000 }, 'provider_busy'],
    [{ outcome: 'unknown', replayed: false }, 'outcome_unknown'],
  ])('that is answered %j is asked for again', async (answer, type) => {
    const failure = await failureOf(offer('o-2', answering(answer)));
    expect(failure).toMatchObject({ type, nonRetryable: false });
  });

  it('gets another key once the provider only repeats its own failure', async () => {
    await served.plan({ match: 'POST /v1/setup_intents', times: 1, fault: 'status-after:500' });
    for (let i = 0; i < 2; i++) {
      expect(await failureOf(offer('o-1'))).toMatchObject({ type: 'outcome_unknown' });
    }
    expect(await offer('o-1')).toEqual([{ type: 'CardOffered', offerId: 'o-1' }]);
  });

  it('is the same one as long as it is open', async () => {
    await offer('o-1');
    expect(await offer('o-2')).toEqual([{ type: 'CardOffered', offerId: 'o-2' }]);
    expect(await madeThere()).toHaveLength(1);
    expect(await rows()).toMatchObject([{ offerId: 'o-1', hasEnded: false }]);
  });

  it.each([
    ['right before the provider was asked', async () => {}],
    [
      'once the provider had made it',
      async (request: Parameters<PaymentProvider['createSetup']>[0]) => {
        await stripe.createSetup(request);
      },
    ],
  ])('is one, also after a crash %s', async (_when, before) => {
    const crashing: PaymentProvider = {
      ...stripe,
      createSetup: async (request) => {
        await before(request);
        throw new Error('the process died');
      },
    };
    await failureOf(offer('o-1', crashing));
    await offer('o-2');
    const [setupId, ...others] = await madeThere();
    expect(others).toEqual([]);
    expect(await rows()).toEqual([{ offerId: 'o-1', setupId, hasEnded: false, refusal: null }]);
  });

  it('is a new one after it was filled in, or after a day', async () => {
    await offer('o-1');
    await db.sql`update card_offers set ended_at = now() where order_id = ${orderId}`;
    await offer('o-2');
    expect(await madeThere()).toHaveLength(2);
    await db.sql`
      update card_offers set created_at = now() - interval '1 day' where order_id = ${orderId}`;
    await offer('o-3');
    expect(await madeThere()).toHaveLength(3);
  });
});

describe('a look at the forms', () => {
  const look = async (payments: PaymentProvider = stripe): Promise<unknown> => {
    const effect = {
      ...{ lane: 'money', type: 'lookAtOffers', subject: 'o-1', turn: '1' },
      ...{ offerId: 'o-1', look: 1, methodId: 'pm_1' },
    };
    const perform = lookAtOffers(db, payments) as (asked: unknown) => Promise<unknown>;
    return perform({ orderId, effect });
  };
  const seen = { type: 'OfferSeen', offerId: 'o-1', look: 1, methodId: null };
  const failed = {
    type: 'EffectFailed',
    effect: { type: 'lookAtOffers', subject: 'o-1', turn: '1' },
    code: 'setup_refused',
  };

  it('closes the one that the provider refuses to show, and a person is asked', async () => {
    await offer('o-1');
    await db.sql`update card_offers set setup_id = 'seti_gone' where order_id = ${orderId}`;
    expect(await look()).toEqual([seen, failed]);
    expect(await rows()).toMatchObject([{ hasEnded: true, refusal: 'resource_missing' }]);
    expect(await look()).toEqual([seen]);
  });

  it('still finds the card that was given in another', async () => {
    await db.sql`
      insert into card_offers (order_id, offer_id, key, setup_id, created_at)
      values (${orderId}, 'o-0', gen_random_uuid(), 'seti_gone', now() - interval '2 days')`;
    await offer('o-1');
    const [setupId = ''] = await madeThere();
    await served.stripe.setupIntents.confirm(setupId, { payment_method: 'pm_card_visa' });
    expect(await look()).toEqual([{ ...seen, methodId: expect.stringMatching(/^pm_/) }, failed]);
  });

  it('is made again while the provider is away, and leaves the form open', async () => {
    await offer('o-1');
    const away: PaymentProvider = {
      ...stripe,
      getSetup: async () => ({ outcome: 'unknown', replayed: false }),
    };
    expect(await failureOf(look(away))).toMatchObject({ nonRetryable: false });
    expect(await rows()).toMatchObject([{ hasEnded: false, refusal: null }]);
  });

  it('asks the provider nothing when no form is open', async () => {
    const never = async () => {
      throw new Error('nobody was to be asked');
    };
    expect(await look({ ...stripe, getSetup: never })).toEqual([seen]);
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
