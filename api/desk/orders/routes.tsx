import type { Context, Hono } from 'hono';
import { listOrderRows } from '../../../db/desk/orders/rows.ts';
import { type OrderQuestion, searchOrders } from '../../../db/desk/orders/search.ts';
import { seesPersonalData } from '../../access/personal-data.ts';
import { allow } from '../access/allow.ts';
import { scopesOf } from '../access/scopes.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { Pager } from '../parts/filter.tsx';
import { showPage } from '../parts/layout.tsx';
import { sendCsv } from '../parts/send-csv.ts';
import { Table } from '../parts/table.tsx';
import { columnsOf } from './columns.tsx';
import { csvOf } from './csv.ts';
import { readCursor, writeCursor } from './position.ts';
import { type Faults, readQuestion } from './question.ts';
import { SearchForm } from './search-form.tsx';

const shown = 50;

/** Every order, found by what is known of it. The address is the filter. */
export const mountOrders = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk/orders', allow(deps, 'read'), async (c) => {
    const query = new URL(c.req.url).searchParams;
    const asked = readQuestion(query);
    if (!asked.isRight) return showWrong(c, asked.faults);
    if (isHidden(c, asked.question)) return showHidden(c);
    const { question } = asked;
    const after = readCursor(query.get('cursor'), question.sort);
    if (after === undefined) return showWrong(c, { '': 'This is no page of the list.' });
    const { sql } = deps.reads;
    const found = await searchOrders(sql, question, { after, limit: shown + 1 });
    const on = found.slice(0, shown);
    const rows = await listOrderRows(
      sql,
      on.map(({ orderId }) => orderId),
    );
    const last = on.at(-1);
    const nextCursor = found.length > shown && last ? writeCursor(last) : null;
    const { base } = deskOf(c);
    const path = `${base}/desk/orders`;
    return showPage(c, {
      title: 'Orders',
      at: 'orders',
      children: (
        <>
          <SearchForm path={path} query={query} faults={{}} />
          <section id="orders" data-fresh="">
            <Table
              caption="Orders"
              columns={columnsOf({ base, showsCustomer: seesCustomers(c) })}
              rows={rows}
              keyOf={({ orderId }) => orderId}
              none={wordsOfNone(query)}
            />
          </section>
          <Pager {...{ path, query, nextCursor }} csv={`${path}.csv`} />
        </>
      ),
    });
  });
  app.get('/desk/orders.csv', allow(deps, 'read'), (c) => {
    const query = new URL(c.req.url).searchParams;
    query.delete('cursor');
    const asked = readQuestion(query);
    if (!asked.isRight) return showWrong(c, asked.faults);
    if (isHidden(c, asked.question)) return showHidden(c);
    const showsCustomer = seesCustomers(c);
    deskOf(c).reading.file('/desk/orders.csv', query);
    return sendCsv(c, 'orders', csvOf(deps.reads, asked.question, { showsCustomer }));
  });
};

const seesCustomers = (c: Context<DeskEnv>): boolean =>
  seesPersonalData({ scopes: scopesOf[deskOf(c).operator.role] });

/** Whether what was found would tell whose order it is. */
const isHidden = (c: Context<DeskEnv>, { search }: OrderQuestion): boolean =>
  search.email !== undefined && !seesCustomers(c);

const showHidden = (c: Context<DeskEnv>): Response =>
  showForm(c, {}, 403, 'Your role does not see customers’ addresses, so it cannot search by one.');

const showWrong = (c: Context<DeskEnv>, faults: Faults): Response =>
  showForm(c, faults, 422, faults[''] ?? 'Something of what was entered cannot be searched for.');

/** The form as it was filled in, and why there is no list. */
const showForm = (c: Context<DeskEnv>, faults: Faults, status: 403 | 422, why: string) =>
  showPage(
    c,
    {
      title: 'Orders',
      at: 'orders',
      children: (
        <>
          <div className="refused" role="alert">
            <p>{why}</p>
          </div>
          <SearchForm
            path={`${deskOf(c).base}/desk/orders`}
            query={new URL(c.req.url).searchParams}
            faults={faults}
          />
        </>
      ),
    },
    status,
  );

const wordsOfNone = (query: URLSearchParams): string =>
  [...query].some(([name, value]) => name !== 'sort' && value !== '')
    ? 'No order is like that. Take a filter away to see more.'
    : 'There is no order yet.';
