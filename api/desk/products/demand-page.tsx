import type { Hono } from 'hono';
import {
  listPromisedMonths,
  listWaitedWeeks,
  type PromisedMonth,
  type WaitedWeek,
} from '../../../db/desk/products/demand.ts';
import { allow } from '../access/allow.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { Bars } from '../parts/bars.tsx';
import { showPage } from '../parts/layout.tsx';
import { Table } from '../parts/table.tsx';
import { productPath, skuIn } from './place.ts';

/** How long those who wait for a product have waited, and for when it was promised. */
export const mountDemand = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk/products/:sku/demand', allow(deps, 'read'), async (c) => {
    const sku = skuIn(c);
    const { sql } = deps.reads;
    const [weeks, months] = await Promise.all([
      listWaitedWeeks(sql, sku),
      listPromisedMonths(sql, sku),
    ]);
    const children = (
      <>
        <p>
          <a href={`${deskOf(c).base}${productPath(sku)}`}>Back to the product</a>
        </p>
        {weeks.length === 0 ? (
          <p className="empty">Nobody waits for it.</p>
        ) : (
          <>
            <Weeks weeks={weeks} />
            <Months months={months} />
          </>
        )}
      </>
    );
    return showPage(c, { title: `Demand for ${sku}`, at: 'products', children });
  });
};

const Weeks = ({ weeks }: { weeks: readonly WaitedWeek[] }) => (
  <section>
    <h2>Since when they wait</h2>
    <Bars
      title="Waiting units by week of the wait"
      desc="One bar for each week, the first week at the left; the table below says the same."
      parts={['Units']}
      bars={withoutGaps(weeks).map(({ week, units }) => ({ label: `${week}`, values: [units] }))}
    />
    <Table
      caption="The same weeks as a table"
      columns={[
        { head: 'Week of the wait', isHead: true, cell: ({ week }) => week },
        { head: 'Units', isNumber: true, cell: ({ units }) => units },
        { head: 'Orders', isNumber: true, cell: ({ orders }) => orders },
      ]}
      rows={weeks}
      keyOf={({ week }) => `${week}`}
      none="Nobody waits for it."
    />
  </section>
);

/** More than anybody can tell apart is drawn as it is, without the empty weeks between. */
const mostWeeks = 104;

/** A week in which nobody came stands in the chart too, or two bars would look as if side by side. */
const withoutGaps = (weeks: readonly WaitedWeek[]): readonly WaitedWeek[] => {
  const last = weeks.at(-1)?.week ?? 0;
  if (last > mostWeeks) return weeks;
  const known = new Map(weeks.map((week) => [week.week, week]));
  return Array.from(
    { length: last },
    (_, index) => known.get(index + 1) ?? { week: index + 1, units: 0, orders: 0 },
  );
};

const Months = ({ months }: { months: readonly PromisedMonth[] }) => (
  <section>
    <h2>For when it was promised</h2>
    <Bars
      title="Waiting units by month of the promise"
      desc="One bar for each month, those without a date last; the table below says the same."
      parts={['Units']}
      bars={months.map(({ month, units }) => ({ label: month ?? 'no date', values: [units] }))}
    />
    <Table
      caption="The same months as a table"
      columns={[
        { head: 'Month', isHead: true, cell: ({ month }) => month ?? 'no date' },
        { head: 'Units', isNumber: true, cell: ({ units }) => units },
        { head: 'Orders', isNumber: true, cell: ({ orders }) => orders },
      ]}
      rows={months}
      keyOf={({ month }) => month ?? ''}
      none="Nobody waits for it."
    />
  </section>
);
