import type { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import type { DeskDeps, DeskEnv } from '../env.ts';
import { showPage } from '../parts/layout.tsx';

/** What waits for somebody today. */
export const mountToday = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk', allow(deps, 'read'), (c) =>
    showPage(c, { title: 'Today', at: '', children: <p className="muted">Nothing yet.</p> }),
  );
};
