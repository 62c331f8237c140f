import type { BackorderLine } from '../../../db/backorder/read.ts';
import { isolated } from '../../../workflows/calendar/isolated.ts';
import { amountIn, type OrderPage } from './order-page.ts';

/** The ordered lines with their state, and the sums of the order. */
export const Lines = ({ page }: { page: OrderPage }) => {
  const { lines } = page.order;
  const total = lines.reduce((sum, line) => sum + line.total, page.shipping);
  return (
    <>
      <ul className="rows">
        {lines.map((line) => (
          <li key={line.lineId}>
            <div>
              <bdi>{titleOf(page, line)}</bdi>
              <br />
              <span className="muted">
                Quantity {line.quantity} · {unitWords(line)}
              </span>
            </div>
            <div>{amountIn(page, line.total)}</div>
          </li>
        ))}
      </ul>
      <dl className="sums">
        {page.shipping > 0 && (
          <div>
            <dt>Shipping</dt>
            <dd>{amountIn(page, page.shipping)}</dd>
          </div>
        )}
        <div>
          <dt>Order total</dt>
          <dd>{amountIn(page, total)}</dd>
        </div>
      </dl>
    </>
  );
};

export const titleOf = ({ titles }: OrderPage, { lineId }: { lineId: string }): string =>
  isolated(titles.get(lineId) ?? lineId);

/** `set aside for you`, or with counts when a line is divided: `1 shipped, 2 waiting`. */
const unitWords = (line: BackorderLine): string => {
  const parts = [
    { count: line.shipped, words: 'shipped' },
    { count: line.allocated, words: 'set aside for you' },
    { count: line.waiting, words: 'waiting for stock' },
    { count: line.cancelled, words: 'canceled' },
  ].filter(({ count }) => count > 0);
  return parts
    .map(({ count, words }) => (parts.length === 1 ? words : `${count} ${words}`))
    .join(', ');
};
