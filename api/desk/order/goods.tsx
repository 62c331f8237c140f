import { type UnitState, unitWords } from '../../../workflows/domain/desk/unit-words.ts';
import { mayDo } from '../access/scopes.ts';
import { Badge, Facts } from '../parts/badge.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Day, Sum, When } from '../parts/when.tsx';
import type { OrderLine } from './order.ts';
import type { OrderView } from './view.ts';

/** Whom it is for, and where it goes. Others see the country alone. */
export const Customer = ({ view }: { view: OrderView }) => {
  const { order, kept, sees } = view;
  const { customer, shipTo } = order;
  const erased = kept.erasedAt === null ? 'not given' : 'erased';
  const hidden = 'Your role does not see whom it is for.';
  return (
    <section id="customer" aria-labelledby="customer-title">
      <h2 id="customer-title">Customer and address</h2>
      {!sees && <p className="muted">{hidden}</p>}
      <Facts
        facts={[
          ...(sees
            ? ([
                ['Name', <bdi key="name">{customer.name ?? erased}</bdi>],
                ['Email', <bdi key="email">{customer.email ?? erased}</bdi>],
              ] as const)
            : []),
          [
            'Language',
            <span key="locale" className="id">
              {customer.locale}
            </span>,
          ],
          ['Zone', customer.timeZone],
          [
            'Ships to',
            <bdi key="to">
              {[shipTo.postalCode, shipTo.region, shipTo.country].filter(Boolean).join(', ')}
            </bdi>,
          ],
          ['Excitement', groupWords[kept.excitementGroup ?? 'none']],
        ]}
      />
      {sees && customer.email !== null && <Elsewhere view={view} email={customer.email} />}
    </section>
  );
};

/** The rooms in which more is known of the same address. */
const Elsewhere = ({ view: { base, role }, email }: { view: OrderView; email: string }) => {
  const query = new URLSearchParams({ email });
  return (
    <p className="buttons">
      <a href={`${base}/desk/orders?${query}`}>All orders of this address</a>
      {mayDo(role, ['support']) && (
        <>
          <a href={`${base}/desk/messages/list?${query}`}>All mail to it</a>
          <a href={`${base}/desk/messages/preferences?${query}`}>What it wants to hear</a>
        </>
      )}
    </p>
  );
};

const groupWords = {
  control: 'They were drawn to get none, so that its worth can be measured.',
  told: 'They are told, as the others that were not drawn out.',
  none: 'Nobody was drawn at that checkout.',
};

type Row = OrderLine & { title: string; kept: number; leased: number; firm: number };

/** What was ordered, and where each unit stands. */
export const Lines = ({ view }: { view: OrderView }) => {
  const { order, kept, base } = view;
  const rows = order.lines.map((line): Row => {
    const known = kept.lines.find(({ lineId }) => lineId === line.id);
    const { title = line.sku, leased = 0, firm = 0, kept: keptUnits = 0 } = known ?? {};
    return { ...line, title, leased, firm, kept: keptUnits };
  });
  const isBarred = kept.lines.some(({ barred, waiting }) => barred !== null && waiting > 0);
  return (
    <section id="lines" aria-labelledby="lines-title">
      <h2 id="lines-title">Lines</h2>
      <Table
        caption="Lines and where their units stand"
        isCaptioned
        columns={columnsOf(base)}
        rows={rows}
        keyOf={({ id }) => id}
        none="The order has no lines."
      />
      <UnitLegend states={['kept', 'leased', 'firm']} />
      {isBarred && (
        <p className="notice">
          The queue leaves this order out for now: it waits for a payment, and keeps its place.
        </p>
      )}
      <p>
        Shipping <Sum money={{ amount: kept.shipping, currency: kept.currency }} />, in all{' '}
        <Sum money={totalOf(view)} />. It is shipped {fulfilmentWords[order.fulfilment]}.
      </p>
    </section>
  );
};

const totalOf = ({ order, kept }: OrderView) => ({
  amount: order.lines.reduce((sum, { total }) => sum + total.amount, kept.shipping),
  currency: kept.currency,
});

const fulfilmentWords = {
  'ship-available': 'as its units come',
  'whole-line': 'a whole line at a time',
  'whole-order': 'as a whole',
};

const unitStates = ['waiting', 'kept', 'leased', 'firm', 'shipped', 'cancelled'] as const;

