import type { Hono } from 'hono';
import type { DeskDeps, DeskEnv } from '../env.ts';
import { mountEndpointActs } from './endpoint-acts.tsx';
import { mountEndpoints } from './endpoints.tsx';
import { mountKeyActs } from './key-acts.tsx';
import { mountKeys } from './keys.tsx';
import { mountOverview } from './overview-page.tsx';
import { mountReplayOut } from './replay-out.tsx';
import { mountWebhooksIn } from './webhooks-in.tsx';

/** What this system is connected with. */
export const mountPlumbing = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  for (const mount of [
    mountOverview,
    mountWebhooksIn,
    mountEndpoints,
    mountEndpointActs,
    mountReplayOut,
    mountKeys,
    mountKeyActs,
  ])
    mount(app, deps);
};
