import type { OpenPayment } from '../../../db/payment/open-payment.ts';

import { Paragraphs } from '../parts/layout.tsx';
import { amountIn, lastDayOf, type OrderPage, reach } from '../parts/order-page.ts';
import { isOwed, problemOf, whenCharged } from '../words/problem.ts';
import {
  CardForm,
  NeedsScript,
  PaidForm,
  type Places,
  renderCardPage,
  type ScriptData,
} from './form.tsx';

/** The provider's script and the key it is used with. */
export type Provider = Required<Pick<ScriptData, 'js' | 'key'>>;

/** `isRepeated`: the customer comes back from their bank without its yes. */
type Props = {
  page: OrderPage;
  places: Places;
  payment: OpenPayment;
  provider: Provider;
  isRepeated: boolean;
};

/** Lets the customer confirm the payment that their bank asks about, with this card or another. */
export const payPage = ({ page, places, payment, provider, isRepeated }: Props): string => {
  const { clientSecret: secret, paymentMethodId: method } = payment;
  const data = { kind: 'payment' as const, ...provider, secret, method };
  return renderCardPage(
    { page, places, title: 'Confirm your payment', data, ...(isRepeated && { said: again }) },
    <>
      <Paragraphs texts={words(page)} />
      <NeedsScript reach={reach(page)} />
      {method !== null && (
        <p>
          <button id="same" className="button go" type="button" disabled>
            Confirm with the card on file
          </button>
        </p>
      )}
      <h2>{method === null ? 'Your card' : 'Or pay with a different card'}</h2>
      <CardForm label="Pay with this card" />
      <PaidForm path={places.path} />
    </>,
  );
};

const again = 'The payment was not confirmed. Please try again or use a different card.';

const words = (page: OrderPage): string[] => {
  const problem = problemOf(page);
  if (problem === null) return [];
  const amount = amountIn(page, problem.amount);
  return [
    `Your bank needs you to confirm the payment of ${amount} for order ${page.order.orderId}. ${whatFollows(page)}`,
    ...(problem.payBy === null
      ? []
      : [`Your items are set aside for you until ${lastDayOf(page, problem.payBy)}.`]),
  ];
};

const whatFollows = (page: OrderPage): string =>
  isOwed(page)
    ? whenCharged(page)
    : 'It will then be held on your card, and charged only when your items ship.';
