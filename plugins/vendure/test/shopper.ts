import type { Ask } from './vendure-shop.ts';

type Answer = { __typename: string; message?: string; paymentErrorMessage?: string };

export type PlacedOrder = { id: string; code: string; state: string };

type Item = { variantId: string; quantity: number };

const orderFields = '... on Order { id code state } ... on ErrorResult { message }';

/** Everything up to the payment; returns the code of the order that waits for it. */
export const fillCart = async (ask: Ask, cart: Item & { email: string }): Promise<string> => {
  const { email } = cart;
  await addItem(ask, cart);
  await must(
    ask,
    `mutation ($input: CreateCustomerInput!) {
      it: setCustomerForOrder(input: $input) { __typename ${orderFields} }
    }`,
    { input: { emailAddress: email, firstName: 'Ada', lastName: 'Lovelace' } },
  );
  await must(
    ask,
    `mutation ($input: CreateAddressInput!) {
      it: setOrderShippingAddress(input: $input) { __typename ${orderFields} }
    }`,
    {
      input: {
        ...{ fullName: 'Ada Lovelace', streetLine1: '1 Main Street', city: 'New York' },
        ...{ province: 'NY', postalCode: '10001', countryCode: 'US' },
      },
    },
  );
  const { methods } = await ask<{ methods: { id: string }[] }>(
    '{ methods: eligibleShippingMethods { id } }',
  );
  await must(
    ask,
    `mutation ($ids: [ID!]!) {
      it: setOrderShippingMethod(shippingMethodId: $ids) { __typename ${orderFields} }
    }`,
    { ids: [methods[0]?.id] },
  );
  const { code } = await must<PlacedOrder>(
    ask,
    `mutation {
      it: transitionOrderToState(state: "ArrangingPayment") {
        __typename ... on Order { id code state } ... on OrderStateTransitionError { message transitionError }
      }
    }`,
  );
  return code;
};

export const addItem = (ask: Ask, { variantId, quantity }: Item) =>
  must(
    ask,
    `mutation ($id: ID!, $quantity: Int!) {
      it: addItemToOrder(productVariantId: $id, quantity: $quantity) { __typename ${orderFields} }
    }`,
    { id: variantId, quantity },
  );

export const pay = (ask: Ask, input: { method: string; metadata: object }): Promise<PlacedOrder> =>
  must<PlacedOrder>(
    ask,
    `mutation ($input: PaymentInput!) {
      it: addPaymentToOrder(input: $input) {
        __typename ${orderFields}
        ... on PaymentFailedError { paymentErrorMessage }
      }
    }`,
    { input },
  );

/** The one answer of a mutation that is named `it`; throws an error result. */
export const must = async <Result>(
  ask: Ask,
  query: string,
  variables?: object,
): Promise<Result> => {
  const { it } = await ask<{ it: Answer }>(query, variables);
  if (it.message !== undefined) throw new Error(JSON.stringify(it));
  return it as Result;
};

/** What the shopper sees of their own order. */
export const readAsShopper = async (ask: Ask, { code }: PlacedOrder) => {
  const { it } = await ask<{ it: { customFields: object } }>(
    'query ($code: String!) { it: orderByCode(code: $code) { customFields { meanwhilePromisedOn } } }',
    { code },
  );
  return it.customFields;
};

type Shown = { meanwhileAvailability: { state: string; shipsOn: string | null } | null };

/** What a product page says of a variant. */
export const readProduct = async (ask: Ask, variantId: string): Promise<Shown> => {
  const { it } = await ask<{
    it: { items: { variants: ({ id: string } & Shown)[] }[] };
  }>(
    `{
      it: products(options: { take: 100 }) {
        items { variants { id meanwhileAvailability { state shipsOn text } } }
      }
    }`,
  );
  const found = it.items.flatMap(({ variants }) => variants).find(({ id }) => id === variantId);
  if (!found) throw new Error(`There is no variant ${variantId}`);
  return found;
};
