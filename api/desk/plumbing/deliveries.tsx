import type { Context } from 'hono';
import { z } from 'zod';
import type { Sql } from '../../../db/client.ts';
import { findDelivery, type OneDelivery } from '../../../db/desk/plumbing/deliveries.ts';
import { type DeliveryRow, listDeliveries } from '../../../db/outbound/deliveries.ts';
import type { Endpoint } from '../../../db/outbound/endpoints.ts';
import { deliveryStates } from '../../../db/schema/outbound/deliveries.ts';
import { seesPersonalData } from '../../access/personal-data.ts';
import { decodePosition, toPage } from '../../http/cursor.ts';
import { mayDo, scopesOf } from '../access/scopes.ts';
import { type DeskEnv, deskOf } from '../env.ts';
import { Facts } from '../parts/badge.tsx';
import { Select } from '../parts/field.tsx';
import { Filter, Pager } from '../parts/filter.tsx';
import { OrderLink } from '../parts/order-link.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { When } from '../parts/when.tsx';
import { failureWords } from './failure-words.ts';
import { State, Wall } from './standing.tsx';

type Which = Pick<Endpoint, 'endpointId'>;

const limit = 50;

/** A page of what an endpoint was told and is still to be told, as the address asks for it. */
export const readLog = async (sql: Sql, c: Context<DeskEnv>, { endpointId }: Which) => {
  const query = new URLSearchParams(c.req.query());
  const position = z.tuple([z.string().regex(/^\d{1,15}$/), z.literal('')]);
  const after = decodePosition(query.get('cursor') ?? undefined, position);
  const rows = await listDeliveries(sql, {
    endpointId,
    state: deliveryStates.find((state) => state === query.get('state')),
    before: after && Number(after[0]),
    limit: limit + 1,
  });
  const page = toPage(rows, limit, {
    show: (row) => row,
    position: ({ seq }) => [String(seq), ''],
  });
  return { query, ...page };
};

type LogProps = {
  c: Context<DeskEnv>;
  endpoint: Which;
  log: Awaited<ReturnType<typeof readLog>>;
  zone: string;
};

/** The log of an endpoint, newest first. */
export const DeliveryLog = ({ c, endpoint, log, zone }: LogProps) => {
  const { base } = deskOf(c);
  const at = `${base}/desk/plumbing/endpoints/${encodeURIComponent(endpoint.endpointId)}`;
  return (
    <>
      <h2>What it was told</h2>
      <Filter path={at}>
        <Select
          name="state"
          label="State"
          value={log.query.get('state') ?? ''}
          choices={[
            { value: '', label: 'All' },
            ...deliveryStates.map((state) => ({ value: state, label: state })),
          ]}
        />
      </Filter>
      <section id="deliveries" data-fresh="">
        <Table
          caption="Deliveries, newest first"
          columns={columnsFor(at, base, zone)}
          rows={log.data}
          keyOf={({ deliveryId }) => deliveryId}
          none="Nothing is like that. What is older than 30 days is gone."
        />
      </section>
      <Pager path={at} query={log.query} nextCursor={log.nextCursor} />
    </>
  );
};

const lastAnswer = (row: Pick<DeliveryRow, 'lastStatus' | 'lastError'>): number | string | null =>
  row.lastStatus ?? (row.lastError && failureWords(row.lastError));

const columnsFor = (at: string, base: string, zone: string): Column<DeliveryRow>[] => [
  {
    head: 'Event',
    isHead: true,
    cell: ({ deliveryId, type }) => <a href={`${at}/deliveries/${deliveryId}`}>{type}</a>,
  },
  { head: 'About', cell: (row) => <Subject row={row} base={base} /> },
  { head: 'State', cell: ({ state }) => <State of={state} /> },
  { head: 'Tries', isNumber: true, cell: ({ attempts }) => attempts },
  { head: 'Last answer', cell: (row) => lastAnswer(row) ?? '' },
  {
    head: 'Next try',
    cell: ({ state, dueAt }) => (state === 'pending' ? <When at={dueAt} zone={zone} /> : ''),
  },
  { head: 'Happened', cell: ({ createdAt }) => <When at={createdAt} zone={zone} /> },
];

/** An order leads to its page; a SKU or a message is named. */
const Subject = ({
  row: { orderId, subject },
  base,
}: {
  row: Pick<DeliveryRow, 'orderId' | 'subject'>;
  base: string;
}) =>
  orderId === null ? (
    <span className="id">{subject}</span>
  ) : (
    <OrderLink base={base} orderId={orderId} />
  );

type OneProps = { c: Context<DeskEnv>; delivery: OneDelivery; endpoint: Endpoint; zone: string };

/** One event for an endpoint, and what it says to those who may read that. */
export const Delivery = ({ c, delivery, endpoint, zone }: OneProps) => {
  const { base, operator } = deskOf(c);
  const at = `${base}/desk/plumbing/endpoints/${encodeURIComponent(endpoint.endpointId)}`;
  const scopes = scopesOf[operator.role];
  const maySee = !endpoint.personalData || seesPersonalData({ scopes });
  return (
    <>
      <p>
        <a href={at}>Endpoint {endpoint.endpointId}</a>
      </p>
      <Facts
        facts={[
          [
            'webhook-id',
            <span key="id" className="id">
              {delivery.deliveryId}
            </span>,
          ],
          ['About', <Subject key="about" row={delivery} base={base} />],
          ['State', <State key="state" of={delivery.state} />],
          ['Tries', delivery.attempts],
          ['Last answer', lastAnswer(delivery) ?? 'none yet'],
          ['Last try', <Wall key="last" at={delivery.lastAttemptAt} zone={zone} none="none yet" />],
          [
            'Next try',
            <Wall
              key="next"
              at={delivery.state === 'pending' ? delivery.dueAt : null}
              zone={zone}
              none="none"
            />,
          ],
          ['Delivered', <Wall key="done" at={delivery.deliveredAt} zone={zone} none="not yet" />],
        ]}
      />
      {mayDo(operator.role, ['admin']) && (
        <p className="buttons">
          <a className="button" href={`${at}/deliveries/${delivery.deliveryId}/replay`}>
            Tell it once more
          </a>
        </p>
      )}
      <h2>What it says</h2>
      <Body body={maySee ? delivery.body : undefined} />
    </>
  );
};

/** `undefined`: it is not for the reader; null: nothing was sent yet, or it was forgotten. */
const Body = ({ body }: { body: string | null | undefined }) => {
  if (body === undefined) {
    return (
      <p className="muted">
        This endpoint is told whom orders are for, which your role does not see.
      </p>
    );
  }
  if (body === null) {
    return (
      <p className="muted">
        It is put into words when it is first sent. After an erasure it is forgotten.
      </p>
    );
  }
  return (
    <div className="panel">
      <pre>{pretty(body)}</pre>
    </div>
  );
};

const pretty = (body: string): string => {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
};

export const getDelivery = (sql: Sql, { endpointId }: Which, deliveryId: string) =>
  z.guid().safeParse(deliveryId).success
    ? findDelivery(sql, { endpointId, deliveryId })
    : Promise.resolve(undefined);
