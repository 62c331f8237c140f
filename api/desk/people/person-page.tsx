import type { Context, Hono } from 'hono';
import { listAudit } from '../../../db/desk/people/audit.ts';
import { findOperatorSeen, type SeenAccount } from '../../../db/desk/people/operators.ts';
import { listSessions } from '../../../db/desk/people/sessions.ts';
import { sessionEnds as ends } from '../../access/session-ends.ts';
import { allow } from '../access/allow.ts';
import { notFound } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { Facts } from '../parts/badge.tsx';
import { showPage } from '../parts/layout.tsx';
import { When } from '../parts/when.tsx';
import { accountsPath, pathOfAccount } from './account-path.ts';
import { AuditTable } from './audit-table.tsx';
import { roleWords, Seen, wayOf } from './people-page.tsx';
import { SessionTable } from './session-table.tsx';

/** The account that an address names. */
export const accountIn = async (c: Context<DeskEnv>, { reads }: DeskDeps): Promise<SeenAccount> => {
  const operatorId = (c.req.param('operatorId') ?? '').replaceAll('\0', '');
  const found = await findOperatorSeen(reads.sql, { operatorId, ends });
  if (!found) throw notFound();
  return found;
};

/** One account, as a manager sees it. */
export const mountPerson = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get(`${accountsPath}/:operatorId`, allow(deps, 'admin'), async (c) => {
    const account = await accountIn(c, deps);
    const { operatorId } = account;
    const [sessions, acts] = await Promise.all([
      listSessions(deps.reads.sql, { operatorId, ends }),
      listAudit(
        deps.reads.sql,
        { operatorId, type: undefined, since: undefined },
        { after: null, limit: 10 },
      ),
    ]);
    const zone = deps.config.shopTimeZone;
    const { base, operator } = deskOf(c);
    const children = (
      <>
        <PersonFacts {...{ account, zone }} />
        <Acts {...{ base, account }} />
        <h2>Sessions</h2>
        <SessionTable rows={sessions} zone={zone} isCaptioned />
        <h2>What they did last</h2>
        <AuditTable rows={acts} {...{ base, zone, role: operator.role }} isCaptioned />
        <p>
          <a href={`${base}/desk/people/audit?${new URLSearchParams({ operator: operatorId })}`}>
            All that they did
          </a>
        </p>
      </>
    );
    return showPage(c, { title: account.name, at: 'people', children });
  });
};

const PersonFacts = ({ account, zone }: { account: SeenAccount; zone: string }) => {
  const { operatorId, role, createdAt, disabledAt, seenAt, issuer } = account;
  return (
    <Facts
      facts={[
        [
          'Account',
          <span key="id" className="id">
            {operatorId}
          </span>,
        ],
        ['Role', roleWords[role]],
        ['Signs in by', issuer === null ? wayOf(account) : `${issuer}, which also says the role`],
        ['Since', <When key="since" at={createdAt} zone={zone} />],
        ['Last seen', <Seen key="seen" {...{ seenAt, zone }} />],
        [
          'Disabled',
          disabledAt === null ? 'no' : <When key="disabled" at={disabledAt} zone={zone} />,
        ],
      ]}
    />
  );
};

const Acts = ({ base, account }: { base: string; account: SeenAccount }) => {
  const here = base + pathOfAccount(account);
  return (
    <p className="buttons">
      <a className="button" href={`${here}/change`}>
        Change name{account.issuer === null && ' or role'}
      </a>
      <a className="button" href={`${here}/sign-out`}>
        Sign out everywhere
      </a>
      {account.disabledAt === null ? (
        <a className="button" href={`${here}/disable`}>
          Disable
        </a>
      ) : (
        <a className="button" href={`${here}/enable`}>
          Enable
        </a>
      )}
    </p>
  );
};
