import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { accepts } from 'hono/accepts';
import { type Demand, type DemandFilter, listDemand } from '../../db/stock/demand.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { invalid } from '../http/invalid.ts';
import { jsonAnswer, problemAnswers } from '../http/openapi.ts';
import { listOf } from '../http/paging.ts';
import { sku } from '../http/scalars.ts';
import { toDemandAnswers } from './demand-answer.ts';
import { createDemandTable, type DemandTable } from './demand-csv.ts';
import { demand, demandQuery } from './demand-schema.ts';

/** Demand by SKU, for buyers: the units that wait, since when, and their worth. */
export const demandRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(list(deps), async (c) => {
    const { limit = 25, cursor, format, ...query } = c.req.valid('query');
    const filter = toFilter(query);
    if ((format ?? formatOf(c)) === 'csv') {
      return c.body(inPieces((await readAll(deps, filter)).pieces()), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="demand.csv"',
        Vary: 'Accept',
      });
    }
    const after = decodeSku(cursor);
    const rows = await listDemand(deps.db.sql, { filter, after, limit: limit + 1 });
    const answers = toDemandAnswers(rows);
    const data = answers.slice(0, limit);
    const last = data.at(-1);
    const nextCursor = answers.length > limit && last ? encodeSku(last.sku) : null;
    c.header('Vary', 'Accept');
    return c.json({ data, nextCursor }, 200);
  });

const list = (deps: RouteDeps) =>
  createRoute({
    method: 'get',
    path: '/v1/demand',
    tags: ['Stock'],
    summary: 'List what is waited for, by SKU',
    ...guard(deps, 'read'),
    request: { query: demandQuery },
    responses: {
      200: {
        description: 'A page of demand, or all of it as CSV',
        content: {
          ...jsonAnswer('', listOf(demand)).content,
          'text/csv': { schema: z.string() },
        },
      },
      ...problemAnswers('invalid_request'),
    },
  });

const formatOf = (c: Parameters<typeof accepts>[0]): 'csv' | 'json' =>
  accepts(c, {
    header: 'Accept',
    supports: ['application/json', 'text/csv'],
    default: 'application/json',
  }) === 'text/csv'
    ? 'csv'
    : 'json';

const pageSkus = 500;

/** A table is only of use whole, and of a catalogue it fits in memory. */
const readAll = async ({ db }: RouteDeps, filter: DemandFilter): Promise<DemandTable> => {
  const table = createDemandTable();
  for (let after: string | null = null; ; ) {
    const rows: Demand[] = await listDemand(db.sql, { filter, after, limit: pageSkus });
    table.add(rows);
    const skus = rows.filter(({ location }) => location === null);
    if (skus.length < pageSkus) return table;
    after = skus.at(-1)?.sku ?? null;
  }
};

/** Makes each piece only when its reader has taken the one before. */
const inPieces = (pieces: Generator<string>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: (controller) => {
      const { value, done } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
};

type Query = Omit<z.output<typeof demandQuery>, 'limit' | 'cursor' | 'format'>;

const toFilter = ({ sku, location }: Query): DemandFilter => ({
  ...(sku !== undefined && { sku }),
  ...(location !== undefined && { location }),
});

const encodeSku = (last: string): string => Buffer.from(last).toString('base64url');

const decodeSku = (cursor: string | undefined): string | null => {
  if (cursor === undefined) return null;
  const decoded = sku.safeParse(Buffer.from(cursor, 'base64url').toString());
  if (decoded.success) return decoded.data;
  const message = 'Expected the nextCursor of an answer';
  throw invalid([{ code: 'custom', path: ['cursor'], message }], 'query');
};
