import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An error as V2 writes it. */
export const refuseV2 = (c: Context, status: ContentfulStatusCode, message: string): Response =>
  c.json([{ status, message }], status);

/** An error as V3 writes it. */
export const refuseV3 = (c: Context, status: ContentfulStatusCode, title: string): Response =>
  c.json({ status, title, type: 'https://developer.bigcommerce.com/api-docs', errors: {} }, status);

/** One page of a list, and what V3 says of it. */
export const pageOf = <T>(c: Context, all: readonly T[], usual = 50) => {
  const page = Math.max(1, Math.trunc(Number(c.req.query('page') ?? 1)) || 1);
  const limit = Math.min(
    250,
    Math.max(1, Math.trunc(Number(c.req.query('limit') ?? usual)) || usual),
  );
  const data = all.slice((page - 1) * limit, page * limit);
  const counted = { total: all.length, count: data.length, per_page: limit, current_page: page };
  const total_pages = Math.ceil(all.length / limit);
  const links = { current: `?page=${page}&limit=${limit}` };
  return { data, meta: { pagination: { ...counted, total_pages, links } } };
};

/** V2 answers an empty list with no body at all. */
export const listV2 = (c: Context, data: readonly object[]): Response =>
  data.length === 0 ? c.body(null, 204) : c.json(data);
