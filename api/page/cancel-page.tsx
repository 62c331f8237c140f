import { languageOf } from '../../workflows/calendar/format.ts';
import { Paragraphs, renderPage } from './parts/layout.tsx';
import { titleOf } from './parts/lines.tsx';
import { amountIn, isFree, type OrderPage, reach } from './parts/order-page.ts';
import { isDoubtful, moneyOf } from './words/money.ts';

/**
 * `path` is where the order's page is served. `formId` goes with the form, so that the button
 * pressed twice, or again after a reload, is one cancellation.
 */
type Props = { page: OrderPage; path: string; formId: string };

/** Asks whether the order shall be cancelled. Showing it changes nothing; its form does. */
export const cancelPage = (props: Props): string => {
  const { shop, order } = props.page;
  return renderPage({
    shop,
    lang: languageOf(order.locale),
    title: `Cancel order ${order.orderId}`,
    children: <Question {...props} />,
  });
};

const Question = ({ page, path, formId }: Props) => (
  <>
    <h1>{`Cancel order ${page.order.orderId}?`}</h1>
    <Paragraphs texts={consequences(page)} />
    <h2>This will be canceled</h2>
    <ul className="rows">
      {openLines(page).map(({ lineId, quantity }) => (
        <li key={lineId}>
          <bdi>{titleOf(page, { lineId })}</bdi>
          <span>Quantity {quantity}</span>
        </li>
      ))}
    </ul>
    <form method="post" action={`${path}/cancel`}>
      <input type="hidden" name="formId" value={formId} />
      <p>
        <button className="button sure" type="submit">
          Yes, cancel it
        </button>
        <a href={path}>No, keep my order</a>
      </p>
    </form>
  </>
);

const consequences = (page: OrderPage): string[] => {
  const { spare } = moneyOf(page);
  if (isFree(page)) {
    return ['Canceling cannot be undone: a new order would go to the end of the line.'];
  }
  return [
    'Canceling is free of charge and cannot be undone: a new order would go to the end of the line.',
    ...(spare === 0
      ? []
      : [
          `What you have paid for it will be refunded${page.heldBy === 'shop' ? ` by ${page.shop.name}` : ''} to the payment method you paid with.`,
        ]),
    ...(isDoubtful(page) ? [`If you have paid for it, please ${reach(page)}.`] : []),
    released(page) ?? `Nothing ${spare === 0 ? '' : 'more '}will be charged for what you cancel.`,
  ];
};

/** Shipped items are charged all the same. */
const released = (page: OrderPage): string | null => {
  const { authorized = 0 } = page.order.view?.payment ?? {};
  const { due } = moneyOf(page);
  if (authorized <= due) return null;
  const sum = amountIn(page, authorized - due);
  return due === 0
    ? `The ${sum} held on your card will be released, and not charged.`
    : `${sum} of what is held on your card will be released, and not charged.`;
};

const openLines = ({ order }: OrderPage) =>
  order.lines
    .map(({ lineId, sku, waiting, allocated }) => ({ lineId, sku, quantity: waiting + allocated }))
    .filter(({ quantity }) => quantity > 0);
