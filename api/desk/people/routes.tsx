import type { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import type { DeskDeps, DeskEnv } from '../env.ts';
import { showPage } from '../parts/layout.tsx';

/** Who may work here, and what they did. */
export const mountPeople = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk/people', allow(deps, 'read'), (c) =>
    showPage(c, { title: 'People', at: 'people', children: <p className="muted">Nothing yet.</p> }),
  );
};
