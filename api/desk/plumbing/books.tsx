import type { Context, Hono } from 'hono';
import type { Run } from '../../../db/books/runs.ts';
import { listRuns } from '../../../db/desk/plumbing/books.ts';
import { allow } from '../access/allow.ts';
import { mayDo } from '../access/scopes.ts';
import { type Api, answerOf } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { mountAct } from '../parts/act.tsx';
import { Facts } from '../parts/badge.tsx';
import { Pager } from '../parts/filter.tsx';
import { showPage } from '../parts/layout.tsx';
import { OrderLink } from '../parts/order-link.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { When } from '../parts/when.tsx';
import { wordsOfDifference } from '../parts/words.ts';
import { PlumbingNav } from './nav.tsx';

const path = '/desk/plumbing/books';

const readBooks = (api: Api, { run, cursor }: { run?: string; cursor?: string }) =>
  answerOf(
    api.GET('/v1/reconciliation', {
      params: { query: { limit: 50, ...(run && { run }), ...(cursor && { cursor }) } },
    }),
  );

type Books = Awaited<ReturnType<typeof readBooks>>;

/** Where the payment provider's books and ours differ, run by run. */
export const mountBooks = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  const { shopTimeZone: zone, stripe } = deps.config;
  const isTest = stripe.publishableKey?.startsWith('pk_test_') ?? true;
  app.get(path, allow(deps, 'read'), async (c) => {
    const { run = '', cursor = '' } = c.req.query();
    const books = await readBooks(deskOf(c).api, { run, cursor });
    const runs = await listRuns(deps.reads.sql, { limit: 20 });
    const children = <Differences {...{ c, books, runs, zone, isTest }} />;
    return showPage(c, { title: 'Reconciliation', at: 'plumbing', children });
  });
  mountAct<null>(app, deps, {
    ...{ path: `${path}/start`, scopes: ['admin'], at: 'plumbing', go: 'Compare now' },
    find: async () => null,
    title: () => 'Compare the books now',
    back: () => path,
    preview: async () => (
      <p>
        Every intent of the last weeks is read at Stripe and compared with ours. Nothing is changed,
        there or here; what differs is listed. It takes some minutes where there are many.
      </p>
    ),
    act: async ({ c }) => {
      await answerOf(deskOf(c).api.POST('/v1/reconciliation', {}));
      return { said: 'The books are being compared. The run is listed once it has finished.' };
    },
  });
};

type Props = {
  c: Context<DeskEnv>;
  books: Books;
  runs: readonly Run[];
  zone: string;
  isTest: boolean;
};

const Differences = ({ c, books, runs, zone, isTest }: Props) => {
  const { base, operator } = deskOf(c);
  const at = `${base}${path}`;
  const { run } = books;
  return (
    <>
      <PlumbingNav c={c} at="/books" />
      {mayDo(operator.role, ['admin']) && (
        <p className="buttons">
          <a className="button go" href={`${at}/start`}>
            Compare the books now
          </a>
        </p>
      )}
      {run ? (
        <>
          <RunFacts run={run} zone={zone} />
          <Table
            caption="Where the two books differ"
            columns={columnsFor(base, isTest)}
            rows={books.data}
            keyOf={(row) => JSON.stringify(row)}
            none="The provider’s books and ours say the same of every order that was compared."
          />
          <Pager
            path={at}
            query={new URLSearchParams(c.req.query())}
            nextCursor={books.nextCursor}
          />
        </>
      ) : (
        <p className="empty">No comparison has finished yet. One is made by itself every day.</p>
      )}
      <Table
        caption="The newest 20 runs"
        columns={runColumns(at, zone)}
        rows={runs}
        keyOf={({ runId }) => runId}
        none="None has finished yet."
      />
    </>
  );
};

const RunFacts = ({ run, zone }: { run: NonNullable<Books['run']>; zone: string }) => (
  <Facts
    facts={[
      ['Finished', <When key="finished" at={run.finishedAt} zone={zone} />],
      ['Began', <When key="began" at={run.startedAt} zone={zone} />],
      ['Read from', <When key="since" at={run.since} zone={zone} />],
      ['Intents of ours', run.intents],
      ['Orders compared', run.orders],
    ]}
  />
);

type Difference = Books['data'][number];

const columnsFor = (base: string, isTest: boolean): Column<Difference>[] => [
  { head: 'Difference', isHead: true, cell: ({ kind }) => wordsOfDifference(kind) },
  {
    head: 'Order',
    cell: ({ orderId }) => <OrderLink base={base} orderId={orderId} />,
  },
  {
    head: 'At Stripe',
    cell: ({ providerIntentId: id }) =>
      id === null ? (
        <span className="muted">several, or none</span>
      ) : (
        <a className="id" href={stripeUrl(id, isTest)}>
          {id}
        </a>
      ),
  },
  { head: 'Ours say', cell: ({ ours }) => said(ours) },
  { head: 'Theirs say', cell: ({ theirs }) => said(theirs) },
];

const stripeUrl = (intentId: string, isTest: boolean): string =>
  `https://dashboard.stripe.com/${isTest ? 'test/' : ''}payments/${encodeURIComponent(intentId)}`;

const said = (facts: Difference['ours']): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');

const runColumns = (at: string, zone: string): Column<Run>[] => [
  {
    head: 'Finished',
    isHead: true,
    cell: ({ runId, finishedAt }) => (
      <a href={`${at}?run=${runId}`}>
        <When at={finishedAt} zone={zone} />
      </a>
    ),
  },
  { head: 'Began', cell: ({ startedAt }) => <When at={startedAt} zone={zone} /> },
  { head: 'Intents', isNumber: true, cell: ({ intents }) => intents },
  { head: 'Orders', isNumber: true, cell: ({ orders }) => orders },
];
