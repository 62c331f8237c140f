import type { Hono } from 'hono';
import { countAttention } from '../../../db/desk/today/attention.ts';
import { allow } from '../access/allow.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { showPage } from '../parts/layout.tsx';
import { mountList } from './list-page.tsx';
import { books, mail, shops, webhooks } from './other-lists.tsx';
import { soon } from './soon.ts';
import { standingLists } from './standing-lists.tsx';
import { tilesAt } from './tiles.ts';
import { deadlines, holds, notices, refunds } from './timed-lists.tsx';
import { TodayPage } from './today-page.tsx';
import { listUrgent } from './urgent.ts';

/** What waits for somebody today. */
export const mountToday = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk', allow(deps, 'read'), async (c) => {
    const now = new Date().toISOString();
    const tiles = tilesAt(now).map(async ({ count, ...tile }) => ({
      ...tile,
      count: await soon(deps, tile.name, (sql) => count(sql, now)),
    }));
    const [urgent, attention, ...counted] = await Promise.all([
      soon(deps, 'urgent', (sql) => listUrgent(sql, now)),
      soon(deps, 'attention', countAttention),
      ...tiles,
    ]);
    const { base } = deskOf(c);
    const children = <TodayPage {...{ base, now, urgent, attention, tiles: counted }} />;
    return showPage(c, { title: 'Today', at: '', children });
  });
  for (const list of [deadlines, notices, holds, refunds]) mountList(app, deps, list);
  mountList(app, deps, mail);
  mountList(app, deps, books);
  mountList(app, deps, shops);
  mountList(app, deps, webhooks);
  const zone = { timeZone: deps.config.shopTimeZone };
  for (const list of standingLists(zone)) mountList(app, deps, list);
};
