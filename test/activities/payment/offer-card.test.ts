import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offerCard } from '../../../activities/payment/look-at-card.ts';
import type {
  PaymentAnswer,
  PaymentProvider,
  SetupView,
} from '../../../activities/payment/provider.ts';
import { createStripePayments } from '../../../activities/payment/stripe/provider.ts';
import { createDatabase as openDatabase } from '../../../db/client.ts';
import { place } from '../../db/cast.ts';
import { serveStripe } from '../../dev/stripe/serve.ts';
import { createDatabase } from '../../support/system/stack.ts';

let db: ReturnType<typeof openDatabase>;
let served: Awaited<ReturnType<typeof serveStripe>>;
let stripe: PaymentProvider;
beforeAll(async () => {
  db = openDatabase(await createDatabase(), { max: 2 });
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
