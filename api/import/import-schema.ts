import { z } from '@hono/zod-openapi';
import { importKinds } from '../../db/schema/import/imports.ts';
import { digitsUpTo, id } from '../http/scalars.ts';

export const importParams = z.object({ importId: id });

export const rowsQuery = z.strictObject({
  failed: z.enum(['true']).optional().openapi({ description: 'true: only the rows that failed' }),
  limit: digitsUpTo(1_000).optional().openapi({ default: 100 }),
  cursor: z
    .string()
    .max(500)
    .regex(/^[\w-]+$/, 'Expected the nextCursor of an answer')
    .optional(),
});

export const accepted = z.object({ importId: z.string() }).openapi('ImportAccepted');

const row = z.object({
  line: z.int().openapi({ description: 'Where it begins in the file, whose first line is 1' }),
  ok: z.boolean(),
  code: z.string().nullable().openapi({ description: 'The code of the problem, if it failed' }),
  detail: z.string().nullable(),
  unchanged: z.boolean().openapi({ description: 'All of it stood so before' }),
});

export const importAnswer = z
  .object({
    importId: z.string(),
    kind: z.enum(importKinds),
    state: z.enum(['waiting', 'running', 'done', 'failed']).openapi({
      description: 'done: every row has its outcome; failed: it was given up before its last row',
    }),
    total: z.int().openapi({ description: 'Rows; an order of several lines is one' }),
    done: z.int().openapi({ description: 'Rows with an outcome, failed ones too' }),
    failed: z.int(),
    unchanged: z.int(),
    createdAt: z.string(),
    endedAt: z.string().nullable(),
    rows: z.array(row).openapi({ description: 'Those that are done, in the order of the file' }),
    nextCursor: z
      .string()
      .nullable()
      .openapi({ description: 'null: no more rows are done so far' }),
  })
  .openapi('Import');
