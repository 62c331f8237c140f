import type { OrderRow } from '../../../db/desk/orders/rows.ts';
import { zoneAtShipTo } from '../../../workflows/calendar/ship-to-day.ts';
import { attentionWords } from '../../../workflows/domain/desk/attention-words.ts';
import { nextWords } from '../../../workflows/domain/desk/message-words.ts';
import { paymentWords } from '../../../workflows/domain/desk/payment-words.ts';
import { phaseWords } from '../../../workflows/domain/desk/phase-words.ts';
import { Badge } from '../parts/badge.tsx';
import { OrderLink } from '../parts/order-link.tsx';
import type { Column } from '../parts/table.tsx';
import { Day, Until, When } from '../parts/when.tsx';
import { phaseTones } from '../parts/words.ts';

/** What the list shows of each order. Whose it is only to those who may see that. */
export const columnsOf = ({
  base,
  showsCustomer,
}: {
  base: string;
  showsCustomer: boolean;
}): Column<OrderRow>[] => [
  {
    head: 'Order',
    isHead: true,
    cell: (row) => (
      <>
        <OrderLink base={base} orderId={row.orderId} />
        <div className="muted">
          <When at={row.placedAt} zone={zoneAtShipTo(row)} />
        </div>
      </>
    ),
  },
  ...(showsCustomer ? [customer] : []),
  { head: 'Phase and payment', cell: (row) => <Standing row={row} /> },
  { head: 'Waits for a person', cell: (row) => <Attention row={row} /> },
  { head: 'Goods', cell: ({ lines }) => <Goods lines={lines} /> },
  { head: 'Promise and law', cell: (row) => <Days row={row} /> },
  { head: 'Next by itself', cell: (row) => <Next row={row} /> },
];

const customer: Column<OrderRow> = {
  head: 'Customer',
  cell: ({ name, email }) => (
    <span className="roomy">
      {name !== null && (
        <>
          <bdi>{name}</bdi>
          <br />
        </>
      )}
      <bdi>{email}</bdi>
    </span>
  ),
};

const Standing = ({ row: { phase, suspendedAt, payment } }: { row: OrderRow }) => (
  <>
    <Badge tone={phaseTones[phase ?? 'awaiting_stock']}>
      {phaseWords[phase ?? 'awaiting_stock']}
    </Badge>
    {suspendedAt !== null && <Badge tone="warn">On hold</Badge>}
    <div className={payment === null ? 'muted' : undefined}>
      {payment === null ? 'Payment not known yet' : paymentWords[payment]}
    </div>
  </>
);

/** The day that the customer was told, and the last one in law. */
const Days = ({ row: { promisedOn, deadlineOn } }: { row: OrderRow }) => (
  <>
    <Day on={promisedOn} />
    <div className="muted nowrap">
      law: <Day on={deadlineOn} none="no deadline" />
    </div>
  </>
);

const shownLines = 2;

const Goods = ({ lines }: Pick<OrderRow, 'lines'>) => (
  <>
    {lines.slice(0, shownLines).map(({ sku, quantity }, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be of one SKU.
      <div key={index} className="goods">
        {quantity} × <bdi className="id">{sku}</bdi>
      </div>
    ))}
    {lines.length > shownLines && (
      <span className="muted">and {lines.length - shownLines} more</span>
    )}
  </>
);

const Next = ({ row }: { row: OrderRow }) =>
  row.next === null ? (
    <span className="muted">nothing</span>
  ) : (
    <>
      {nextWords(row.next.kind)}
      <br />
      <When at={row.next.at} zone={zoneAtShipTo(row)} />
    </>
  );

/** What each item means, and what to do, stands behind its words. */
const Attention = ({ row }: { row: OrderRow }) => (
  <>
    {row.attention.map(({ code, dueAt }) => (
      <div key={code} className="roomy">
        <Badge tone="bad">{attentionWords[code].title}</Badge>
        {dueAt !== undefined && (
          <>
            {' '}
            by <Until at={dueAt} zone={zoneAtShipTo(row)} />
          </>
        )}
      </div>
    ))}
  </>
);
