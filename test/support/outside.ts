import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { findFreePort } from '../../dev/ports.ts';
import { createDevServer, serveApp } from '../../dev/server.ts';

/** The stand-ins for Stripe and Resend and the inbox, on a port of their own. */
export const startOutside = async () => {
  const home = mkdtempSync(join(tmpdir(), 'meanwhile-system-'));
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const served = await serveApp(createDevServer({ home, publicUrl: origin }), port);
  const stripeBase = `${origin}/stripe`;
  const plan = (service: 'stripe' | 'resend') => async (faults: object[]) => {
    const body = JSON.stringify(faults);
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${origin}/${service}/_faults`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(await answer.text());
  };
  return {
    origin,
    stripeBase,
    resendBase: `${origin}/resend`,
    stripe: stripeAt(stripeBase),
    planStripeFaults: plan('stripe'),
    planResendFaults: plan('resend'),
    /** The faults that have not struck yet. */
    faultsLeft: async (service: 'stripe' | 'resend'): Promise<object[]> =>
      (await (await fetch(`${origin}/${service}/_faults`)).json()) as object[],
    inbox: async (to: string): Promise<Received[]> => {
      const response = await fetch(`${origin}/inbox.json?to=${encodeURIComponent(to)}`);
      return (await response.json()) as Received[];
    },
    close: async () => {
      await served.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
};

export type Received = {
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
