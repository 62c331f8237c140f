import {
  isPaymentUnclear,
  isShippedUnpaid,
  isUnconfirmed,
} from '../../../workflows/domain/backorder/attention.ts';
import { type OrderSums, sumsOf } from '../../../workflows/domain/payment/sums/order-sums.ts';
import type { OrderPage } from '../parts/order-page.ts';

/** Whether the provider has not confirmed what the shop says was paid with the order. */
export const isDoubtful = ({ order: { view } }: OrderPage): boolean =>
  view !== null && isUnconfirmed(view);

/** Whether we have to see to the payment ourselves before anything can ship. */
export const isUnclear = ({ order: { view } }: OrderPage): boolean =>
  view !== null && isPaymentUnclear(view);

/** Minor units paid with the order, as the shop says, unless the provider knows of less. */
export const paidAtCheckout = (page: OrderPage): number =>
  isDoubtful(page) ? 0 : (page.paidUpfront ?? 0);

/** Minor units ever taken for the order. What was captured counts a deposit or prepayment in. */
export const paidOf = (page: OrderPage): number =>
  Math.max(page.order.view?.payment.captured ?? 0, paidAtCheckout(page));

/** The sums of the order that are paid, and that are still to be paid. */
export const moneyOf = (page: OrderPage): OrderSums => {
  const { order, shipping } = page;
  const { currency, lines, view } = order;
  const { givenBack = 0, books } = view?.payment ?? {};
  const waived = books?.waived ?? 0;
  return sumsOf({
    currency,
    shipping,
    lines,
    paid: paidOf(page),
    givenBack,
    waived,
  });
};

/** Whether goods left without their money, which is charged as soon as that is possible. */
export const isChargedAtOnce = ({ order: { view } }: OrderPage): boolean =>
  view !== null && isShippedUnpaid(view);
