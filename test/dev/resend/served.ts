import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { onTestFinished } from 'vitest';
import { createFaultPlan, type Fault } from '../../../dev/faults.ts';
import { createResendStandIn } from '../../../dev/resend/app.ts';
import { createInbox } from '../../../dev/resend/inbox.ts';
import { createMailStore } from '../../../dev/resend/store.ts';
import type { Instant } from '../../../workflows/domain/time.ts';

/** Serves an app on a free loopback port until the test ends, hanging connections included. */
export const serveApp = async (app: Hono): Promise<string> => {
  const server = await new Promise<Server>((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () =>
      resolve(started as Server),
    );
  });
  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** The stand-in and its inbox, mounted as the dev server mounts them. */
export const serveResend = async ({
  folder,
  now,
}: {
  folder?: string;
  now?: () => Instant;
} = {}) => {
  const store = createMailStore(folder === undefined ? {} : { folder });
  const faults = createFaultPlan();
  const app = new Hono();
  app.route('/resend', createResendStandIn({ faults, store, ...(now && { now }) }));
  app.route('/', createInbox(store));
  const origin = await serveApp(app);
  return {
    origin,
    baseUrl: `${origin}/resend`,
    plan: (...planned: Partial<Fault>[]) =>
      fetch(`${origin}/resend/_faults`, {
        method: 'POST',
        body: JSON.stringify(planned.map((fault) => ({ match: 'POST /emails', ...fault }))),
      }),
    /** The mailbox as programs see it, oldest first. */
    inbox: async (to?: string) => {
      const query = to === undefined ? '' : `?to=${encodeURIComponent(to)}`;
      const response = await fetch(`${origin}/inbox.json${query}`);
      return (await response.json()) as InboxEntry[];
    },
    page: async (path: string) => (await fetch(`${origin}${path}`)).text(),
  };
};

export type InboxEntry = {
  id: string;
  to: string;
  subject: string;
  html: string | null;
  text: string | null;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
  idempotencyKey: string | null;
  receivedAt: string;
};
