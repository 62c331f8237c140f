import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { type AuditEntry, listAudit } from '../../../db/desk/people/audit.ts';
import { auditTypes } from '../../../db/schema/desk/audit.ts';
import { type Cell, toCsv } from '../../http/csv.ts';
import { decodeCursor, toPage } from '../../http/cursor.ts';
import { allow } from '../access/allow.ts';
import { mayDo } from '../access/scopes.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { Field, Select } from '../parts/field.tsx';
import { Filter, Pager } from '../parts/filter.tsx';
import { showPage } from '../parts/layout.tsx';
import { auditFilter, typeNames } from './audit-query.ts';
import { AuditTable } from './audit-table.tsx';

const rowId = z.string().regex(/^\d{1,18}$/);
const pageRows = 50;
/** A file of it stays small enough for one answer. */
const csvRows = 10_000;

/** Who signed in and what they asked for; a manager sees it of all, others of themselves. */
export const mountAudit = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  const filterOf = (c: Context<DeskEnv>, query: URLSearchParams) =>
    auditFilter(query, { operator: deskOf(c).operator, timeZone: deps.config.shopTimeZone });
  app.get('/desk/people/audit', allow(deps, 'read'), async (c) => {
    const query = new URL(c.req.url).searchParams;
    const after = decodeCursor(query.get('cursor') ?? undefined, rowId);
    const asked = { after, limit: pageRows + 1 };
    const rows = await listAudit(deps.reads.sql, filterOf(c, query), asked);
    return showPage(c, { title: 'Audit log', at: 'people', children: show(c, deps, query, rows) });
  });
  app.get('/desk/people/audit.csv', allow(deps, 'read'), async (c) => {
    const query = new URL(c.req.url).searchParams;
    const asked = { after: null, limit: csvRows };
    const rows = await listAudit(deps.reads.sql, filterOf(c, query), asked);
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', 'attachment; filename="audit.csv"');
    return c.body(toCsv([head, ...rows.map(toCells)]));
  });
};

const head = ['id', 'at', 'operator', 'type', 'subject', 'status', 'detail'];

const toCells = ({ id, at, operatorId, type, subject, status, detail }: AuditEntry): Cell[] => [
  ...[id, at, operatorId, type, subject, status, JSON.stringify(detail)],
];

const show = (
  c: Context<DeskEnv>,
  { config }: DeskDeps,
  query: URLSearchParams,
  rows: readonly AuditEntry[],
) => {
  const { base, operator } = deskOf(c);
  const path = `${base}/desk/people/audit`;
  const { data, nextCursor } = toPage(rows, pageRows, {
    show: (row) => row,
    position: (row) => [row.at, String(row.id)],
  });
  return (
    <>
      <p className="muted">
        {mayDo(operator.role, ['admin'])
          ? 'Who signed in, what they asked for, as the API answered it, and of whom they read.'
          : 'When you signed in, what you asked for, and of whom you read.'}{' '}
        Who reads the same order again has one entry a day. All of it is kept for a year.
      </p>
      <Filter path={path}>
        {mayDo(operator.role, ['admin']) && (
          <Field name="operator" label="Operator" value={query.get('operator') ?? ''} />
        )}
        <Select
          name="type"
          label="What"
          value={query.get('type') ?? ''}
          choices={[
            { value: '', label: 'everything' },
            ...auditTypes.map((value) => ({ value, label: typeNames[value] })),
          ]}
        />
        <Field name="since" label="Since" type="date" value={query.get('since') ?? ''} />
      </Filter>
      <AuditTable rows={data} {...{ base, zone: config.shopTimeZone, role: operator.role }} />
      <Pager path={path} query={query} nextCursor={nextCursor} csv={`${path}.csv`} />
      <p className="muted">The file holds the newest {csvRows.toLocaleString('en')} of them.</p>
    </>
  );
};
