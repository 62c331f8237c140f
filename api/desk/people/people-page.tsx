import type { Context, Hono } from 'hono';
import {
  findOperatorSeen,
  listOperators,
  type SeenAccount,
} from '../../../db/desk/people/operators.ts';
import { listSessions } from '../../../db/desk/people/sessions.ts';
import { sessionEnds as ends } from '../../access/session-ends.ts';
import { allow } from '../access/allow.ts';
import { mayDo } from '../access/scopes.ts';
import { sessionHashIn } from '../access/session.ts';
import { notFound } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { Badge } from '../parts/badge.tsx';
import { Pager } from '../parts/filter.tsx';
import { showPage } from '../parts/layout.tsx';
import { Table } from '../parts/table.tsx';
import { When } from '../parts/when.tsx';
import { SessionTable } from './session-table.tsx';

const pageRows = 50;

/** Who may work here; whoever is no manager sees themselves. */
export const mountList = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk/people', allow(deps, 'read'), async (c) => {
    const children = (
      <>
        {await ownPart(c, deps)}
        {mayDo(deskOf(c).operator.role, ['admin']) && (await allPart(c, deps))}
      </>
    );
    return showPage(c, { title: 'People', at: 'people', children });
  });
};

const ownPart = async (c: Context<DeskEnv>, deps: DeskDeps) => {
  const { base, csrf, operator } = deskOf(c);
  const { operatorId, role } = operator;
  const account = await findOperatorSeen(deps.reads.sql, { operatorId, ends });
  if (!account) throw notFound();
  const rows = await listSessions(deps.reads.sql, { operatorId, ends });
  const own = sessionHashIn(deps, c);
  return (
    <section>
      <h2>You</h2>
      <p>
        {account.name} <span className="id">({operatorId})</span>: {roleWords[role]}
      </p>
      <SessionTable {...{ rows, own }} zone={deps.config.shopTimeZone} />
      <div className="buttons">
        <form className="inline" method="post" action={`${base}/desk/sign-out/everywhere`}>
          <input type="hidden" name="csrf" value={csrf} />
          <button type="submit">Sign out everywhere</button>
        </form>
        {account.hasPassword && deps.config.desk.passwords && (
          <a href={`${base}/desk/people/password`}>Change your password</a>
        )}
        <a href={`${base}/desk/people/audit?${new URLSearchParams({ operator: operatorId })}`}>
          What you did
        </a>
      </div>
    </section>
  );
};

/** What each role may do, as its owner reads it. */
export const roleWords = {
  viewer: 'viewer. Reads everything but whom orders are for, and changes nothing.',
  support: 'support. Speaks with customers and acts on their orders.',
  buyer: 'buyer. Changes products, supplies and stock, and does not see whom orders are for.',
  manager: 'manager. Does everything.',
} as const;

const allPart = async (c: Context<DeskEnv>, deps: DeskDeps) => {
  const { base } = deskOf(c);
  const path = `${base}/desk/people`;
  const query = new URL(c.req.url).searchParams;
  const after = query.get('cursor');
  const asked = { after, limit: pageRows + 1, ends };
  const rows = await listOperators(deps.reads.sql, asked);
  const shown = rows.slice(0, pageRows);
  const nextCursor = rows.length > pageRows ? (shown.at(-1)?.operatorId ?? null) : null;
  return (
    <section>
      <h2>All accounts</h2>
      <p className="muted">
        <code>npm run operator -- add</code> makes an account with a password. Whoever signs in with
        a provider of identities gets one at the first sign-in.
      </p>
      <Accounts {...{ base, rows: shown }} zone={deps.config.shopTimeZone} />
      <Pager {...{ path, query, nextCursor }} />
      <p>
        <a href={`${path}/audit`}>The audit log of all</a>
      </p>
    </section>
  );
};

type Props = { base: string; zone: string; rows: readonly SeenAccount[] };

const Accounts = ({ base, zone, rows }: Props) => (
  <Table
    caption="Accounts"
    isCaptioned
    rows={rows}
    keyOf={({ operatorId }) => operatorId}
    none="Nobody has an account any more."
    columns={[
      {
        head: 'Account',
        isHead: true,
        cell: ({ operatorId }) => (
          <a className="id" href={`${base}/desk/people/accounts/${encodeURIComponent(operatorId)}`}>
            {operatorId}
          </a>
        ),
      },
      { head: 'Name', cell: ({ name }) => <bdi>{name}</bdi> },
      { head: 'Role', cell: ({ role }) => role },
      { head: 'Signs in by', cell: wayOf },
      { head: 'Last seen', cell: ({ seenAt }) => <Seen {...{ seenAt, zone }} /> },
      { head: 'Signed in', isNumber: true, cell: ({ sessions }) => sessions },
      {
        head: 'State',
        cell: ({ disabledAt }) =>
          disabledAt === null ? (
            <Badge tone="good">enabled</Badge>
          ) : (
            <Badge tone="bad">disabled</Badge>
          ),
      },
    ]}
  />
);

/** How somebody gets in, in words. */
export const wayOf = ({ issuer, hasPassword }: SeenAccount): string => {
  if (issuer !== null) return new URL(issuer).hostname;
  return hasPassword ? 'password' : 'nothing of theirs';
};

export const Seen = ({ seenAt, zone }: { seenAt: string | null; zone: string }) =>
  seenAt === null ? <span className="muted">never</span> : <When at={seenAt} zone={zone} />;
