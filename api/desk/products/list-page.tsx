import { z } from '@hono/zod-openapi';
import type { Context, Hono } from 'hono';
import {
  type KnownSku,
  listKnownSkus,
  type SkuFilter,
} from '../../../db/desk/products/known-skus.ts';
import { cut } from '../../../emails/parts/format.ts';
import { limitLeftOf, skuStateOf } from '../../../workflows/domain/desk/sku-state.ts';
import { type Cell, toCsv } from '../../http/csv.ts';
import { decodePosition } from '../../http/cursor.ts';
import { allow } from '../access/allow.ts';
import { mayDo } from '../access/scopes.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { Check, Field } from '../parts/field.tsx';
import { Filter, Pager } from '../parts/filter.tsx';
import { leadTo, showPage } from '../parts/layout.tsx';
import { sendCsv } from '../parts/send-csv.ts';
import { type Column, Table } from '../parts/table.tsx';
import { Day } from '../parts/when.tsx';
import { counted } from '../parts/words.ts';
import { isSku, productPath, suppliesPath } from './place.ts';
import { ageWords, StateBadge } from './state.tsx';

const pageRows = 50;
const csvRows = 500;

/** Every SKU that is known, whether it is described, lies somewhere, comes or is waited for. */
export const mountList = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk/products', allow(deps, 'read'), async (c) => {
    const wanted = (c.req.query('describe') ?? '').trim();
    if (isSku(wanted)) return leadTo(c, `${productPath(wanted)}/edit`);
    const filter = filterIn(c);
    const after = decodePosition(c.req.query('cursor') || undefined, z.string());
    const rows = await listKnownSkus(deps.reads.sql, { filter, after, limit: pageRows + 1 });
    const last = rows.length > pageRows ? rows[pageRows - 1] : undefined;
    const nextCursor = last ? encode(last.sku) : null;
    const children = <List c={c} rows={rows.slice(0, pageRows)} nextCursor={nextCursor} />;
    return showPage(c, { title: 'Products', at: 'products', children });
  });
  app.get('/desk/products.csv', allow(deps, 'read'), (c) =>
    sendCsv(c, 'products', csvParts(deps, filterIn(c))),
  );
};

const filterIn = (c: Context<DeskEnv>): SkuFilter => ({
  search: (c.req.query('q') ?? '').trim(),
  isWaited: c.req.query('waited') === 'yes',
});

const encode = (sku: string): string => Buffer.from(JSON.stringify(sku)).toString('base64url');

async function* csvParts({ reads }: DeskDeps, filter: SkuFilter): AsyncGenerator<string> {
  yield toCsv([csvColumns.map(([name]) => name)]);
  for (let after: string | null = null; ; ) {
    const rows: KnownSku[] = await listKnownSkus(reads.sql, { filter, after, limit: csvRows });
    if (rows.length > 0) yield toCsv(rows.map((row) => csvColumns.map(([, cell]) => cell(row))));
    if (rows.length < csvRows) return;
    after = rows.at(-1)?.sku ?? null;
  }
}

const csvColumns: readonly (readonly [string, (row: KnownSku) => Cell])[] = [
  ['sku', ({ sku }) => sku],
  ['title', ({ title }) => title],
  ['state', skuStateOf],
  ['on_hand', ({ onHand }) => onHand],
  ['allocated', ({ allocated }) => allocated],
  ['waiting', ({ waiting }) => waiting],
  ['orders', ({ orders }) => orders],
  ['oldest_days', ({ oldestDays }) => (oldestDays === null ? null : Math.floor(oldestDays))],
  ['coming', ({ coming }) => coming],
  ['expected_on', ({ expectedOn }) => expectedOn],
  ['limit', ({ limit }) => limit],
  ['limit_left', limitLeftOf],
];

type Props = { c: Context<DeskEnv>; rows: readonly KnownSku[]; nextCursor: string | null };

const List = ({ c, rows, nextCursor }: Props) => {
  const { base, operator } = deskOf(c);
  const path = `${base}/desk/products`;
  const query = new URLSearchParams(c.req.query());
  return (
    <>
      <Filter path={path}>
        <Field name="q" label="SKU or title begins with" value={c.req.query('q') ?? ''} />
        <Check name="waited" label="Only what is waited for" isChecked={query.has('waited')} />
      </Filter>
      <section id="products" data-fresh="">
        <Table
          caption="Products"
          isCaptioned
          columns={columnsOf(base)}
          rows={rows}
          keyOf={({ sku }) => sku}
          none="No SKU is known that fits. One becomes known by a description, stock, a supply or an order."
        />
      </section>
      <Pager path={path} query={query} nextCursor={nextCursor} csv={`${path}.csv`} />
      {mayDo(operator.role, ['inventory']) && (
        <form className="filter" method="get" action={path}>
          <Field name="describe" label="Describe another SKU" maxLength={64} required />
          <button type="submit">Describe it</button>
        </form>
      )}
    </>
  );
};

const columnsOf = (base: string): Column<KnownSku>[] => [
  {
    head: 'SKU',
    isHead: true,
    cell: ({ sku }) => (
      <a className="id" href={`${base}${productPath(sku)}`}>
        {sku}
      </a>
    ),
  },
  {
    head: 'Title',
    cell: ({ title }) =>
      title === null ? (
        <span className="muted">not described</span>
      ) : (
        <bdi className="roomy">{cut(title, 80)}</bdi>
      ),
  },
  { head: 'Now', cell: (row) => <StateBadge state={skuStateOf(row)} /> },
  { head: 'On hand', isNumber: true, cell: ({ onHand }) => onHand },
  { head: 'Set aside', isNumber: true, cell: ({ allocated }) => allocated },
  {
    head: 'Waiting',
    isNumber: true,
    cell: ({ sku, waiting }) =>
      waiting === 0 ? 0 : <a href={`${base}${productPath(sku)}/queue`}>{waiting}</a>,
  },
  {
    head: 'Orders',
    isNumber: true,
    cell: ({ sku, orders }) =>
      orders === 0 ? 0 : <a href={`${base}${productPath(sku)}/queue`}>{orders}</a>,
  },
  {
    head: 'Oldest wait',
    cell: ({ oldestDays }) => (oldestDays === null ? '' : ageWords(oldestDays)),
  },
  {
    head: 'Next expected',
    cell: ({ sku, coming, expectedOn }) =>
      coming === 0 ? (
        <span className="muted">nothing</span>
      ) : (
        <a href={`${base}${suppliesPath(sku)}`}>
          {counted(coming, 'unit')}, <Day on={expectedOn} />
        </a>
      ),
  },
  {
    head: 'Limit',
    isNumber: true,
    cell: (row) => (row.limit === null ? 'none' : `${limitLeftOf(row)} of ${row.limit} left`),
  },
];
