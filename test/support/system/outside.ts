import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { createDevServer, type DevServerOptions, serveApp } from '../../../dev/server.ts';
import { findFreePort } from '../../../dev/service/ports.ts';
import type { Webhook } from '../../../dev/stripe/events/deliveries.ts';

/** The stand-ins for Stripe and Resend and the inbox, on a port of their own. */
export const startOutside = async ({
  webhook,
  resend = {},
}: {
  webhook?: Webhook;
  resend?: NonNullable<DevServerOptions['resend']>;
} = {}) => {
  const home = mkdtempSync(join(tmpdir(), 'meanwhile-system-'));
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const ending = new AbortController();
  const { signal } = ending;
  const served = await serveApp(
    createDevServer({ home, publicUrl: origin, webhook, resend, signal }),
    port,
  );
  const stripeBase = `${origin}/stripe`;
  const tell = async (path: string, what: object) => {
    const body = JSON.stringify(what);
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${origin}${path}`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(await answer.text());
  };
  return {
    origin,
    stripeBase,
    resendBase: `${origin}/resend`,
    stripe: stripeAt(stripeBase),
    planStripeFaults: (faults: object[]) => tell('/stripe/_faults', faults),
    planResendFaults: (faults: object[]) => tell('/resend/_faults', faults),
    /** What becomes of mails: of one in the inbox (`id`), or of the next ones to an address. */
    planMailEvents: (events: object[]) => tell('/resend/_events', events),
    /** How Stripe's events are delivered: often, late, in disorder, or not for now. */
    setDeliveries: (settings: object) => tell('/stripe/_deliveries', settings),
    /** What banks, card networks and cardholders do by themselves. */
    act: (act: { act: string } & Record<string, unknown>) => tell('/stripe/_acts', act),
    /** The faults that have not struck yet. */
    faultsLeft: async (service: 'stripe' | 'resend'): Promise<object[]> =>
      (await (await fetch(`${origin}/${service}/_faults`)).json()) as object[],
    inbox: async (to: string): Promise<Received[]> => {
      const response = await fetch(`${origin}/inbox.json?to=${encodeURIComponent(to)}`);
      return (await response.json()) as Received[];
    },
    close: async () => {
      ending.abort();
      await served.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
};

export type Outside = Awaited<ReturnType<typeof startOutside>>;

export type Received = {
  id: string;
  subject: string;
  text: string;
  tags: { name: string; value: string }[];
  idempotencyKey: string;
};

const stripeAt = (base: string): Stripe =>
  new Stripe('sk_test_1', {
    maxNetworkRetries: 0,
    httpClient: Stripe.createFetchHttpClient((input, init) => {
      const { pathname, search } = new URL(String(input));
      return fetch(`${base}${pathname}${search}`, init);
    }),
  });
