import type { BackorderLine } from '../../../db/backorder/read.ts';
import { isolated } from '../../../workflows/calendar/isolated.ts';
import { isPicture } from '../../html/pictures.ts';
import { amountIn, type OrderPage } from './order-page.ts';

/** The ordered lines with their state, and the sums of the order. */
export const Lines = ({ page }: { page: OrderPage }) => {
  const { lines } = page.order;
  const say = page.words.say.linesPage;
  const total = lines.reduce((sum, line) => sum + line.total, page.shipping);
  return (
    <>
      <ul className="rows">
        {lines.map((line) => (
          <li key={line.lineId}>
            <Thumbnail page={page} line={line} />
            <div className="what">
              <bdi>{titleOf(page, line)}</bdi>
              <br />
              <span className="muted">
                {say.quantityAndState({ quantity: line.quantity, state: unitWords(page, line) })}
              </span>
            </div>
            <div className="sum">{amountIn(page, line.total)}</div>
          </li>
        ))}
      </ul>
      <dl className="sums">
        {page.shipping > 0 && (
          <div>
            <dt>{say.shipping()}</dt>
            <dd>{amountIn(page, page.shipping)}</dd>
          </div>
        )}
        <div>
          <dt>{say.total()}</dt>
          <dd>{amountIn(page, total)}</dd>
        </div>
      </dl>
    </>
  );
};

type OfLine = { page: OrderPage; line: { lineId: string } };

/**
 * The title stands beside it, so that it says nothing of its own. Its place is kept for a line that
 * has no picture among others that do.
 */
export const Thumbnail = ({ page, line }: OfLine) => {
  const url = pictureOf(page, line.lineId);
  if (url === null) {
    const hasSome = page.order.lines.some(({ lineId }) => pictureOf(page, lineId) !== null);
    return hasSome ? <span className="thumb" /> : null;
  }
  return <img className="thumb" src={url} alt="" width={64} height={64} loading="lazy" />;
};

const pictureOf = ({ pictures }: OrderPage, lineId: string): string | null => {
  const url = pictures.get(lineId) ?? null;
  return url !== null && isPicture(url) ? url : null;
};

export const titleOf = ({ titles }: OrderPage, { lineId }: { lineId: string }): string =>
  isolated(titles.get(lineId) ?? lineId);

/** `set aside for you`, or with counts when a line is divided: `1 shipped and 2 waiting`. */
const unitWords = ({ words }: OrderPage, line: BackorderLine): string => {
  const say = words.say.linesPage;
  const parts = [
    { count: line.shipped, all: say.shipped, some: say.someShipped },
    { count: line.allocated, all: say.allocated, some: say.someAllocated },
    { count: line.waiting, all: say.waiting, some: say.someWaiting },
    { count: line.cancelled, all: say.cancelled, some: say.someCancelled },
  ].filter(({ count }) => count > 0);
  return words.list(
    parts.map(({ count, all, some }) => (parts.length === 1 ? all() : some({ count }))),
  );
};
