import type { BarredLine, QueuedLine } from '../../../db/desk/products/queue.ts';
import { OrderLink } from '../parts/order-link.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Day, When } from '../parts/when.tsx';
import { ageWords } from './state.tsx';

type Line = Pick<
  QueuedLine,
  | 'orderId'
  | 'lineId'
  | 'waiting'
  | 'quantity'
  | 'allocated'
  | 'kept'
  | 'placedAt'
  | 'zone'
  | 'days'
  | 'priority'
  | 'promisedOn'
>;

const keyOf = ({ orderId, lineId }: Line): string => `${orderId} ${lineId}`;

/** Lines in the order in which they are filled. */
export const QueueTable = ({ base, rows }: { base: string; rows: readonly QueuedLine[] }) => (
  <Table
    caption="Who waits, in order"
    columns={[
      {
        head: 'Place',
        isNumber: true,
        cell: ({ from, to }) => (from === to ? from : `${from}–${to}`),
      },
      ...common<QueuedLine>(base),
      {
        head: 'Can ship',
        cell: ({ projected }) =>
          projected === undefined ? (
            <span className="muted">nobody knows</span>
          ) : (
            <>
              <Day on={projected.on} />, <Source base={base} projected={projected} />
            </>
          ),
      },
      { head: 'How it is filled', cell: (line) => fillingWords(line) },
    ]}
    rows={rows}
    keyOf={keyOf}
    none="Nobody waits in line here."
  />
);

type Projected = NonNullable<QueuedLine['projected']>;

const Source = ({ base, projected: { supply } }: { base: string; projected: Projected }) =>
  supply === null ? (
    <>on hand</>
  ) : (
    <a className="id" href={`${base}/desk/supplies/${encodeURIComponent(supply.supplyId)}`}>
      {supply.supplyId}
    </a>
  );

/** Which parts may leave without the rest, and whether units are kept for it meanwhile. */
const fillingWords = ({
  fulfilment,
  accumulates,
  accumulatesBySaying,
}: Pick<QueuedLine, 'fulfilment' | 'accumulates' | 'accumulatesBySaying'>): string => {
  if (fulfilment === 'ship-available') return 'Takes whatever is free.';
  const whole = fulfilment === 'whole-line' ? 'the line' : 'the order';
  if (!accumulates) {
    return accumulatesBySaying === false
      ? `Only once ${whole} is whole; somebody said that nothing is kept for it.`
      : `Only once ${whole} is whole.`;
  }
  return accumulatesBySaying === true
    ? `Units are kept until ${whole} is whole, because somebody said so.`
    : `Units are kept until ${whole} is whole, because it has waited long.`;
};

/** Lines that wait and are left out of the queue, and why. */
export const BarredTable = ({ base, rows }: { base: string; rows: readonly BarredLine[] }) => (
  <Table
    caption="Who waits but is not in line now"
    columns={[
      ...common<BarredLine>(base),
      { head: 'Location', cell: ({ location }) => <span className="id">{location}</span> },
      { head: 'Why', cell: ({ barred }) => barredWords[barred] },
    ]}
    rows={rows}
    keyOf={keyOf}
    none="Everybody who waits is in line."
  />
);

const barredWords: Record<BarredLine['barred'], string> = {
  payment: 'Its payment failed: it comes back to its place once it is paid for.',
  parked: 'It is on hold: it comes back to its place once it is released.',
};

const common = <Row extends Line>(base: string): Column<Row>[] => [
  {
    head: 'Order',
    isHead: true,
    cell: ({ orderId }) => <OrderLink base={base} orderId={orderId} />,
  },
  { head: 'Line', cell: ({ lineId }) => <span className="id">{lineId}</span> },
  {
    head: 'Waiting',
    isNumber: true,
    cell: ({ waiting, quantity }) => (waiting === quantity ? waiting : `${waiting} of ${quantity}`),
  },
  {
    head: 'Set aside',
    isNumber: true,
    cell: ({ allocated, kept }) => (kept === 0 ? allocated : `${allocated}, ${kept} kept`),
  },
  {
    head: 'Since',
    cell: ({ placedAt, zone, days }) => (
      <>
        <When at={placedAt} zone={zone} /> <span className="muted">({ageWords(days)})</span>
      </>
    ),
  },
  { head: 'Priority', isNumber: true, cell: ({ priority }) => priority },
  { head: 'Promised', cell: ({ promisedOn }) => <Day on={promisedOn} /> },
];
