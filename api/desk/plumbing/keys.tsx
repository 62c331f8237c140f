import type { Context, Hono } from 'hono';
import { scopes } from '../../access/auth.ts';
import { allow } from '../access/allow.ts';
import { type Api, answerOf } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { Pager } from '../parts/filter.tsx';
import { showPage } from '../parts/layout.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { PlumbingNav } from './nav.tsx';
import { Wall } from './standing.tsx';

export const keysPath = '/desk/plumbing/keys';

const readKeys = (api: Api, cursor: string | undefined) =>
  answerOf(api.GET('/v1/keys', { params: { query: { limit: 50, ...(cursor && { cursor }) } } }));

type Keys = Awaited<ReturnType<typeof readKeys>>;

export type Key = Keys['data'][number];

/** Who may call the API. Those who cannot act upon keys do not see them. */
export const mountKeys = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  const zone = deps.config.shopTimeZone;
  app.get(keysPath, allow(deps, 'admin'), async (c) => {
    const keys = await readKeys(deskOf(c).api, c.req.query('cursor'));
    const children = <KeyList c={c} keys={keys} zone={zone} />;
    return showPage(c, { title: 'API keys', at: 'plumbing', children });
  });
};

const KeyList = ({ c, keys, zone }: { c: Context<DeskEnv>; keys: Keys; zone: string }) => {
  const { base } = deskOf(c);
  const at = `${base}${keysPath}`;
  return (
    <>
      <PlumbingNav c={c} at="/keys" />
      <p>
        Give each system a key of its own, with the scopes it needs. Only a hash of each is kept, so
        that none can be shown again.
      </p>
      <p className="buttons">
        <a className="button go" href={`${base}/desk/plumbing/new-key`}>
          Make a key
        </a>
      </p>
      <section id="keys" data-fresh="">
        <Table
          caption="Keys that are valid, oldest first"
          columns={columnsFor(at, zone)}
          rows={keys.data}
          keyOf={({ id }) => id}
          none="No key is valid: nobody but people at the desk can call the API."
        />
      </section>
      <Pager path={at} query={new URLSearchParams(c.req.query())} nextCursor={keys.nextCursor} />
    </>
  );
};

const columnsFor = (at: string, zone: string): Column<Key>[] => [
  { head: 'Holder', isHead: true, cell: ({ name }) => name },
  { head: 'Id', cell: ({ id }) => <span className="id">{id}</span> },
  {
    head: 'Scopes',
    cell: ({ scopes: held }) =>
      held.includes('admin')
        ? 'admin (all of them)'
        : scopes.filter((s) => held.includes(s)).join(', '),
  },
  { head: 'Made', cell: ({ createdAt }) => <Wall at={createdAt} zone={zone} none="" /> },
  {
    head: 'Last used',
    cell: ({ lastUsedAt }) => <Wall at={lastUsedAt} zone={zone} none="never noted" />,
  },
  { head: 'Ends', cell: ({ expiresAt }) => <Wall at={expiresAt} zone={zone} none="never" /> },
  {
    head: 'Acts',
    cell: ({ id, name }) => (
      <span className="nowrap">
        <a href={`${at}/${id}/rotate`} aria-label={`Replace ${name} ${id}`}>
          Replace
        </a>{' '}
        <a href={`${at}/${id}/revoke`} aria-label={`Revoke ${name} ${id}`}>
          Revoke
        </a>
      </span>
    ),
  },
];
