import type { Context, Hono } from 'hono';
import { z } from 'zod';
import {
  findIncomingRow,
  type IncomingRow,
  listIncomingRows,
} from '../../../db/desk/plumbing/webhooks.ts';
import { type Sender, senders } from '../../../db/schema/http/webhooks.ts';
import { decodeCursor, encodeCursor } from '../../http/cursor.ts';
import { allow } from '../access/allow.ts';
import { mayDo } from '../access/scopes.ts';
import { answerOf, notFound } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { mountAct } from '../parts/act.tsx';
import { Field, Select } from '../parts/field.tsx';
import { Filter, Pager } from '../parts/filter.tsx';
import { showPage } from '../parts/layout.tsx';
import { OrderLink } from '../parts/order-link.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { When } from '../parts/when.tsx';
import { PlumbingNav } from './nav.tsx';
import { Wall } from './standing.tsx';

const path = '/desk/plumbing/webhooks';
const replayPath = `${path}/:sender/:eventId/replay`;
const limit = 50;

/** What the providers reported, and to have it handled once more. */
export const mountWebhooksIn = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  const zone = deps.config.shopTimeZone;
  app.get(path, allow(deps, 'read'), async (c) => {
    const query = new URLSearchParams(c.req.query());
    const page = await listIncomingRows(deps.reads.sql, {
      sender: senderIn(query.get('sender')),
      isOpen: query.get('state') === 'open',
      eventId: query.get('event')?.trim() || undefined,
      after: decodeCursor(query.get('cursor') ?? undefined, z.string().max(255)),
      limit,
    });
    const children = <Incoming c={c} query={query} page={page} zone={zone} />;
    return showPage(c, { title: 'Webhooks in', at: 'plumbing', children });
  });
  mountReplay(app, deps);
};

const senderIn = (given: string | null | undefined): Sender | undefined =>
  senders.find((sender) => sender === given);

type Page = Awaited<ReturnType<typeof listIncomingRows>>;

type Props = { c: Context<DeskEnv>; query: URLSearchParams; page: Page; zone: string };

const Incoming = ({ c, query, page, zone }: Props) => {
  const { base, operator } = deskOf(c);
  const at = `${base}${path}`;
  const { rows, next } = page;
  return (
    <>
      <PlumbingNav c={c} at="/webhooks" />
      <p>
        What the payment provider and the mail provider reported. Only their ids are kept: whoever
        is concerned looks at the provider itself. What is handled goes after 35 days. What shops
        reported stands with <a href={`${base}/desk/plumbing/shops`}>each shop</a>.
      </p>
      <Filter path={at}>
        <Select
          name="sender"
          label="Sender"
          value={query.get('sender') ?? ''}
          choices={[
            { value: '', label: 'All' },
            ...senders.map((sender) => ({ value: sender, label: nameOf[sender] })),
          ]}
        />
        <Select
          name="state"
          label="State"
          value={query.get('state') ?? ''}
          choices={[
            { value: '', label: 'All' },
            { value: 'open', label: 'Not handled yet' },
          ]}
        />
        <Field name="event" label="Event id" value={query.get('event') ?? ''} maxLength={255} />
      </Filter>
      <section id="webhooks-in" data-fresh="">
        <Table
          caption="Webhooks in, newest first"
          columns={columnsFor(base, zone, mayDo(operator.role, ['admin']))}
          rows={rows}
          keyOf={({ sender, eventId }) => `${sender} ${eventId}`}
          none={
            next === null
              ? 'No webhook is like that. Either none came, or they were handled more than 35 days ago.'
              : 'None of the newest is like that. The next page looks further back.'
          }
        />
      </section>
      <Pager path={at} query={query} nextCursor={next && encodeCursor([next.at, next.id])} />
    </>
  );
};

const nameOf: Record<Sender, string> = { stripe: 'Stripe', resend: 'Resend' };

const columnsFor = (base: string, zone: string, mayReplay: boolean): Column<IncomingRow>[] => [
  {
    head: 'Event',
    isHead: true,
    cell: ({ eventId, type }) => (
      <>
        <span className="id roomy">{eventId}</span>
        <div className="muted roomy">{type}</div>
      </>
    ),
  },
  { head: 'Sender', cell: ({ sender }) => nameOf[sender] },
  { head: 'Received', cell: ({ receivedAt }) => <When at={receivedAt} zone={zone} /> },
  {
    head: 'Handled',
    cell: ({ handledAt, attempts }) => (
      <>
        <Wall at={handledAt} zone={zone} none={attempts > 1 ? 'failing' : 'not yet'} />
        {attempts > 1 && <div className="muted">after {attempts} tries</div>}
      </>
    ),
  },
  { head: 'About', cell: (row) => <About row={row} base={base} /> },
  ...(mayReplay
    ? [
        {
          head: 'Once more',
          cell: ({ sender, eventId }: IncomingRow) => (
            <a
              href={`${base}${path}/${sender}/${encodeURIComponent(eventId)}/replay`}
              aria-label={`Handle ${eventId} once more`}
            >
              Handle
            </a>
          ),
        },
      ]
    : []),
];

/** The orders that it led to, and the sender's own ids. */
const About = ({ row: { about, orderIds }, base }: { row: IncomingRow; base: string }) => {
  const ids = Object.entries(about).filter(([name]) => name.endsWith('Id') && name !== 'orderId');
  return (
    <>
      {orderIds.length === 0 && <span className="muted">no order here</span>}
      {orderIds.map((orderId) => (
        <div key={orderId}>
          <OrderLink base={base} orderId={orderId} />
        </div>
      ))}
      {ids.map(([name, id]) => (
        <div key={name} className="id muted roomy">
          {String(id)}
        </div>
      ))}
    </>
  );
};

const mountReplay = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountAct<IncomingRow>(app, deps, {
    path: replayPath,
    scopes: ['admin'],
    at: 'plumbing',
    find: async (c) => {
      const sender = senderIn(c.req.param('sender'));
      const eventId = c.req.param('eventId') ?? '';
      const found = sender && (await findIncomingRow(deps.reads.sql, { sender, eventId }));
      if (!found) throw notFound();
      return found;
    },
    title: ({ sender, type }) => `Handle ${type} of ${nameOf[sender]} once more`,
    back: () => path,
    preview: async ({ found }) => <Following row={found} />,
    go: 'Handle it once more',
    act: async ({ c, found: { sender, eventId } }) => {
      const params = { path: { sender, eventId } };
      const { api } = deskOf(c);
      await answerOf(api.POST('/v1/webhooks/{sender}/{eventId}/replay', { params }));
      return { said: `${eventId} is handled once more, within seconds.` };
    },
  });

const Following = ({ row: { sender, eventId, orderIds, handledAt } }: { row: IncomingRow }) => (
  <>
    <p>
      The event <span className="id">{eventId}</span>{' '}
      {handledAt === null ? 'waits to be handled already; it is tried now.' : 'is handled again.'}{' '}
      {sender === 'stripe'
        ? 'The orders that it is about look at Stripe again, and go by what stands there now.'
        : 'What Resend told of the mail is written beside it once; a mail that came back asks a person again only if nobody was asked.'}
    </p>
    <p>
      {orderIds.length === 0
        ? 'No order here is known to be concerned, so that nothing else will follow.'
        : `Concerned: ${orderIds.join(', ')}. No money moves twice and no mail goes out twice.`}
    </p>
  </>
);
