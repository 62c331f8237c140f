import type { MiddlewareHandler } from 'hono';
import { matchedRoutes, routePath } from 'hono/route';
import { Gauge, Histogram, type Registry } from 'prom-client';
import { countWatches } from '../../db/backorder/watch.ts';
import { countDifferences } from '../../db/books/runs.ts';
import type { Db } from '../../db/client.ts';
import { webhookBacklog } from '../../db/http/webhooks.ts';
import { newsBacklog } from '../../db/record/news.ts';
import { countPosts } from '../../db/updates/posts.ts';
import { differenceKinds } from '../../workflows/domain/books/compare.ts';

/** How long requests took, by route, never by path: ids would make a series each. */
export const createDurations = (registry: Registry) =>
  new Histogram({
    name: 'meanwhile_http_request_duration_seconds',
    help: 'How long requests took, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });

export const measureRequests =
  (durations: ReturnType<typeof createDurations>): MiddlewareHandler =>
  async (c, next) => {
    const stop = durations.startTimer();
    await next();
    const served = matchedRoutes(c).some((route) => route.method !== 'ALL');
    const route = served ? routePath(c, -1) : 'none';
    stop({ method: c.req.method, route, status: String(c.res.status) });
  };

/** Orders whose news has not reached their workflow yet. */
export const measureNews = (registry: Registry, db: Db): void => {
  new Gauge({
    name: 'meanwhile_news_backlog',
    help: 'Orders whose news waits to be delivered to their workflow.',
    registers: [registry],
    async collect() {
      this.set(await newsBacklog(db.sql));
    },
  });
};

/** Events of Stripe that no workflow has heard of yet. */
export const measureWebhooks = (registry: Registry, db: Db): void => {
  new Gauge({
    name: 'meanwhile_webhooks_backlog',
    help: 'Webhooks that wait to be delivered to the workflows they concern.',
    registers: [registry],
    async collect() {
      this.set(await webhookBacklog(db.sql));
    },
  });
};

/** Orders that stand still and should not, as the watch sees them. */
export const measureWatches = (registry: Registry, db: Db): void => {
  new Gauge({
    name: 'meanwhile_overdue',
    help: 'What stands still for too long, by the code under which it asks for a person.',
    labelNames: ['code'],
    registers: [registry],
    async collect() {
      for (const [code, count] of Object.entries(await countWatches(db.sql)))
        this.set({ code }, count);
    },
  });
};

/** Differences between the provider's books and ours, by the latest finished comparison. */
export const measureDifferences = (registry: Registry, db: Db): void => {
  new Gauge({
    name: 'meanwhile_reconciliation_differences',
    help: "Differences between the provider's books and ours, by kind.",
    labelNames: ['kind'],
    registers: [registry],
    async collect() {
      const counts = await countDifferences(db.sql);
      for (const kind of differenceKinds) this.set({ kind }, counts[kind] ?? 0);
    },
  });
};

/** Stock updates that an account has not got, or that nobody knows of whether it has. */
export const measurePosts = (registry: Registry, db: Db): void => {
  new Gauge({
    name: 'meanwhile_update_posts',
    help: 'Stock updates on social networks: waiting, refused for good, or lost.',
    labelNames: ['network', 'state'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const { network, state, count } of await countPosts(db.sql))
        this.set({ network, state }, count);
    },
  });
};
