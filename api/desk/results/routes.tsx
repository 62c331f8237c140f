import type { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import type { DeskDeps, DeskEnv } from '../env.ts';
import { showPage } from '../parts/layout.tsx';

/** What became of what customers waited for. */
export const mountResults = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk/results', allow(deps, 'read'), (c) =>
    showPage(c, {
      title: 'Results',
      at: 'results',
      children: <p className="muted">Nothing yet.</p>,
    }),
  );
};
