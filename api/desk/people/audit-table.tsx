import type { AuditEntry } from '../../../db/desk/people/audit.ts';
import { Badge } from '../parts/badge.tsx';
import { Table } from '../parts/table.tsx';
import { When } from '../parts/when.tsx';
import { typeNames } from './audit-query.ts';

type Props = { rows: readonly AuditEntry[]; base: string; zone: string; isCaptioned?: boolean };

/** Entries of the audit log, newest first. */
export const AuditTable = ({ rows, base, zone, isCaptioned = false }: Props) => (
  <Table
    caption="What was done"
    isCaptioned={isCaptioned}
    rows={rows}
    keyOf={({ id }) => String(id)}
    none="Nothing of that kind was done in the last year."
    columns={[
      { head: 'When', cell: ({ at }) => <When at={at} zone={zone} /> },
      { head: 'Operator', cell: ({ operatorId }) => <span className="id">{operatorId}</span> },
      { head: 'What', cell: ({ type }) => typeNames[type] },
      { head: 'Request', cell: ({ subject }) => subject && <Subject {...{ base, subject }} /> },
      { head: 'Answer', cell: Answer },
      { head: 'More', cell: ({ detail }) => wordsOf(detail) },
    ]}
  />
);

/** The request, and the page of the order that it was about, if it was. */
const Subject = ({ base, subject }: { base: string; subject: string }) => {
  const orderId = /^\w+ \/v1\/backorders\/([^/]+)/.exec(subject)?.[1];
  return orderId === undefined ? (
    <span className="id">{subject}</span>
  ) : (
    <a className="id" href={`${base}/desk/orders/${orderId}`}>
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
