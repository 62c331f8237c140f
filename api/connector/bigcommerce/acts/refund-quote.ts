import { z } from 'zod';
import type { Money } from '../../../../workflows/domain/money.ts';
import type { ShopAnswer } from '../../port.ts';
import type { Client } from '../client.ts';
import { majorOf, moneyOf } from '../money.ts';
import type { AddressBody } from '../order-body.ts';
import { made, refused } from './answers.ts';

/** The two kinds that BigCommerce's schema tells apart; one of the whole order fits two of them. */
export type RefundItem =
  | { item_type: 'PRODUCT'; item_id: number; quantity: number; reason: string }
  | { item_type: 'SHIPPING'; item_id: number; amount: number; reason: string };

const quoteBody = z.object({
  data: z.object({
    total_refund_amount: z.number(),
    refund_methods: z.array(
      z.array(
        z.object({
          provider_id: z.string(),
          amount: z.number(),
          offline: z.boolean().nullish(),
          offline_provider: z.boolean().nullish(),
        }),
      ),
    ),
  }),
});
export type Quote = z.infer<typeof quoteBody>['data'];

/** What the store would give back for these items, and by which ways. Changes nothing. */
export const quote = async (
  client: Client,
  { orderId, items }: { orderId: string; items: readonly RefundItem[] },
): Promise<ShopAnswer<Quote>> => {
  const path = `/v3/orders/${orderId}/payment_actions/refund_quotes`;
  const answer = made(
    await client.call({ method: 'POST', path, schema: quoteBody, body: { items } }),
  );
  if (answer.outcome === 'ok') return { outcome: 'ok', value: answer.value.data };
  // A quote moves nothing, so that its lost answer is no doubt.
  if (answer.outcome === 'unknown') return { ...answer, outcome: 'later', retryAfterMs: 5_000 };
  return answer;
};

/** What is to be given back beyond the goods, from the shipping of each address as far as it goes. */
export const shippingItems = (
  addresses: readonly AddressBody[],
  { missing, reason }: { missing: Money; reason: string },
): RefundItem[] => {
  const items: RefundItem[] = [];
  let left = missing.amount;
  for (const { id, cost_inc_tax: cost } of addresses) {
    const amount = Math.min(left, moneyOf(cost, missing.currency).amount);
    if (amount <= 0) continue;
    left -= amount;
    const major = majorOf({ ...missing, amount });
    items.push({ item_type: 'SHIPPING', item_id: id, amount: major, reason });
  }
  return items;
};

/** Credit for the next purchase. It is offered first, whatever the order was paid with. */
const storeCredit = 'storecredit';

/**
 * How the money goes back: by the way it came. A way on paper would only change the books, and one
 * that is store credit in part is for a person to choose.
 */
export const paymentsOf = (
  { refund_methods: methods }: Quote,
  amount: Money,
): ShopAnswer<{ provider_id: string; amount: number; offline: boolean }[]> => {
  const moved = methods.filter((parts) =>
    parts.every(({ offline, provider_id: provider }) => !offline && provider !== storeCredit),
  );
  const [first] = moved;
  if (!first) return refused('invalid', 'the store gives this back only by hand or as credit');
  const total = first
    .map((part) => moneyOf(part.amount, amount.currency).amount)
    .reduce((a, b) => a + b, 0);
  if (total !== amount.amount && first.length !== 1)
    return refused('invalid', 'the store would give back another sum, by several ways');
  const value = first.map((part) => ({
    ...{ provider_id: part.provider_id, offline: false },
    amount: total === amount.amount ? part.amount : majorOf(amount),
  }));
  return { outcome: 'ok', value };
};
