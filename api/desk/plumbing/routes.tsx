import type { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import type { DeskDeps, DeskEnv } from '../env.ts';
import { showPage } from '../parts/layout.tsx';

/** What this system is connected with. */
export const mountPlumbing = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk/plumbing', allow(deps, 'read'), (c) =>
    showPage(c, {
      title: 'Plumbing',
      at: 'plumbing',
      children: <p className="muted">Nothing yet.</p>,
    }),
  );
};
