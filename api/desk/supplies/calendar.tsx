import type { Context, Hono } from 'hono';
import {
  type ComingSupply,
  countQueues,
  listDated,
  listUndated,
  listWeeks,
  type SupplyFilter,
} from '../../../db/desk/supplies.ts';
import { civilDateIn } from '../../../workflows/calendar/zone.ts';
import { shelfKey } from '../../../workflows/domain/stock/allocation.ts';
import { addDays, type CivilDate } from '../../../workflows/domain/time.ts';
import { toCsv } from '../../http/csv.ts';
import { allow } from '../access/allow.ts';
import { mayDo } from '../access/scopes.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { Badge } from '../parts/badge.tsx';
import { Field } from '../parts/field.tsx';
import { Filter, Pager, withQuery } from '../parts/filter.tsx';
import { showPage } from '../parts/layout.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Day } from '../parts/when.tsx';
import { addPath, queueOf, skuPath, supplyPath } from './addresses.ts';
import { type Question, readQuestion, writePosition } from './question.ts';
import { Weeks } from './weeks.tsx';

const shown = 50;
const mostInFile = 20_000;
/** Of the weeks that are drawn, unless the address says which. */
const [weeksBefore, weeksAfter] = [2, 12];
/** A year of a hundred thousand orders would take longer than a page may. */
const mostDays = 26 * 7;

/** What is expected, the overdue first, against who waits for it. */
export const mountCalendar = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk/supplies', allow(deps, 'read'), async (c) => {
    const query = new URL(c.req.url).searchParams;
    const question = readQuestion(query);
    const today = civilDateIn(new Date().toISOString(), deps.config.shopTimeZone);
    const [list, drawn] = await Promise.all([
      readList(deps, question),
      listWeeks(deps.reads.sql, { ...question.filter, ...daysOf(question.filter, today) }),
    ]);
    const { base, operator } = deskOf(c);
    const path = `${base}/desk/supplies`;
    const page = { base, path, query, question, today, ...list };
    return showPage(c, {
      title: question.isUndated ? 'Supplies without a date' : 'Supplies',
      at: 'supplies',
      children: (
        <>
          <Narrow path={path} query={query} question={question} />
          {mayDo(operator.role, ['inventory']) && (
            <p className="buttons">
              <a className="button" href={`${base}${addPath}`}>
                Announce a supply
              </a>
            </p>
          )}
          <List {...page} />
          {!question.isUndated && <Weeks {...{ base, query }} {...drawn} />}
        </>
      ),
    });
  });
  app.get('/desk/supplies.csv', allow(deps, 'read'), async (c) => sendCsv(c, deps));
};

const readList = async ({ reads }: DeskDeps, { filter, isUndated, after }: Question) => {
  const page = { after, limit: shown + 1 };
  const found = isUndated
    ? await listUndated(reads.sql, filter, page)
    : await listDated(reads.sql, filter, page);
  const rows = found.slice(0, shown);
  const undated = isUndated
    ? []
    : await listUndated(reads.sql, filter, { after: null, limit: shown + 1 });
  const queues = await countQueues(reads.sql, [...rows, ...undated]);
  const waiting = new Map(queues.map((queue) => [shelfKey(queue), queue]));
  const last = rows.at(-1);
  const nextCursor =
    found.length > shown && last
      ? writePosition({ on: last.expectedOn, supplyId: last.supplyId })
      : null;
  return { rows, undated, waiting, nextCursor };
};

const daysOf = ({ from, to }: SupplyFilter, today: CivilDate) => {
  const begin = from ?? addDays(to ?? today, -7 * (to === undefined ? weeksBefore : weeksAfter));
  const end = to ?? addDays(from ?? today, 7 * weeksAfter);
  const most = addDays(begin, mostDays);
  if (end > most) return { from: begin, to: most };
  return { from: begin, to: end };
};

type NarrowProps = { path: string; query: URLSearchParams; question: Question };

const Narrow = ({ path, query, question: { faults } }: NarrowProps) => {
  const given = (name: string) => ({
    name,
    value: query.get(name) ?? '',
    ...(faults[name] !== undefined && { fault: faults[name] }),
  });
  return (
    <>
      {faults[''] !== undefined && <p className="notice">{faults['']}</p>}
      <Filter path={path}>
        <Field {...given('sku')} label="SKU" />
        <Field {...given('location')} label="Location" />
        <Field {...given('from')} label="Expected from" type="date" />
        <Field {...given('to')} label="Expected until" type="date" />
      </Filter>
    </>
  );
};

