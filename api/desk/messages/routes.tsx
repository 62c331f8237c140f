import type { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import type { DeskDeps, DeskEnv } from '../env.ts';
import { showPage } from '../parts/layout.tsx';

/** What was told to customers, and how it went. */
export const mountMessages = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk/messages', allow(deps, 'read'), (c) =>
    showPage(c, {
      title: 'Messages',
      at: 'messages',
      children: <p className="muted">Nothing yet.</p>,
    }),
  );
};
