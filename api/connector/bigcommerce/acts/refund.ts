import { z } from 'zod';
import type { ShopAct, ShopAnswer } from '../../port.ts';
import type { Client } from '../client.ts';
import { majorOf, moneyOf } from '../money.ts';
import { type RefundBody, refundBody } from '../order-body.ts';
import { listAddresses, listRefunds } from '../read-order.ts';
import { done, made, markOf, refused } from './answers.ts';
import { paymentsOf, type Quote, quote, type RefundItem, shippingItems } from './refund-quote.ts';

type Refunded = Extract<ShopAct, { kind: 'refunded' }>;

/**
 * Lets the store give money back. It has no idempotency key, so the reason carries the act's mark,
 * and the list of refunds is read first. The 201 is not yet the money: the order's look shows that.
 */
export const giveBack = async (
  client: Client,
  act: Refunded,
): Promise<ShopAnswer<{ reference: string }>> => {
  const refunds = await listRefunds(client, act.orderId);
  if (refunds.outcome !== 'ok') return refunds;
  const mark = markOf(act.key);
  const ours = refunds.value.find((refund) => isMarked(refund, mark) && !isDeclined(refund));
  if (ours) return done(ours.id);
  const plan = await planRefund(client, { act, mark });
  if (plan.outcome !== 'ok') return plan;
  const { items, quoted } = plan.value;
  const payments = paymentsOf(quoted, act.amount);
  if (payments.outcome !== 'ok') return payments;
  const isSame =
    moneyOf(quoted.total_refund_amount, act.amount.currency).amount === act.amount.amount;
  const answer = made(
    await client.call({
      ...{ method: 'POST', path: `/v3/orders/${act.orderId}/payment_actions/refunds` },
      schema: z.object({ data: refundBody }),
      body: {
        ...{ items, payments: payments.value },
        ...(!isSame && {
          merchant_calculated_override: { total_amount: majorOf(act.amount), total_tax: 0 },
        }),
      },
    }),
  );
  if (answer.outcome !== 'ok') return answer;
  if (isDeclined(answer.value.data)) return refused('invalid', 'the refund was declined');
  return done(answer.value.data.id);
};

const planRefund = async (
  client: Client,
  { act, mark: reason }: { act: Refunded; mark: string },
): Promise<ShopAnswer<{ items: RefundItem[]; quoted: Quote }>> => {
  const { orderId, amount } = act;
  const goods: RefundItem[] = act.lines.map(({ id, quantity }) => ({
    ...{ item_type: 'PRODUCT', item_id: Number(id), quantity, reason },
  }));
  const first = goods.length > 0 ? await quote(client, { orderId, items: goods }) : undefined;
  if (first && first.outcome !== 'ok') return first;
  const covered = moneyOf(first?.value.total_refund_amount, amount.currency).amount;
  if (first && covered >= amount.amount)
    return { outcome: 'ok', value: { items: goods, quoted: first.value } };
  const addresses = await listAddresses(client, orderId);
  if (addresses.outcome !== 'ok') return addresses;
  const missing = { ...amount, amount: amount.amount - covered };
  const items = [...goods, ...shippingItems(addresses.value, { missing, reason })];
  if (items.length === 0) return refused('invalid', 'nothing of the order can be given back');
  const quoted = await quote(client, { orderId, items });
  return quoted.outcome === 'ok'
    ? { outcome: 'ok', value: { items, quoted: quoted.value } }
    : quoted;
};

const isMarked = ({ reason, items }: RefundBody, mark: string): boolean =>
  [reason, ...(items ?? []).map((item) => item.reason)].some((text) => text?.includes(mark));

const isDeclined = ({ payments }: RefundBody): boolean =>
  (payments?.length ?? 0) > 0 && payments?.every((payment) => payment.is_declined) === true;
