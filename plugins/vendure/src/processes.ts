import { type FulfillmentProcess, type OrderProcess, TransactionalConnection } from '@vendure/core';
import { answerOf, createMeanwhile } from 'meanwhile-client';
import { getSettings, ofOrder } from './meanwhile.ts';
import { whyNotShip } from './owed.ts';

/**
 * Lets an order ship while its payment is only authorised, because Meanwhile charges the card when
 * the carrier has the parcel, and keeps an order that it holds from being modified here.
 */
export const orderProcess: OrderProcess<never> = {
  transitions: {
    PaymentAuthorized: { to: ['PartiallyShipped', 'Shipped', 'PartiallyDelivered', 'Delivered'] },
  } as never,
  onTransitionStart(_from, to, { order }) {
    const { meanwhileKeeps, meanwhilePhase } = order.customFields;
    if (to === ('Modifying' as string) && meanwhileKeeps && isOpen(meanwhilePhase)) {
      return 'Meanwhile keeps this order: cancel what changes, and place it anew';
    }
    const leaves = ['PartiallyShipped', 'Shipped', 'PartiallyDelivered', 'Delivered'];
    const isEarly = order.state === ('PaymentAuthorized' as string) && leaves.includes(to);
    if (isEarly && !meanwhileKeeps) return 'The payment has to be settled first';
    return undefined;
  },
};

const isOpen = (phase: string | null | undefined): boolean =>
  phase !== 'shipped' && phase !== 'cancelled';

let connection: TransactionalConnection;

/** Asks Meanwhile before units are packed whether they are there and their money is ready. */
export const fulfillmentProcess: FulfillmentProcess<never> = {
  init(injector) {
    connection = injector.get(TransactionalConnection);
  },
  async onTransitionStart(from, to, { ctx, fulfillment, orders }) {
    if (from !== 'Created' || to !== 'Pending') return undefined;
    for (const order of orders) {
      const { meanwhileKeeps, meanwhileOrderId } = order.customFields;
      if (!meanwhileKeeps || !meanwhileOrderId) continue;
      const lines = await connection.getRepository(ctx, 'FulfillmentLine').find({
        where: { fulfillment: { id: fulfillment.id }, orderLine: { order: { id: order.id } } },
      });
      const parts = lines.map(({ orderLineId, quantity }) => ({
        ...{ id: String(orderLineId), quantity },
      }));
      const why = await askWhyNot(meanwhileOrderId, parts);
      if (why) return why;
    }
    return undefined;
  },
};

const askWhyNot = async (orderId: string, parts: Parameters<typeof whyNotShip>[1]) => {
  const { baseUrl, apiKey } = getSettings();
  const api = createMeanwhile({ baseUrl, key: apiKey, timeoutMs: 5_000 });
  const there = await answerOf(api.GET('/v1/backorders/{orderId}', ofOrder(orderId))).catch(
    (error: Error) => error,
  );
  if (there instanceof Error) return `Meanwhile does not say whether it may ship: ${there.message}`;
  return whyNotShip(there, parts);
};
