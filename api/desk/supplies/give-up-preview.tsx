import type { Named } from '../call.ts';
import { OrderLink } from '../parts/order-link.tsx';
import { Table } from '../parts/table.tsx';
import { Sum } from '../parts/when.tsx';

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
            {money.map(({ refunded, voided, neverCharged }) => (
              <li key={refunded.currency}>
                <Sum money={refunded} /> are refunded, <Sum money={voided} /> that are held are let
                go, and <Sum money={neverCharged} /> are never charged.
              </li>
            ))}
          </>
        )}
        <li>
          {stays.units === 0
            ? 'Nothing of it is set aside for anybody.'
            : `${count(stays.units)} units are set aside for ${count(stays.orders)} orders, and stay.`}
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

const nobody = (supplyId: string | null): string =>
  supplyId === null
    ? 'Nobody waits for it, so nothing is cancelled.'
    : 'Whoever waits is reached by something else, so nothing is cancelled.';

const count = (number: number): string => number.toLocaleString('en-US');
