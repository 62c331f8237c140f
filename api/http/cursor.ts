import { z } from '@hono/zod-openapi';
import type { Instant } from '../../workflows/domain/time.ts';
import { invalid } from './invalid.ts';
import { instant } from './scalars.ts';

/** Where a page ended, as an opaque string. */
export const encodeCursor = (position: readonly [string, string]): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/** Turns a cursor back; refuses one that no answer gave. Null without one: the first page. */
export const decodeCursor = (
  cursor: string | undefined,
  rowId: z.ZodType<string>,
): { at: Instant; id: string } | null => {
  const position = decodePosition(cursor, z.tuple([instant, rowId]));
  return position && { at: position[0], id: position[1] };
};

/** The same for a position of another kind. */
export const decodePosition = <Position>(
  cursor: string | undefined,
  schema: z.ZodType<Position>,
): Position | null => {
  if (cursor === undefined) return null;
  const position = schema.safeParse(parseCursor(cursor));
  if (position.success) return position.data;
  const message = 'Expected the nextCursor of an answer';
  throw invalid([{ code: 'custom', path: ['cursor'], message }], 'query');
};

const parseCursor = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
};

/** Cuts one row more than asked for down to a page. */
export const toPage = <Row, Item>(
  rows: readonly Row[],
  limit: number,
  { show, position }: { show: (row: Row) => Item; position: (row: Row) => [string, string] },
): { data: Item[]; nextCursor: string | null } => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    data: shown.map(show),
    nextCursor: rows.length > limit && last ? encodeCursor(position(last)) : null,
  };
};
