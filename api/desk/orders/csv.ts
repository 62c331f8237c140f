import type { Db } from '../../../db/client.ts';
import { listOrderRows, type OrderRow } from '../../../db/desk/orders/rows.ts';
import {
  type OrderPosition,
  type OrderQuestion,
  searchOrders,
} from '../../../db/desk/orders/search.ts';
import { type Cell, toCsv } from '../../http/csv.ts';

const page = 500;

/** The whole list as CSV, read page by page as it is sent. */
export async function* csvOf(
  { sql }: Pick<Db, 'sql'>,
  question: OrderQuestion,
  { showsCustomer }: { showsCustomer: boolean },
): AsyncGenerator<string> {
  yield toCsv([[...heads, ...(showsCustomer ? customerHeads : [])]]);
  let after: OrderPosition | null = null;
  for (;;) {
    const found: OrderPosition[] = await searchOrders(sql, question, { after, limit: page });
    const rows = await listOrderRows(
      sql,
      found.map(({ orderId }) => orderId),
    );
    yield toCsv(
      rows.map((row) => [...cellsOf(row), ...(showsCustomer ? [row.name, row.email] : [])]),
    );
    after = found.at(-1) ?? null;
    if (found.length < page) return;
  }
}

const heads = [
  ...['order', 'placed at', 'phase', 'on hold', 'units', 'skus', 'promised on', 'terms'],
  ...['payment', 'next', 'next at', 'attention', 'law', 'legal deadline', 'changed at'],
];

const customerHeads = ['name', 'email'];

const cellsOf = (row: OrderRow): Cell[] => [
  row.orderId,
  row.placedAt,
  row.phase ?? 'awaiting_stock',
  row.suspendedAt === null ? 'no' : 'yes',
  row.lines.reduce((sum, { quantity }) => sum + quantity, 0),
  [...new Set(row.lines.map(({ sku }) => sku))].join(' '),
  row.promisedOn,
  row.terms,
  row.payment,
  row.next?.kind ?? null,
  row.next?.at ?? null,
  row.attention.map(({ code }) => code).join(' '),
  row.policy,
  row.deadlineAt,
  row.updatedAt,
];
