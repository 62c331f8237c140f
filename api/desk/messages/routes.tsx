import type { Hono } from 'hono';
import { listOpenMessages, listPaces } from '../../../db/desk/messages/queue.ts';
import { allow } from '../access/allow.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { showPage } from '../parts/layout.tsx';
import { createCounts, type SpanName, spans } from './counts.ts';
import { mountGallery } from './gallery-routes.tsx';
import { HealthOf } from './health.tsx';
import { mountList } from './list-routes.tsx';
import { mountPreferences } from './preference-routes.tsx';
import { QueueOf } from './queue.tsx';
import { mountSend } from './send-routes.tsx';
import { mountSuppressions } from './suppression-routes.tsx';
import { room, Tabs } from './tabs.tsx';

/** What was told to customers, and how it went. */
export const mountMessages = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  const zone = deps.config.shopTimeZone;
  const counts = createCounts({ db: deps.reads, zone });
  app.get(room, allow(deps, 'read'), async (c) => {
    const desk = deskOf(c);
    const span = spanIn(c.req.query('span'));
    const { sql } = deps.reads;
    const [health, paces, open] = await Promise.all([
      counts.find(span),
      listPaces(sql),
      listOpenMessages(sql),
    ]);
    const children = (
      <>
        <Tabs desk={desk} at={room} />
        <QueueOf desk={desk} zone={zone} paces={paces} open={open} />
        <h2>How it went</h2>
        <HealthOf desk={desk} span={span} health={health} />
      </>
    );
    return showPage(c, { title: 'Messages', at: 'messages', children });
  });
  mountList(app, deps);
  mountSuppressions(app, deps);
  mountPreferences(app, deps);
  mountGallery(app, deps);
  mountSend(app, deps);
};

const spanIn = (given = ''): SpanName =>
  Object.hasOwn(spans, given) ? (given as SpanName) : '24h';
