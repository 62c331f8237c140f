import { z } from '@hono/zod-openapi';
import { digitsUpTo } from './scalars.ts';

const limit = digitsUpTo(100).optional().openapi({ default: 25 });

const cursor = z
  .string()
  .max(500)
  .regex(/^[\w-]+$/, 'Expected the nextCursor of an answer')
  .optional();

export const page = z.strictObject({ limit, cursor });

/** A page of a list, newest first; `nextCursor` is null on the last. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ data: z.array(item), nextCursor: z.string().nullable() });
