import type { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import type { DeskDeps, DeskEnv } from '../env.ts';
import { showPage } from '../parts/layout.tsx';

/** What is expected, against who waits for it. */
export const mountSupplies = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk/supplies', allow(deps, 'read'), (c) =>
    showPage(c, {
      title: 'Supplies',
      at: 'supplies',
      children: <p className="muted">Nothing yet.</p>,
    }),
  );
};
