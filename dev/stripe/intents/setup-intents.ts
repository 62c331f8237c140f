import { Hono } from 'hono';
import { cardOf, markSetUp } from '../cards/cards-in-use.ts';
import { getCustomer } from '../cards/customers.ts';
import { declineError } from '../cards/declines.ts';
import { attach, getPaymentMethod } from '../cards/payment-methods.ts';
import { requireClientSecret } from '../http/access.ts';
import type { Call, Endpoint } from '../http/endpoint.ts';
import { type ApiError, ApiFailure, missing, refused } from '../http/errors.ts';
import { createdIn, listPage } from '../http/lists.ts';
import { mergeMetadata, readParams } from '../http/params.ts';
import { newId, randomText } from '../ids.ts';
import type { SetupIntent } from '../records/setup-intent.ts';
import type { Store } from '../store.ts';
import { cancelParams, confirmParams, createParams, listParams } from './setup-intent-params.ts';

/** `/v1/setup_intents`: a card is made ready for later (docs.stripe.com/api/setup_intents). */
export const setupIntentRoutes = (endpoint: Endpoint, store: Store): Hono =>
  new Hono()
    .post(
      '/',
      endpoint((call) => create(store, call)),
    )
    .get(
      '/:id',
      endpoint((call) => {
        const setup = getSetupIntent(store, call.id);
        requireClientSecret(call, setup);
        return setup;
      }),
    )
    .get(
      '/',
      endpoint(({ form, path }) => {
        const params = readParams(listParams, form);
        const all = store
          .list('setup_intent')
          .filter(({ customer }) => params.customer === undefined || customer === params.customer)
          .filter(
            ({ payment_method }) =>
              params.payment_method === undefined || payment_method === params.payment_method,
          )
          .filter(createdIn(params.created));
        return listPage(path, all, params);
      }),
    )
    .post(
      '/:id/confirm',
      endpoint((call) => {
        const params = readParams(confirmParams, call.form);
        const setup = getSetupIntent(store, call.id);
        requireClientSecret(call, setup);
        const payment_method = methodOf(store, call, params.payment_method) ?? setup.payment_method;
        return confirm(
          store,
          { ...setup, payment_method },
          { ...call, returnUrl: params.return_url },
        );
      }),
    )
    .post(
      '/:id/cancel',
      endpoint(({ id, form }) => {
        const { cancellation_reason = null } = readParams(cancelParams, form);
        const setup = getSetupIntent(store, id);
        if (isOver(setup)) throw unexpectedState(setup, 'canceled');
        return put(store, { ...setup, status: 'canceled', cancellation_reason, next_action: null });
      }),
    );

const create = (store: Store, call: Call): SetupIntent => {
  const params = readParams(createParams, call.form);
  if (params.customer !== undefined) getCustomer(store, params.customer, 'customer');
  const id = newId('seti');
  const payment_method = methodOf(store, call, params.payment_method) ?? null;
  const setup: SetupIntent = {
    id,
    object: 'setup_intent',
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomText(25)}`,
    created: Math.floor(call.nowMs / 1000),
    customer: params.customer ?? null,
    description: params.description ?? null,
    last_setup_error: null,
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    next_action: null,
    payment_method,
    payment_method_types: ['card'],
    status: payment_method === null ? 'requires_payment_method' : 'requires_confirmation',
    usage: params.usage,
  };
  return params.confirm
    ? confirm(store, setup, { ...call, returnUrl: params.return_url })
    : put(store, setup);
};

type Confirmation = Pick<Call, 'decline' | 'nowMs' | 'publicUrl'> & {
  returnUrl: string | undefined;
};

const confirm = (store: Store, setup: SetupIntent, how: Confirmation): SetupIntent => {
  if (setup.payment_method === null || isOver(setup)) throw unexpectedState(setup, 'confirmed');
  const named = { id: setup.payment_method, nowMs: how.nowMs, param: 'payment_method' };
  const { card, setUp } = cardOf(store, getPaymentMethod(store, named));
  const code = how.decline ?? (card.declinesSetup ? card.decline : undefined);
  if (code !== undefined) return failSetup(store, setup, declineError(code));
  const asks = card.authenticate !== undefined && card.authenticate !== 'on-session' && !setUp;
  if (!asks) return finishSetup(store, setup, how.nowMs);
  const url = `${how.publicUrl}/authenticate/${setup.id}?client_secret=${setup.client_secret}`;
  return put(store, {
    ...setup,
    status: 'requires_action',
    next_action: {
      type: 'redirect_to_url',
      redirect_to_url: { url, return_url: how.returnUrl ?? null },
    },
  });
};

/** The card is ready: it belongs to the customer, and need not ask again off-session. */
export const finishSetup = (store: Store, setup: SetupIntent, nowMs: number): SetupIntent => {
  const id = setup.payment_method ?? '';
  if (setup.customer !== null) attach(store, { id, customer: setup.customer, nowMs });
  markSetUp(store, id);
  return put(store, { ...setup, status: 'succeeded', next_action: null, last_setup_error: null });
};

/** The setup intent, or a 404. */
export const getSetupIntent = (store: Store, id: string): SetupIntent => {
  const setup = store.find('setup_intent', id);
  if (!setup) throw missing('setupintent', id);
  return setup;
};

/** The set-up failed; throws the 402 and leaves it open for another card. */
export const failSetup = (store: Store, setup: SetupIntent, error: ApiError): never => {
  const failed = put(store, {
    ...setup,
    status: 'requires_payment_method',
    payment_method: null,
    last_setup_error: error,
    next_action: null,
  });
  throw new ApiFailure(402, { ...error, setup_intent: failed });
};

const isOver = ({ status }: SetupIntent): boolean =>
  status === 'succeeded' || status === 'canceled';

const unexpectedState = (setup: SetupIntent, act: string): ApiFailure =>
  refused(`This SetupIntent cannot be ${act}: its status is ${setup.status}.`, {
    code: 'setup_intent_unexpected_state',
    setup_intent: setup,
  });

const methodOf = (store: Store, { nowMs }: Call, id: string | undefined): string | undefined =>
  id === undefined ? undefined : getPaymentMethod(store, { id, nowMs, param: 'payment_method' }).id;

const put = (store: Store, setup: SetupIntent): SetupIntent => {
  store.put('setup_intent', setup);
  return setup;
};
