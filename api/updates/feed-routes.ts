import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { cors } from 'hono/cors';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { findPublished, listPublished } from '../../db/updates/published.ts';
import type { RouteDeps } from '../deps.ts';
import { allowPictures } from '../html/pictures.ts';
import { basePath } from '../html/site.ts';
import type { AppEnv } from '../http/env.ts';
import { publicProblemAnswers } from '../http/openapi.ts';
import { pageHeaders } from '../http/page-headers.ts';
import { problem } from '../http/problem.ts';
import { sku } from '../http/scalars.ts';
import { atomFeed, type FeedOf, jsonFeed } from './feed.ts';
import { updatesPage } from './updates-page.tsx';

/** So many items a feed and the page have. */
const newest = 50;

const cacheControl = 'public, max-age=60, stale-while-revalidate=300';

/** Any site may read them, and is told so as well when nothing has changed. */
const forAll = [
  cors({ origin: '*', exposeHeaders: ['ETag'] }),
  etag({
    retainedHeaders: [
      ...RETAINED_304_HEADERS,
      'access-control-allow-origin',
      'access-control-expose-headers',
    ],
  }),
] as const;

const query = z.strictObject({
  sku: sku.optional().openapi({ description: 'Only what is of this SKU' }),
});

/** People pass links on, and others add to them. */
const pageQuery = query.strip();

/** Public news of stock, as feeds and as a page. Anybody may read it, and caches may keep it. */
export const updateFeedRoutes = (deps: RouteDeps) => {
  const app = new OpenAPIHono<AppEnv>();
  for (const file of ['atom', 'json']) app.use(`/feeds/updates.${file}`, ...forAll);
  const { config, reads, lexicon } = deps;
  app.use('/updates/:updateId?', pageHeaders(), etag(), (c, next) => {
    allowPictures(c, config.shop);
    return next();
  });
  const words = lexicon(config.shopLocale);
  const site = { shop: config.shop, words, timeZone: config.shopTimeZone };
  const read = async (c: Context<AppEnv>, file: string, only: string | undefined) => {
    const updates = await listPublished(reads.sql, { sku: only, limit: newest });
    const search = only === undefined ? '' : `?${new URLSearchParams({ sku: only })}`;
    const { publicUrl, shop } = config;
    c.header('Cache-Control', cacheControl);
    c.header('X-Content-Type-Options', 'nosniff');
    return {
      ...{ updates, words, shopName: shop.name, home: `${publicUrl}/updates` },
      self: `${publicUrl}/feeds/updates.${file}${search}`,
    } satisfies FeedOf;
  };
  return app
    .openapi(feed('atom', 'Atom (RFC 4287)', atom), async (c) => {
      const body = atomFeed(await read(c, 'atom', c.req.valid('query').sku));
      return c.body(body, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' }) as never;
    })
    .openapi(feed('json', 'JSON Feed 1.1', json), async (c) => {
      const body = jsonFeed(await read(c, 'json', c.req.valid('query').sku));
      return c.body(body, 200, { 'Content-Type': 'application/feed+json' }) as never;
    })
    .get('/updates', async (c) => {
      const asked = pageQuery.safeParse(c.req.query());
      if (!asked.success) throw problem('not_found');
      const { sku: only } = asked.data;
      const updates = await listPublished(reads.sql, { sku: only, limit: newest });
      c.header('Cache-Control', cacheControl);
      const allAt = only === undefined ? null : `${basePath(config)}/updates`;
      return c.html(updatesPage({ ...site, updates, allAt }));
    })
    .get('/updates/:updateId', async (c) => {
      const updateId = z.uuid().safeParse(c.req.param('updateId'));
      const update = updateId.success && (await findPublished(reads.sql, updateId.data));
      if (!update) throw problem('not_found');
      c.header('Cache-Control', cacheControl);
      return c.html(
        updatesPage({ ...site, updates: [update], allAt: `${basePath(config)}/updates` }),
      );
    });
};

const atom = { 'application/atom+xml': { schema: z.string() } };

const json = {
  'application/feed+json': {
    schema: z
      .looseObject({
        version: z.literal('https://jsonfeed.org/version/1.1'),
        title: z.string(),
        items: z.array(
          z.looseObject({
            id: z.string(),
            url: z.string(),
            title: z.string(),
            content_text: z.string(),
            date_modified: z.string(),
          }),
        ),
      })
      .openapi('UpdatesFeed'),
  },
};

const feed = <Content extends typeof atom | typeof json>(
  file: 'atom' | 'json',
  name: string,
  content: Content,
) =>
  createRoute({
    method: 'get',
    path: `/feeds/updates.${file}` as '/feeds/updates.atom',
    tags: ['Stock'],
    summary: `Follow stock updates as ${name}`,
    request: { query },
    responses: {
      200: {
        description: `The newest ${newest} updates`,
        content,
      },
      304: { description: 'Not changed since the ETag of If-None-Match' },
      ...publicProblemAnswers('invalid_request', 'too_many_requests', 'internal', 'unavailable'),
    },
  });
