import type { Context, Hono } from 'hono';
import {
  listHistory,
  listServed,
  type ServedOrder,
  type SupplyHistory,
} from '../../../db/desk/supplies.ts';
import { listOutlooks, startOfAll } from '../../../db/promise/outlook.ts';
import { listSupplies, type SupplyRow } from '../../../db/promise/supplies.ts';
import { civilDateIn } from '../../../workflows/calendar/zone.ts';
import { unitsBefore } from '../../../workflows/domain/promise/outlook.ts';
import { allow } from '../access/allow.ts';
import { mayDo } from '../access/scopes.ts';
import { findOf, type Named, notFound } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { Badge, Facts } from '../parts/badge.tsx';
import { showPage } from '../parts/layout.tsx';
import { OrderLink } from '../parts/order-link.tsx';
import { Table } from '../parts/table.tsx';
import { Day, When } from '../parts/when.tsx';
import { counted } from '../parts/words.ts';
import { productOf, skuPath, supplyPath } from './addresses.ts';
import { TollOf } from './toll.tsx';

const shown = 100;

type Progress = Named<'SupplyProgress'>;

/** One supply: what is known of it, whom it is for, and how far its newest change has come. */
export const mountSupplyPage = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk/supplies/:supplyId', allow(deps, 'read'), async (c) => {
    const { api, base } = deskOf(c);
    const supplyId = c.req.param('supplyId');
    const params = { path: { supplyId } };
    const found = await findOf(api.GET('/v1/supplies/{supplyId}', { params }));
    if (!found) throw notFound();
    const { supply } = found;
    const { sql } = deps.reads;
    const zone = deps.config.shopTimeZone;
    const today = civilDateIn(new Date().toISOString(), zone);
    const [served, history] = await Promise.all([
      listServedBy(deps, supply, today),
      listHistory(sql, { supplyId, limit: shown }),
    ]);
    return showPage(c, {
      title: `Supply ${supplyId}`,
      at: 'supplies',
      children: (
        <>
          <Known {...{ base, supply, today, zone }} />
          {supply.quantity > 0 && <Acts c={c} supplyId={supplyId} />}
          <NewestChange base={base} found={found} />
          <section id="served" data-fresh="">
            <Served base={base} served={served} />
          </section>
          <History {...{ history, zone }} />
        </>
      ),
    });
  });
};

/** By the same rule as promises: a supply that is overdue is reached as late as one without a date. */
const listServedBy = async (
  { reads }: DeskDeps,
  { supplyId, sku, location, quantity }: Named<'Supply'>,
  today: string,
): Promise<ServedOrder[]> => {
  if (quantity === 0) return [];
  const shelf = { sku, location };
  const [supplies, [outlook]]: [SupplyRow[], { free: number }[]] = await Promise.all([
    listSupplies(reads.sql, shelf),
    listOutlooks(reads.sql, [shelf], startOfAll),
  ]);
  const before = unitsBefore({ free: outlook?.free ?? 0, supplies }, { supplyId, today });
  return listServed(reads.sql, shelf, { before, quantity, limit: shown });
};

type KnownProps = { base: string; supply: Named<'Supply'>; today: string; zone: string };

const Known = ({ base, supply, today, zone }: KnownProps) => {
  const isOverdue = supply.expectedOn !== null && supply.expectedOn < today && supply.quantity > 0;
  return (
    <Facts
      facts={[
        [
          'SKU',
          <span key="sku">
            <a className="id" href={productOf(base, supply.sku)}>
              {supply.sku}
            </a>
            , <a href={`${base}${skuPath(supply.sku)}`}>all that is expected of it</a>
          </span>,
        ],
        ['Location', supply.location],
        [
          'Units still to come',
          supply.quantity === 0 ? 'none: all came, or it was withdrawn' : String(supply.quantity),
        ],
        [
          'Expected',
          <span key="on">
            <Day on={supply.expectedOn} /> {isOverdue && <Badge tone="bad">overdue</Badge>}
          </span>,
        ],
        ['Who says so', supply.basis],
        ['Public', supply.share ? (supply.note ?? 'told, without a word besides') : 'not told'],
        ['Last changed', <When key="at" at={supply.updatedAt} zone={zone} />],
      ]}
    />
  );
};

const Acts = ({ c, supplyId }: { c: Context<DeskEnv>; supplyId: string }) => {
  const { base, operator } = deskOf(c);
  const path = `${base}${supplyPath(supplyId)}`;
  if (!mayDo(operator.role, ['inventory'])) return null;
  return (
    <p className="buttons">
      <a className="button go" href={`${path}/change`}>
        Change or move it
      </a>
      <a className="button" href={`${path}/withdraw`}>
        Withdraw it
      </a>
      {mayDo(operator.role, ['admin']) && (
        <a className="button" href={`${path}/give-up`}>
          Give it up
        </a>
      )}
    </p>
  );
};

const NewestChange = ({ base, found }: { base: string; found: Progress }) => {
  const { progress } = found;
  const { owed, sent, dropped, waiting, walked, done } = progress;
  return (
    <section id="progress" data-fresh="" className="panel">
      <h2>The newest change</h2>
      <p>
        <Badge tone={done ? 'good' : 'warn'}>{done ? 'done' : 'going on'}</Badge> Told {sent} of{' '}
        {owed}
        {dropped > 0 && `, ${dropped} not sent`}. {counted(walked, 'order')}{' '}
        {walked === 1 ? 'was' : 'were'} looked at, {waiting} {waiting === 1 ? 'has' : 'have'} yet to
        hear of it.
      </p>
      <TollOf base={base} report={found} isDone />
    </section>
  );
};

const Served = ({ base, served }: { base: string; served: readonly ServedOrder[] }) => (
  <Table
    caption={served.length < shown ? 'Whom it is for' : 'Whom it is for: the first 100 orders'}
    columns={[
      {
        head: 'Order',
        isHead: true,
        cell: ({ orderId }) => <OrderLink base={base} orderId={orderId} />,
      },
      { head: 'Units', isNumber: true, cell: ({ units }) => units },
      { head: 'Promised', cell: ({ promisedOn }) => <Day on={promisedOn} /> },
    ]}
    rows={served}
    keyOf={({ orderId }) => orderId}
    none="Nobody waits for it: those who wait are served by what comes before it, or nobody waits."
  />
);

const History = ({ history, zone }: { history: readonly SupplyHistory[]; zone: string }) => (
  <Table
    caption="Its changes"
    columns={[
      {
        head: 'Changed',
        isHead: true,
        cell: ({ changedAt }) => <When at={changedAt} zone={zone} />,
      },
      { head: 'Until then', cell: ({ was }) => <Was was={was} /> },
      { head: 'Orders with another date', isNumber: true, cell: ({ moved }) => moved },
      { head: 'Told by mail', isNumber: true, cell: ({ told }) => told },
      { head: 'Orders looked at', cell: ({ isDone }) => (isDone ? 'all' : 'going on') },
    ]}
    rows={history}
    keyOf={({ revision }) => String(revision)}
    none="Nothing is known of its changes."
  />
);

const Was = ({ was }: Pick<SupplyHistory, 'was'>) =>
  was === null ? (
    <span className="muted">not there, or at another shelf</span>
  ) : (
    <>
      {counted(was.quantity, 'unit')}, <Day on={was.expectedOn} />: {was.basis}
    </>
  );
