import { z } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import type { Sql } from '../../../db/client.ts';
import { toCsv } from '../../http/csv.ts';
import { allow } from '../access/allow.ts';
import { notFound } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { Pager } from '../parts/filter.tsx';
import { showPage } from '../parts/layout.tsx';
import { sendCsv } from '../parts/send-csv.ts';
import { Table } from '../parts/table.tsx';
import type { Position, TodayList } from './list.ts';

const shown = 50;
const inFile = 500;

/** The page behind a number of Today, and the same as a file. */
export const mountList = <Row,>(
  app: Hono<DeskEnv>,
  deps: DeskDeps,
  list: Omit<TodayList<Row>, 'count'>,
): void => {
  const path = `/desk/today/${list.name}`;
  app.get(path, allow(deps, 'read'), async (c) => {
    const query = new URL(c.req.url).searchParams;
    const after = readPosition(query.get('cursor'), list.position ?? anyPosition);
    if (after === undefined) throw notFound();
    const now = new Date().toISOString();
    const found = await list.page(deps.reads.sql, { now, after, limit: shown + 1 });
    const rows = found.slice(0, shown);
    const last = found.length > shown ? rows.at(-1) : undefined;
    const nextCursor = last === undefined ? null : writePosition(list.positionOf(last));
    const { base } = deskOf(c);
    return showPage(c, {
      title: list.title,
      at: '',
      children: (
        <>
          <p>{list.about}</p>
          <section id="list" data-fresh="">
            <Table
              caption={list.title}
              isCaptioned
              columns={list.columns(base)}
              rows={rows}
              keyOf={list.keyOf}
              none={list.none}
            />
          </section>
          <Pager path={`${base}${path}`} csv={`${base}${path}.csv`} {...{ query, nextCursor }} />
        </>
      ),
    });
  });
  app.get(`${path}.csv`, allow(deps, 'read'), (c) =>
    sendCsv(c, list.name, csvOf(deps.reads.sql, list)),
  );
};

async function* csvOf<Row>(sql: Sql, list: Omit<TodayList<Row>, 'count'>): AsyncGenerator<string> {
  const columns = list.columns('');
  yield toCsv([columns.map(({ head }) => head.toLowerCase())]);
  // The hours ahead are counted from one moment, however long the file takes.
  const now = new Date().toISOString();
  let after: Position | null = null;
  for (;;) {
    const rows: Row[] = await list.page(sql, { now, after, limit: inFile });
    yield toCsv(rows.map((row) => columns.map(({ text }) => text(row))));
    const last = rows.at(-1);
    if (rows.length < inFile || last === undefined) return;
    after = list.positionOf(last);
  }
}

const piece = z
  .string()
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);

const anyPosition = z.tuple([piece, piece]);

const writePosition = (position: Position): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/** Null without a cursor; undefined for one that no page gave. */
const readPosition = (
  cursor: string | null,
  schema: z.ZodType<Position>,
): Position | null | undefined => {
  if (cursor === null || cursor === '') return null;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    return undefined;
  }
};
