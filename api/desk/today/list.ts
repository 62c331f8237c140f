import type { z } from '@hono/zod-openapi';
import type { Sql } from '../../../db/client.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import type { Cell } from '../../http/csv.ts';
import type { Column } from '../parts/table.tsx';

/** A tile counts so far, and says `1000+` of what is more. */
export const most = 1_000;

/** A column of a page, and the same in a file. */
export type ListColumn<Row> = Column<Row> & { text: (row: Row) => Cell };

/** Where a page ended: what it is sorted by, and which row of those that share it. */
export type Position = readonly [string, string];

/** What waits, with a page of its own under `/desk/today`, so that its tile leads to what it counts. */
export type TodayList<Row> = {
  /** Its page, and the file. */
  name: string;
  title: string;
  /** What these are, and what becomes of them if nobody does anything. */
  about: string;
  /** Said when there is none. */
  none: string;
  columns: (base: string) => ListColumn<Row>[];
  keyOf: (row: Row) => string;
  positionOf: (row: Row) => Position;
  /** What a position has to be, if not two pieces of text. */
  position?: z.ZodType<Position>;
  /** Counted up to one more than `most`. */
  count: (sql: Sql, now: Instant) => Promise<number>;
  page: (sql: Sql, at: PageAt) => Promise<Row[]>;
};

export type PageAt = { now: Instant; after: Position | null; limit: number };
