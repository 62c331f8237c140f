import type { Context, Hono } from 'hono';
import { listUploads, type Upload } from '../../../db/desk/plumbing/standing.ts';
import { type ImportKind, importKinds } from '../../../db/schema/import/imports.ts';
import type { Scope } from '../../access/auth.ts';
import { inspectFile } from '../../import/receive.ts';
import { allow } from '../access/allow.ts';
import { maxFileBytes } from '../access/form.ts';
import { mayDo } from '../access/scopes.ts';
import { type Api, answerOf, findOf, notFound, refusedBy } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { type Form, mountAct } from '../parts/act.tsx';
import { Facts } from '../parts/badge.tsx';
import { FileField, Select, Text } from '../parts/field.tsx';
import { Filter, Pager } from '../parts/filter.tsx';
import { showPage } from '../parts/layout.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { When } from '../parts/when.tsx';
import { counted } from '../parts/words.ts';
import { PlumbingNav } from './nav.tsx';
import { State, Wall } from './standing.tsx';

const path = '/desk/plumbing/uploads';

/** Its body may be larger than that of other forms. */
export const sendRowsPath = '/desk/plumbing/send-rows';

/** As the API asks for them. */
const scopeOf: Record<ImportKind, Scope> = {
  products: 'inventory',
  stock: 'inventory',
  supplies: 'inventory',
  backorders: 'checkout',
};

/** Files of many rows: how far each has come, what failed, and small ones sent from here. */
export const mountUploads = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  const { shopTimeZone: zone, publicUrl } = deps.config;
  app.get(path, allow(deps, 'read'), async (c) => {
    const rows = await listUploads(deps.reads.sql, { limit: 50 });
    const children = <Uploads {...{ c, rows, zone, publicUrl }} />;
    return showPage(c, { title: 'Uploads', at: 'plumbing', children });
  });
  app.get(`${path}/:importId`, allow(deps, 'read'), async (c) => {
    const query = new URLSearchParams(c.req.query());
    const found = await readImport(deskOf(c).api, c.req.param('importId'), query);
    if (!found) throw notFound();
    const children = <OneUpload {...{ c, found, query, zone }} />;
    return showPage(c, { title: `Upload of ${found.kind}`, at: 'plumbing', children });
  });
  mountSend(app, deps);
};

const readImport = (api: Api, importId: string, query: URLSearchParams) => {
  const cursor = query.get('cursor');
  return findOf(
    api.GET('/v1/import/{importId}', {
      params: {
        path: { importId },
        query: {
          ...(query.get('rows') !== 'all' && { failed: 'true' as const }),
          ...(cursor !== null && { cursor }),
        },
      },
    }),
  );
};

type ListProps = { c: Context<DeskEnv>; rows: readonly Upload[]; zone: string; publicUrl: string };

const Uploads = ({ c, rows, zone, publicUrl }: ListProps) => {
  const { base, operator } = deskOf(c);
  return (
    <>
      <PlumbingNav c={c} at="/uploads" />
      {kindsOf(operator.role).length > 0 && (
        <p className="buttons">
          <a className="button go" href={`${base}${sendRowsPath}`}>
            Send a file or rows
          </a>
        </p>
      )}
      <section id="uploads" data-fresh="">
        <Table
          caption="Under way, and the newest 50 of the last 30 days"
          columns={columnsFor(base, zone)}
          rows={rows}
          keyOf={({ importId }) => importId}
          none="No file came in the last 30 days."
        />
      </section>
      <h2>Large files</h2>
      <p>
        A file of up to 64 MB is sent to the API itself, with a key that has the scope (
        {importKinds.map((kind) => `${kind}: ${scopeOf[kind]}`).join(', ')}). Its progress is shown
        here.
      </p>
      <div className="panel">
        <pre>
          {`curl ${publicUrl}/v1/import/products -H "Authorization: Bearer $KEY" \\\n  -H 'Content-Type: text/csv' --data-binary @products.csv`}
        </pre>
      </div>
    </>
  );
};

const kindsOf = (role: Parameters<typeof mayDo>[0]): ImportKind[] =>
  importKinds.filter((kind) => mayDo(role, [scopeOf[kind]]));

const columnsFor = (base: string, zone: string): Column<Upload>[] => [
  {
    head: 'Upload',
    isHead: true,
    cell: ({ importId, kind }) => (
      <a href={`${base}${path}/${encodeURIComponent(importId)}`}>
        {kind} <span className="id">{importId}</span>
      </a>
    ),
  },
  { head: 'State', cell: ({ state }) => <State of={state} /> },
  { head: 'Rows', isNumber: true, cell: ({ total }) => total },
  { head: 'Done', isNumber: true, cell: ({ done }) => done },
  { head: 'Failed', isNumber: true, cell: ({ failed }) => failed },
  { head: 'Stood so before', isNumber: true, cell: ({ unchanged }) => unchanged },
  { head: 'Came', cell: ({ createdAt }) => <When at={createdAt} zone={zone} /> },
  { head: 'Ended', cell: ({ endedAt }) => <Wall at={endedAt} zone={zone} none="not yet" /> },
];

