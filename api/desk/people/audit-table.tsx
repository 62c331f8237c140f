import type { AuditEntry } from '../../../db/desk/people/audit.ts';
import type { Role } from '../../../workflows/domain/desk/role.ts';
import { mayDo } from '../access/scopes.ts';
import { Badge } from '../parts/badge.tsx';
import { Table } from '../parts/table.tsx';
import { When } from '../parts/when.tsx';
import { pathOfAccount } from './account-path.ts';
import { typeNames } from './audit-query.ts';
import { pageOfSubject } from './subject.ts';

type Reader = { base: string; role: Role };

type Props = Reader & { rows: readonly AuditEntry[]; zone: string; isCaptioned?: boolean };

/** Entries of the audit log, newest first. */
export const AuditTable = ({ rows, zone, isCaptioned = false, ...reader }: Props) => (
  <Table
    caption="What was done"
    isCaptioned={isCaptioned}
    rows={rows}
    keyOf={({ id }) => String(id)}
    none="Nothing of that kind was done in the last year."
    columns={[
      { head: 'When', cell: ({ at }) => <When at={at} zone={zone} /> },
      {
        head: 'Operator',
        cell: ({ operatorId }) => <Account {...reader} operatorId={operatorId} />,
      },
      { head: 'What', cell: ({ type }) => typeNames[type] },
      {
        head: 'Request',
        cell: ({ subject }) => subject && <Subject {...{ ...reader, subject }} />,
      },
      { head: 'Answer', cell: Answer },
      { head: 'More', cell: ({ detail }) => wordsOf(detail) },
    ]}
  />
);

/** Only managers see the accounts of others. */
const Account = ({ base, role, operatorId }: Reader & { operatorId: string }) =>
  mayDo(role, ['admin']) ? (
    <a className="id" href={base + pathOfAccount({ operatorId })}>
      {operatorId}
    </a>
  ) : (
    <span className="id">{operatorId}</span>
  );

/** The request, and the page of what it was about, if the reader may see that. */
const Subject = ({ base, role, subject }: Reader & { subject: string }) => {
  const page = pageOfSubject(subject);
  return page === undefined || !mayDo(role, [page.scope]) ? (
    <span className="id">{subject}</span>
  ) : (
    <a className="id" href={base + page.path}>
      {subject}
    </a>
  );
};

const Answer = ({ type, status }: AuditEntry) => {
  if (type !== 'act') return null;
  if (status === null) return <Badge tone="warn">not known</Badge>;
  if (status < 400) return <Badge tone="good">done</Badge>;
  return <Badge tone="bad">{status < 500 ? `refused (${status})` : `failed (${status})`}</Badge>;
};

const wordsOf = (detail: Record<string, unknown>): string =>
  Object.entries(detail)
    .filter(([name]) => name !== 'requestId')
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
