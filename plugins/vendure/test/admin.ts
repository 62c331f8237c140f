import assert from 'node:assert/strict';
import { must, type PlacedOrder } from './shopper.ts';
import type { Ask } from './vendure-shop.ts';

type ReadOrder = {
  state: string;
  payments: {
    id: string;
    state: string;
    amount: number;
    refunds: { state: string; total: number }[];
  }[];
  history: { items: { data: { note?: string } }[] };
  lines: { id: string; quantity: number }[];
  fulfillments: { state: string; lines: { quantity: number }[] }[];
  customFields: Record<string, string | null>;
};

export type Admin = ReturnType<typeof createAdmin>;

/** What the shop's people do, by the Admin API. */
export const createAdmin = (ask: Ask) => {
  const runPull = () => ask('mutation { it: runScheduledTask(id: "meanwhile-pull") { success } }');

  /** Left for the next pull to find. */
  const addVariant = async (
    sku: string,
    stockOnHand: number,
    trackInventory = 'TRUE',
  ): Promise<string> => {
    const { it } = await ask<{ it: { id: string } }>(
      `mutation ($input: CreateProductInput!) { it: createProduct(input: $input) { id } }`,
      { input: { translations: [{ languageCode: 'en', name: sku, slug: sku, description: '' }] } },
    );
    const created = await ask<{ it: { id: string }[] }>(
      `mutation ($input: [CreateProductVariantInput!]!) {
        it: createProductVariants(input: $input) { id }
      }`,
      {
        input: [
          {
            ...{ productId: it.id, sku, price: 12_900, stockOnHand, trackInventory },
            ...{ useGlobalOutOfStockThreshold: false, outOfStockThreshold: -100 },
            translations: [{ languageCode: 'en', name: `A ${sku.toLowerCase()}` }],
          },
        ],
      },
    );
    return created.it[0]?.id ?? '';
  };

  const createVariant = async (sku: string, stockOnHand: number): Promise<string> => {
    const id = await addVariant(sku, stockOnHand);
    await runPull();
    return id;
  };

  const setStock = (id: string, stockOnHand: number) =>
    ask(
      `mutation ($input: [UpdateProductVariantInput!]!) {
        updateProductVariants(input: $input) { id }
      }`,
      { input: [{ id, stockOnHand }] },
    );

  const readLevel = async (id: string) => {
    const { it } = await ask<{
      it: { stockLevels: { stockOnHand: number; stockAllocated: number }[] };
    }>(
      `query ($id: ID!) {
        it: productVariant(id: $id) { stockLevels { stockOnHand stockAllocated } }
      }`,
      { id },
    );
    return it.stockLevels[0];
  };

  const readOrder = async ({ id }: PlacedOrder): Promise<ReadOrder> => {
    const { it } = await ask<{ it: ReadOrder }>(
      `query ($id: ID!) {
        it: order(id: $id) {
          state payments { id state amount refunds { state total } } lines { id quantity }
          fulfillments { state lines { quantity } }
          history(options: { filter: { type: { eq: "ORDER_NOTE" } } }) { items { data } }
          customFields { meanwhilePhase meanwhilePromisedOn meanwhileStatusUrl }
        }
      }`,
      { id },
    );
    return it;
  };

  const ship = async (order: PlacedOrder, quantity: number): Promise<void> => {
    const { lines } = await readOrder(order);
    const { id } = await must<{ id: string }>(
      ask,
      `mutation ($input: FulfillOrderInput!) {
        it: addFulfillmentToOrder(input: $input) {
          __typename ... on Fulfillment { id } ... on ErrorResult { message }
          ... on FulfillmentStateTransitionError { transitionError }
        }
      }`,
      {
        input: {
          lines: [{ orderLineId: lines[0]?.id, quantity }],
          handler: {
            code: 'manual-fulfillment',
            arguments: [
              { name: 'method', value: 'UPS' },
              { name: 'trackingCode', value: '1Z999' },
            ],
          },
        },
      },
    );
    await must(
      ask,
      `mutation ($id: ID!) {
        it: transitionFulfillmentToState(id: $id, state: "Shipped") {
          __typename ... on Fulfillment { id } ... on ErrorResult { message }
          ... on FulfillmentStateTransitionError { transitionError }
        }
      }`,
      { id },
    );
  };

  /** All of it, or units of some of its lines. */
  const cancel = (
    order: PlacedOrder,
    lines?: { orderLineId: string | undefined; quantity: number }[],
  ) =>
    must(
      ask,
      `mutation ($input: CancelOrderInput!) {
        it: cancelOrder(input: $input) {
          __typename ... on Order { id state } ... on ErrorResult { message }
        }
      }`,
      { input: { orderId: order.id, lines, reason: 'sold out', cancelShipping: !lines } },
    );

  const refund = async (order: PlacedOrder, amount: number): Promise<void> => {
    const { payments } = await readOrder(order);
    const { id } = await must<{ id: string }>(
      ask,
      `mutation ($input: RefundOrderInput!) {
        it: refundOrder(input: $input) {
          __typename ... on Refund { id state } ... on ErrorResult { message }
        }
      }`,
      {
        input: {
          ...{ paymentId: payments[0]?.id, amount, lines: [], shipping: 0, adjustment: 0 },
          reason: 'cancelled',
        },
      },
    );
    const { state } = await must<{ state: string }>(
      ask,
      `mutation ($id: ID!) {
        it: settleRefund(input: { id: $id, transactionId: "by-hand" }) {
          __typename ... on Refund { id state } ... on ErrorResult { message }
        }
      }`,
      { id },
    );
    assert.equal(state, 'Settled');
  };

  return {
    ...{ addVariant, createVariant, runPull, setStock, readLevel },
    ...{ readOrder, ship, cancel, refund },
  };
};
