import { z } from '@hono/zod-openapi';
import type { OrderPosition, OrderSort } from '../../../db/desk/orders/search.ts';
import { civilDate, id, instant } from '../../http/scalars.ts';

const schemas: Record<OrderSort, z.ZodType<[string | null, string]>> = {
  placed: z.tuple([instant, id]),
  promised: z.tuple([civilDate.nullable(), id]),
  updated: z.tuple([instant, id]),
};

/** Where a page of the list ended, as its address carries it. */
export const writeCursor = ({ at, orderId }: OrderPosition): string =>
  Buffer.from(JSON.stringify([at, orderId])).toString('base64url');

/** The same read back; undefined for one that no page of this sort gave. */
export const readCursor = (
  cursor: string | null,
  sort: OrderSort,
): OrderPosition | null | undefined => {
  if (cursor === null || cursor === '') return null;
  const { data } = schemas[sort].safeParse(parse(cursor));
  return data && { at: data[0], orderId: data[1] };
};

const parse = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
};
