import type { Revenue } from '../../../db/desk/results/revenue.ts';
import { money, shortDayIn } from '../../../workflows/calendar/format.ts';
import { addDays, type CivilDate } from '../../../workflows/domain/time.ts';
import { Bars } from '../parts/bars.tsx';
import { withQuery } from '../parts/filter.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Day, Sum } from '../parts/when.tsx';
import { shownSkus } from './known.ts';

type Props = { revenue: readonly Revenue[]; weeks: readonly CivilDate[]; base: string };

/** What was kept, waits and was lost. Currencies are never added. */
export const RevenuePart = ({ revenue, weeks, base }: Props) => {
  const currencies = [...new Set(revenue.map(({ currency }) => currency))].sort();
  return (
    <section>
      <h2>Revenue kept, waiting and lost</h2>
      <p className="muted">
        By the week in which the order was placed: units that shipped are kept, units that still
        wait are waiting, cancelled units are lost. At the prices of the orders, without shipping;
        what shipped and is not paid yet counts as kept, and stands under Today.
      </p>
      {currencies.length === 0 && (
        <p className="empty">Nothing was ordered in these weeks, so there is nothing to sum up.</p>
      )}
      {currencies.map((currency) => (
        <OneCurrency
          key={currency}
          rows={revenue.filter((row) => row.currency === currency)}
          {...{ currency, weeks, base }}
        />
      ))}
    </section>
  );
};

type OneProps = {
  rows: readonly Revenue[];
  weeks: readonly CivilDate[];
  currency: string;
  base: string;
};

const OneCurrency = ({ rows, weeks, currency, base }: OneProps) => {
  const byWeek = weeks.map(
    (_, week) => rows.find((row) => row.week === week) ?? { ...nothing, currency, week },
  );
  const bySku = rows.filter(({ sku }) => sku !== null);
  const weekOf = ({ week }: Revenue): CivilDate => weeks[week ?? 0] ?? '';
  const hrefOf = (row: Revenue): string => {
    const from = weekOf(row);
    return withQuery(`${base}/desk/results`, new URLSearchParams({ from, to: addDays(from, 6) }));
  };
  return (
    <>
      <Bars
        title={`Revenue by week, ${currency}`}
        desc={descOf(byWeek, currency)}
        parts={['Kept', 'Lost by the customer', 'Lost otherwise', 'Waiting']}
        format={(amount) => money({ amount, currency }, 'en-US')}
        bars={byWeek.map((row) => ({
          label: shortDayIn(weekOf(row), 'en-GB'),
          values: [row.kept, row.lostByCustomer, lostOtherwise(row), row.waiting],
        }))}
      />
      <Table
        caption={`By week, ${currency}`}
        columns={[
          {
            head: 'Week from',
            isHead: true,
            cell: (row) => (
              <a href={hrefOf(row)}>
                <Day on={weekOf(row)} />
              </a>
            ),
          },
          ...sums,
        ]}
        rows={byWeek.toReversed()}
        keyOf={({ week }) => String(week)}
        none="Nothing was ordered in these weeks."
      />
      <Table
        caption={`By SKU, ${currency}${bySku.length < shownSkus ? '' : ', the largest'}`}
        columns={[
          { head: 'SKU', isHead: true, cell: ({ sku }) => <SkuLink {...{ sku, base }} /> },
          ...sums,
        ]}
        rows={bySku}
        keyOf={({ sku }) => sku ?? ''}
        none="Nothing was ordered in these weeks."
      />
    </>
  );
};

const nothing = {
  ...{ sku: null, units: 0, kept: 0, waiting: 0 },
  ...{ lostByCustomer: 0, lostByLaw: 0, lostByShop: 0, lostBySystem: 0 },
};

const SkuLink = ({ sku, base }: { sku: string | null; base: string }) => (
  <a
    className="id"
    href={withQuery(`${base}/desk/orders`, new URLSearchParams({ sku: sku ?? '' }))}
  >
    {sku}
  </a>
);

const sum = (head: string, of: (row: Revenue) => number): Column<Revenue> => ({
  head,
  isNumber: true,
  cell: (row) => <Sum money={{ amount: of(row), currency: row.currency }} />,
});

const sums: Column<Revenue>[] = [
  { head: 'Units', isNumber: true, cell: ({ units }) => units },
  sum('Kept', ({ kept }) => kept),
  sum('Waiting', ({ waiting }) => waiting),
  sum('Lost by customer', ({ lostByCustomer }) => lostByCustomer),
  sum('Lost by law', ({ lostByLaw }) => lostByLaw),
  sum('Lost by the shop', ({ lostByShop }) => lostByShop),
  sum('Lost by the system', ({ lostBySystem }) => lostBySystem),
];

const lostOtherwise = ({ lostByLaw, lostByShop, lostBySystem }: Revenue): number =>
  lostByLaw + lostByShop + lostBySystem;

const descOf = (rows: readonly Revenue[], currency: string): string => {
  const total = (of: (row: Revenue) => number): string =>
    money({ amount: rows.reduce((all, row) => all + of(row), 0), currency }, 'en-US');
  return (
    `Over ${rows.length} weeks: ${total(({ kept }) => kept)} kept, ` +
    `${total(({ lostByCustomer }) => lostByCustomer)} lost by the customer, ` +
    `${total(lostOtherwise)} lost otherwise, ${total(({ waiting }) => waiting)} waiting.`
  );
};
