import type { OpenPayment } from '../../../db/payment/open-payment.ts';

import { Paragraphs } from '../../html/layout.tsx';
import { amid, reachOf } from '../../html/site.ts';
import { amountIn, lastDayOf, numberOf, type OrderPage } from '../parts/order-page.ts';
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
  const say = page.words.say.payPage;
  const data = { kind: 'payment' as const, ...provider, secret, method };
  const said = isRepeated ? { said: say.unconfirmed() } : {};
  return renderCardPage(
    { page, places, title: say.title(), data, ...said },
    <>
      <Paragraphs texts={words(page)} />
      <NeedsScript text={page.words.say.cardPage.needsScript(reachOf(page))} />
      {method !== null && (
        <p>
          <button id="same" className="button go" type="button" disabled>
            {say.same()}
          </button>
        </p>
      )}
      <h2>{method === null ? say.card() : say.orOther()}</h2>
      <CardForm label={say.pay()} />
      <PaidForm path={places.path} />
    </>,
  );
};

const words = (page: OrderPage): string[] => {
  const say = page.words.say.payPage;
  const problem = problemOf(page);
  if (problem === null) return [];
  const sum = amountIn(page, problem.amount);
  const order = amid(page, numberOf(page.order));
  return [
    `${say.needed({ sum, order })} ${isOwed(page) ? whenCharged(page) : say.heldThen()}`,
    ...(problem.payBy === null ? [] : [say.keptUntil({ day: lastDayOf(page, problem.payBy) })]),
  ];
};
