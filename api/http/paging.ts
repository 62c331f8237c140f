import { z } from '@hono/zod-openapi';

const limit = z.coerce
  .number('Expected a number from 1 to 100')
  .int()
  .min(1)
  .max(100)
  .optional()
  .openapi({ type: 'integer', minimum: 1, maximum: 100, default: 25 });

const cursor = z
  .string()
  .max(500)
  .regex(/^[\w-]+$/, 'Expected the nextCursor of an answer')
  .optional();

export const page = z.strictObject({ limit, cursor });

/** A page of a list, newest first; `nextCursor` is null on the last. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ data: z.array(item), nextCursor: z.string().nullable() });
