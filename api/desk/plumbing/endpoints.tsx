import type { Context, Hono } from 'hono';
import {
  type EndpointStanding,
  listEndpointStandings,
} from '../../../db/desk/plumbing/standing.ts';
import { findEndpoint } from '../../../db/outbound/endpoints.ts';
import { allow } from '../access/allow.ts';
import { mayDo } from '../access/scopes.ts';
import { notFound } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { Facts } from '../parts/badge.tsx';
import { showPage } from '../parts/layout.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { DeliveryLog, readLog } from './deliveries.tsx';
import { PlumbingNav } from './nav.tsx';
import { State, Waiting, Wall } from './standing.tsx';

export const endpointsPath = '/desk/plumbing/endpoints';

export const endpointPath = (id: string): string => `${endpointsPath}/${encodeURIComponent(id)}`;

/** Where others are told of events, and what each was told. */
export const mountEndpoints = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  const zone = deps.config.shopTimeZone;
  app.get(endpointsPath, allow(deps, 'read'), async (c) => {
    const rows = await listEndpointStandings(deps.reads.sql);
    const children = <Endpoints c={c} rows={rows} zone={zone} />;
    return showPage(c, { title: 'Webhooks out', at: 'plumbing', children });
  });
  app.get(`${endpointsPath}/:id`, allow(deps, 'read'), async (c) => {
    const found = await findEndpoint(deps.reads.sql, c.req.param('id'));
    if (!found) throw notFound();
    const { role } = deskOf(c).operator;
    const log = await readLog(deps.reads.sql, c, found);
    const children = (
      <>
        <OneEndpoint c={c} endpoint={found} zone={zone} mayAct={mayDo(role, ['admin'])} />
        <DeliveryLog c={c} log={log} endpoint={found} zone={zone} />
      </>
    );
    return showPage(c, { title: `Endpoint ${found.endpointId}`, at: 'plumbing', children });
  });
};

type ListProps = { c: Context<DeskEnv>; rows: readonly EndpointStanding[]; zone: string };

const Endpoints = ({ c, rows, zone }: ListProps) => {
  const { base, operator } = deskOf(c);
  return (
    <>
      <PlumbingNav c={c} at="/endpoints" />
      <p>
        Other systems that are told of events, each signed with a secret of its own.
        {rows.length === 200 && ' The newest 200 are shown; the API lists all of them.'}
      </p>
      {mayDo(operator.role, ['admin']) && (
        <p className="buttons">
          <a className="button go" href={`${base}/desk/plumbing/new-endpoint`}>
            Make an endpoint
          </a>
        </p>
      )}
      <section id="endpoints" data-fresh="">
        <Table
          caption="Endpoints, newest first"
          columns={columnsFor(base, zone)}
          rows={rows}
          keyOf={({ endpointId }) => endpointId}
          none="Nobody is told of events. Other systems ask the API, or hear nothing."
        />
      </section>
    </>
  );
};

const columnsFor = (base: string, zone: string): Column<EndpointStanding>[] => [
  {
    head: 'Endpoint',
    isHead: true,
    cell: ({ endpointId }) => (
      <a className="id" href={`${base}${endpointPath(endpointId)}`}>
        {endpointId}
      </a>
    ),
  },
  { head: 'Host', cell: ({ host }) => host },
  {
    head: 'State',
    cell: ({ state, failingSince, disabledBecause }) => (
      <>
        <State of={failingSince !== null && state === 'enabled' ? 'failing' : state} />{' '}
        {disabledBecause !== null && becauseOf[disabledBecause]}
      </>
    ),
  },
  { head: 'Still to be told', cell: (row) => <Waiting {...row} zone={zone} /> },
  {
    head: 'Last got through',
    cell: ({ lastSuccessAt }) => <Wall at={lastSuccessAt} zone={zone} none="never" />,
  },
  { head: 'Events', isNumber: true, cell: ({ events }) => events.length },
  { head: 'Personal data', cell: ({ personalData }) => (personalData ? 'yes' : 'no') },
];

const becauseOf = {
  gone: 'it answered 410: it wants no more',
  failing: 'nothing got through for five days',
} as const;

type Endpoint = NonNullable<Awaited<ReturnType<typeof findEndpoint>>>;

type OneProps = { c: Context<DeskEnv>; endpoint: Endpoint; zone: string; mayAct: boolean };

const OneEndpoint = ({ c, endpoint, zone, mayAct }: OneProps) => {
  const { base } = deskOf(c);
  const { endpointId, state, disabledBecause, disabledAt, failingSince } = endpoint;
  const at = `${base}${endpointPath(endpointId)}`;
  return (
    <>
      <PlumbingNav c={c} at="/endpoints" />
      <Facts
        facts={[
          [
            'State',
            <span key="state">
              <State of={failingSince !== null && state === 'enabled' ? 'failing' : state} />{' '}
              {disabledBecause !== null && `${becauseOf[disabledBecause]}, since `}
              {disabledAt !== null && <Wall at={disabledAt} zone={zone} none="" />}
            </span>,
          ],
          // Who knows a whole address may be let in by it.
          ['Address', mayAct ? endpoint.url : `${new URL(endpoint.url).host} (the rest is hidden)`],
          ['Events', endpoint.events.join(', ')],
          ['Personal data', endpoint.personalData ? 'is told' : 'is left out'],
          ['Nothing gets through since', <Wall key="f" at={failingSince} zone={zone} none="—" />],
          [
            'Last got through',
            <Wall key="last" at={endpoint.lastSuccessAt} zone={zone} none="never" />,
          ],
          ['Made', <Wall key="made" at={endpoint.createdAt} zone={zone} none="" />],
        ]}
      />
      {mayAct && (
        <p className="buttons">
          <a className="button" href={`${at}/change`}>
            {state === 'disabled' ? 'Change or enable' : 'Change'}
          </a>
          <a className="button" href={`${at}/rotate`}>
            Sign with a new secret
          </a>
          <a className="button" href={`${at}/replay`}>
            Tell what failed once more
          </a>
          <a className="button" href={`${at}/delete`}>
            Delete
          </a>
        </p>
      )}
    </>
  );
};