type Import = NonNullable<Awaited<ReturnType<typeof readImport>>>;

type OneProps = { c: Context<DeskEnv>; found: Import; query: URLSearchParams; zone: string };

const OneUpload = ({ c, found, query, zone }: OneProps) => {
  const { base } = deskOf(c);
  const at = `${base}${path}/${encodeURIComponent(found.importId)}`;
  return (
    <>
      <PlumbingNav c={c} at="/uploads" />
      <section id="upload" data-fresh="">
        <Facts
          facts={[
            ['State', <State key="state" of={found.state} />],
            ['Rows', `${found.done} of ${found.total} are done`],
            ['Failed', found.failed],
            ['Stood so before', found.unchanged],
            ['Came', <When key="came" at={found.createdAt} zone={zone} />],
            ['Ended', <Wall key="ended" at={found.endedAt} zone={zone} none="not yet" />],
          ]}
        />
      </section>
      <Filter path={at}>
        <Select
          name="rows"
          label="Rows"
          value={query.get('rows') ?? 'failed'}
          choices={[
            { value: 'failed', label: 'Those that failed' },
            { value: 'all', label: 'All that are done' },
          ]}
        />
      </Filter>
      <Table
        caption="Rows, in the order of the file"
        columns={rowColumns}
        rows={found.rows}
        keyOf={({ line }) => String(line)}
        none={found.failed > 0 ? 'No further row is like that.' : 'No row has failed so far.'}
      />
      <Pager path={at} query={query} nextCursor={found.nextCursor} />
    </>
  );
};

const rowColumns: Column<Import['rows'][number]>[] = [
  { head: 'Line', isHead: true, cell: ({ line }) => line },
  {
    head: 'Outcome',
    cell: ({ ok, unchanged }) => (ok ? (unchanged ? 'stood so before' : 'done') : 'failed'),
  },
  { head: 'Why', cell: ({ code, detail }) => detail ?? code },
];

const kindIn = (form: Form): ImportKind =>
  importKinds.find((kind) => kind === form.get('kind')) ?? 'products';

const mountSend = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountAct<ImportKind[]>(app, deps, {
    path: sendRowsPath,
    takesFile: true,
    ...{ scopes: ['inventory', 'checkout'], at: 'plumbing', go: 'Send them' },
    find: async (c) => kindsOf(deskOf(c).operator.role),
    title: () => 'Send a file or rows',
    back: () => path,
    fields: (kinds, form) => (
      <>
        <Select
          name="kind"
          label="What they are"
          value={form.get('kind') ?? kinds[0]}
          choices={kinds.map((kind) => ({ value: kind, label: kind }))}
        />
        <FileField
          name="file"
          label="A file of them"
          accept=".csv,text/csv"
          hint={`CSV in UTF-8; its first line names the columns. Up to ${maxFileBytes / 1024 / 1024} MB.`}
        />
        <Text
          name="rows"
          label="Or the rows themselves"
          value={rowsIn(form)}
          hint="CSV as well. A file takes their place."
        />
      </>
    ),
    preview: async ({ form }) => {
      const kind = kindIn(form);
      const { columns, total } = await inspect(kind, rowsIn(form));
      return (
        <>
          <p>
            {counted(total, 'row')} of {kind}, each done as by its own route, whole or not at all.{' '}
            {meaningOf[kind]} What has failed is listed with its reason.
          </p>
          <p>
            Columns: <span className="id">{columns.join(', ')}</span>
          </p>
        </>
      );
    },
    act: async ({ c, form, actId }) => {
      const { importId } = await answerOf(send(deskOf(c).api, kindIn(form), form, actId));
      return { said: 'The rows are being done.', to: `${path}/${encodeURIComponent(importId)}` };
    },
  });

/** The text of the file; without one, what was pasted. */
const rowsIn = (form: Form): string => form.get('file') || (form.get('rows') ?? '');

const inspect = async (kind: ImportKind, rows: string) => {
  try {
    return await inspectFile(kind, rows);
  } catch (error) {
    throw refusedBy(error);
  }
};

const meaningOf: Record<ImportKind, string> = {
  products: 'Product pages and mails say what they say from then on.',
  stock:
    'Each counts a shelf: what is there more goes to who waits, what is missing is taken back.',
  supplies: 'A date that moves changes promises, and tells those whose promise breaks.',
  backorders: 'Each is an order that waits in its place, and is not confirmed again.',
};

/** The same rows under one id are one upload. */
const send = (api: Api, kind: ImportKind, form: Form, actId: string) => {
  const call = {
    body: rowsIn(form),
    bodySerializer: (body: string) => body,
    headers: { 'Content-Type': 'text/csv', 'Idempotency-Key': actId },
  };
  switch (kind) {
    case 'products':
      return api.POST('/v1/import/products', call);
    case 'stock':
      return api.POST('/v1/import/stock', call);
    case 'supplies':
      return api.POST('/v1/import/supplies', call);
    case 'backorders':
      return api.POST('/v1/import/backorders', call);
  }
};
