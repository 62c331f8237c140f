import type { Hono } from 'hono';
import type { DeskDeps, DeskEnv } from '../env.ts';
import { mountOverview } from './overview-page.tsx';
import { mountWebhooksIn } from './webhooks-in.tsx';

/** What this system is connected with. */
export const mountPlumbing = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  for (const mount of [mountOverview, mountWebhooksIn]) mount(app, deps);
};