const columnsOf = (base: string): Column<Row>[] => [
  { head: 'Line', isHead: true, cell: ({ id }) => <span className="id">{id}</span> },
  {
    head: 'What',
    cell: ({ title, sku, location }) => (
      <span className="roomy">
        {title !== sku && (
          <>
            <bdi>{title}</bdi>
            <br />
          </>
        )}
        <a className="id" href={`${base}/desk/products/${encodeURIComponent(sku)}`}>
          {sku}
        </a>{' '}
        at {location}
      </span>
    ),
  },
  { head: 'Units', isNumber: true, cell: ({ quantity }) => quantity },
  ...unitStates.map((state) => ({
    head: unitWords[state].name,
    isNumber: true,
    cell: (row: Row) => row[state],
  })),
  { head: 'Each', isNumber: true, cell: ({ unitPrice }) => <Sum money={unitPrice} /> },
  { head: 'Sum', isNumber: true, cell: ({ total }) => <Sum money={total} /> },
];

/** Where it stands in each queue, what is expected to serve it, and what is set aside. */
export const Queue = ({ view: { order, kept, queue, zone, base } }: { view: OrderView }) => (
  <section id="queue" aria-labelledby="queue-title">
    <h2 id="queue-title">Queue and units set aside</h2>
    <Table
      caption="Its place in each queue"
      columns={[
        {
          head: 'SKU',
          isHead: true,
          cell: ({ sku, location }) => (
            <>
              <a className="id" href={`${base}/desk/products/${encodeURIComponent(sku)}`}>
                {sku}
              </a>{' '}
              at {location}
            </>
          ),
        },
        { head: 'Units that wait', isNumber: true, cell: ({ waiting }) => waiting },
        { head: 'Units ahead', isNumber: true, cell: ({ ahead }) => ahead },
        { head: 'Can ship on', cell: ({ shipsOn }) => <Day on={shipsOn} none="no date known" /> },
        { head: 'Served by', cell: ({ supply, shipsOn }) => servedBy(supply, shipsOn, base) },
      ]}
      rows={queue.places}
      keyOf={({ sku, location }) => `${sku} ${location}`}
      none="It waits in no queue: everything is set aside, has left or was cancelled, or a payment bars it."
    />
    <Table
      caption="Units set aside"
      columns={[
        {
          head: 'Name',
          isHead: true,
          cell: ({ leaseId }) => <span className="id">{leaseId}</span>,
        },
        {
          head: 'State',
          cell: ({ state }) => (
            <Badge tone={state === 'firm' ? 'good' : 'plain'}>{unitWords[state].name}</Badge>
          ),
        },
        {
          head: 'Units',
          cell: ({ units }) =>
            units.map(({ lineId, quantity }) => `${quantity} of line ${lineId}`).join(', '),
        },
        {
          head: 'Ends',
          cell: ({ state, endsAt }) =>
            state === 'firm' ? 'when it ships' : <When at={endsAt} zone={zone} />,
        },
      ]}
      rows={queue.leases}
      keyOf={({ leaseId }) => leaseId}
      none="Nothing is set aside for it."
    />
    {queue.leases.length > 0 && <UnitLegend states={['leased', 'firm']} />}
    <Facts
      facts={[
        ['Priority', `${order.priority}: the higher, the earlier it is served`],
        ['Keeps arriving units until it is whole', accumulateWords(kept.accumulates)],
      ]}
    />
  </section>
);

/** What the words of a table mean. */
const UnitLegend = ({ states }: { states: readonly UnitState[] }) => (
  <p className="muted">
    {states.map((state) => `${unitWords[state].name}: ${unitWords[state].means}.`).join(' ')}
  </p>
);

const accumulateWords = (accumulates: boolean | null): string => {
  if (accumulates === null) return 'by itself, once it has waited long';
  return accumulates ? 'yes, an operator said so' : 'never, an operator said so';
};

type Supply = OrderView['queue']['places'][number]['supply'];

const servedBy = (supply: Supply, shipsOn: string | null, base: string) => {
  if (supply === null) {
    return shipsOn === null ? 'nothing that has a date' : 'units on hand';
  }
  return (
    <>
      <a className="id" href={`${base}/desk/supplies/${encodeURIComponent(supply.supplyId)}`}>
        {supply.supplyId}
      </a>
      , expected <Day on={supply.expectedOn} />
    </>
  );
};