type ListProps = Awaited<ReturnType<typeof readList>> & {
  base: string;
  path: string;
  query: URLSearchParams;
  question: Question;
  today: CivilDate;
};

const List = (props: ListProps) => {
  const { base, path, query, question, today, rows, undated, waiting, nextCursor } = props;
  const columns = columnsOf({ base, today, waiting });
  const isFirst = question.after === null;
  return (
    <>
      <section id="coming" data-fresh="">
        <Table
          caption={question.isUndated ? 'Expected, and nobody knows when' : 'Expected'}
          columns={columns}
          rows={rows}
          keyOf={({ supplyId }) => supplyId}
          none="Nothing is expected that the search would find."
        />
      </section>
      <Pager {...{ path, query, nextCursor }} csv={`${path}.csv`} />
      {isFirst && undated.length > 0 && (
        <section id="undated" data-fresh="">
          <Table
            caption="Expected, and nobody knows when"
            columns={columns}
            rows={undated.slice(0, shown)}
            keyOf={({ supplyId }) => supplyId}
            none=""
          />
          {undated.length > shown && (
            <p>
              <a href={withQuery(path, undatedOnly(query))}>All without a date</a>
            </p>
          )}
        </section>
      )}
    </>
  );
};

const undatedOnly = (query: URLSearchParams): URLSearchParams => {
  const narrowed = new URLSearchParams(query);
  for (const name of ['from', 'to', 'cursor']) narrowed.delete(name);
  narrowed.set('when', 'undated');
  return narrowed;
};

type Queues = ListProps['waiting'];

const columnsOf = (page: {
  base: string;
  today: CivilDate;
  waiting: Queues;
}): Column<ComingSupply>[] => [
  {
    head: 'Supply',
    isHead: true,
    cell: ({ supplyId }) => (
      <a className="id" href={`${page.base}${supplyPath(supplyId)}`}>
        {supplyId}
      </a>
    ),
  },
  {
    head: 'Expected',
    cell: ({ expectedOn }) => (
      <>
        <Day on={expectedOn} />{' '}
        {expectedOn !== null && expectedOn < page.today && <Badge tone="bad">overdue</Badge>}
      </>
    ),
  },
  {
    head: 'SKU',
    cell: ({ sku }) => (
      <a className="id" href={`${page.base}${skuPath(sku)}`}>
        {sku}
      </a>
    ),
  },
  { head: 'Location', cell: ({ location }) => location },
  { head: 'Units', isNumber: true, cell: ({ quantity }) => quantity.toLocaleString('en-US') },
  {
    head: 'Waiting there',
    isNumber: true,
    cell: (row) => <WaitingThere row={row} {...page} />,
  },
  { head: 'Who says so', cell: ({ basis }) => basis },
];

type WaitingProps = { row: ComingSupply; base: string; waiting: Queues };

const WaitingThere = ({ row: { sku, location }, base, waiting }: WaitingProps) => {
  const queue = waiting.get(shelfKey({ sku, location }));
  if (queue === undefined || queue.waiting === 0) return <>0</>;
  return (
    <a href={queueOf(base, sku, location)}>
      {queue.waiting.toLocaleString('en-US')}
      {queue.isCut && '+'}
    </a>
  );
};

const sendCsv = async (c: Context<DeskEnv>, { reads }: DeskDeps): Promise<Response> => {
  const { filter, isUndated } = readQuestion(new URL(c.req.url).searchParams);
  const whole = { after: null, limit: mostInFile };
  const isNarrowed = filter.from !== undefined || filter.to !== undefined;
  const dated = isUndated ? [] : await listDated(reads.sql, filter, whole);
  const undated = isNarrowed ? [] : await listUndated(reads.sql, filter, whole);
  const head = ['supplyId', 'sku', 'location', 'quantity', 'expectedOn', 'basis'];
  const rows = [...dated, ...undated].map((row) => [
    ...[row.supplyId, row.sku, row.location, row.quantity],
    ...[row.expectedOn, row.basis],
  ]);
  c.header('Content-Disposition', 'attachment; filename="supplies.csv"');
  c.header('Content-Type', 'text/csv; charset=utf-8');
  return c.body(toCsv([head, ...rows]));
};
