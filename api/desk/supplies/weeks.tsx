import type { SupplyWeek } from '../../../db/desk/supplies.ts';
import { addDays, type CivilDate } from '../../../workflows/domain/time.ts';
import { Bars } from '../parts/bars.tsx';
import { withQuery } from '../parts/filter.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Day } from '../parts/when.tsx';

type Props = { base: string; query: URLSearchParams; weeks: readonly SupplyWeek[]; isCut: boolean };

/** What arrives each week beside what was promised for it, drawn and as a table. */
export const Weeks = ({ base, query, weeks, isCut }: Props) => (
  <section id="weeks" data-fresh="">
    <h2>Week by week</h2>
    <p>
      Arriving units stand in the week of their expected day, waiting ones in the week of their
      promise.
      {isCut && ' Only the first 20,000 orders were looked at: narrow the list to see the rest.'}
    </p>
    <Bars
      title="Arriving and waiting units by week"
      desc="For each week the units that are expected, and beside them the units that were promised."
      parts={['Arriving', 'Waiting']}
      bars={weeks.flatMap(({ monday, arriving, waiting }) => [
        { label: nameOf(monday), values: [arriving, 0] },
        // Each bar has a name of its own, also beside the other of its week.
        { label: `${nameOf(monday)}\u00a0`, values: [0, waiting] },
      ])}
    />
    <Table
      caption="Each week in numbers"
      isCaptioned
      columns={columnsOf(base, query)}
      rows={weeks}
      keyOf={({ monday }) => monday}
      none="No week lies between the two days."
    />
  </section>
);

const columnsOf = (base: string, query: URLSearchParams): Column<SupplyWeek>[] => [
  { head: 'Week from', cell: ({ monday }) => <Day on={monday} />, isHead: true },
  {
    head: 'Arriving',
    isNumber: true,
    cell: ({ monday, arriving }) => (
      <a href={supplyList(base, query, monday)}>
        <Units units={arriving} />
      </a>
    ),
  },
  {
    head: 'Waiting',
    isNumber: true,
    cell: ({ monday, waiting }) => (
      <a href={orderList(base, query, monday)}>
        <Units units={waiting} />
      </a>
    ),
  },
];

const Units = ({ units }: { units: number }) => <>{units.toLocaleString('en-US')}</>;

const supplyList = (base: string, query: URLSearchParams, monday: CivilDate): string => {
  const narrowed = new URLSearchParams(query);
  narrowed.delete('cursor');
  narrowed.delete('when');
  narrowed.set('from', monday);
  narrowed.set('to', addDays(monday, 6));
  return withQuery(`${base}/desk/supplies`, narrowed);
};

const orderList = (base: string, query: URLSearchParams, monday: CivilDate): string => {
  const sku = query.get('sku');
  const promised = {
    phase: 'open',
    promisedAfter: addDays(monday, -1),
    promisedBefore: addDays(monday, 7),
  };
  return withQuery(
    `${base}/desk/orders`,
    new URLSearchParams({ ...promised, ...(sku && { sku }) }),
  );
};

const names = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' });

const nameOf = (monday: CivilDate): string => names.format(Date.parse(`${monday}T00:00:00Z`));
