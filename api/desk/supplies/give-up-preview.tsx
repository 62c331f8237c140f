import { Fragment } from 'react';
import type { Named } from '../call.ts';
import { OrderLink } from '../parts/order-link.tsx';
import { Table } from '../parts/table.tsx';
import { Sum } from '../parts/when.tsx';
import { counted } from '../parts/words.ts';

/** What giving up would cancel, and what becomes of the money. */
export const GiveUpPreview = ({
  base,
  preview,
}: {
  base: string;
  preview: Named<'GiveUpPreview'>;
}) => {
  const { orders, units, whole, partial, money, stays, withdrawn, listed, more } = preview;
  return (
    <>
      <p className="lead">
        {orders === 0
          ? nobody(preview.supplyId)
          : `${count(units)} ${units === 1 ? 'unit' : 'units'} of ${count(orders)} ${orders === 1 ? 'order is' : 'orders are'} cancelled, with one mail each.`}
      </p>
      <ul>
        {orders > 0 && (
          <>
            <li>
              {count(whole)} of the orders end with it; {count(partial)} go on with what else they
              are for, or with what is set aside.
            </li>
            {!more && money.every(({ refunded }) => refunded.amount === 0) && (
              <li>Nothing was charged for it, so nothing is refunded.</li>
            )}
            {money.map((sums) => (
              <MoneyLine key={sums.refunded.currency} {...sums} />
            ))}
          </>
        )}
        <li>
          {stays.units === 0
            ? 'Nothing of it is set aside for anybody.'
            : `${counted(stays.units, 'unit')} ${stays.units === 1 ? 'is' : 'are'} set aside for ${counted(stays.orders, 'order')} already, and not taken away.`}
        </li>
        {withdrawn.length > 0 && (
          <li>
            Withdrawn:{' '}
            {withdrawn.map(({ supplyId, quantity }) => `${supplyId} (${quantity})`).join(', ')}.
          </li>
        )}
      </ul>
      {more && <p>There are more orders than the list shows, or than there was time to count.</p>}
      {listed.length > 0 && (
        <Table
          caption={more ? 'The first orders' : 'The orders'}
          columns={[
            {
              head: 'Order',
              isHead: true,
              cell: ({ orderId }) => <OrderLink base={base} orderId={orderId} />,
            },
            { head: 'Units', isNumber: true, cell: (order) => count(order.units) },
            { head: 'Afterwards', cell: (order) => (order.whole ? 'it is over' : 'it goes on') },
          ]}
          rows={listed}
          keyOf={({ orderId }) => orderId}
          none=""
        />
      )}
    </>
  );
};

/** What becomes of the money of one currency; a sum of nothing is not named. */
const MoneyLine = ({ refunded, voided, neverCharged }: Named<'GiveUpPreview'>['money'][number]) => {
  const parts = [
    { sum: refunded, words: 'is refunded' },
    { sum: voided, words: 'that is held is let go' },
    { sum: neverCharged, words: 'is never charged' },
  ].filter(({ sum }) => sum.amount > 0);
  if (parts.length === 0) return null;
  return (
    <li>
      {parts.map(({ sum, words }, index) => (
        <Fragment key={words}>
          {index > 0 && (index === parts.length - 1 ? ' and ' : ', ')}
          <Sum money={sum} /> {words}
        </Fragment>
      ))}
      .
    </li>
  );
};

const nobody = (supplyId: string | null): string =>
  supplyId === null
    ? 'Nobody waits for it, so nothing is cancelled.'
    : 'Whoever waits is reached by something else, so nothing is cancelled.';

const count = (number: number): string => number.toLocaleString('en-US');
