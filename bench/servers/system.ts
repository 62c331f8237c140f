import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { createDatabase, type Db } from '../../db/client.ts';
import { createDevServer, serveApp } from '../../dev/server.ts';
import { findFreePort } from '../../dev/service/ports.ts';
import { type Answer, openHttpClients } from '../load/http-clients.ts';
import type { Wish } from '../load/orders.ts';
import { startApi } from './api.ts';
import type { Child } from './child.ts';
import type { Parts } from './parts.ts';
import { startWorker } from './worker.ts';

/** A whole Meanwhile: API and worker in processes of their own, stand-ins in this one. */
export type System = {
  db: Db;
  client: Client;
  temporalAddress: string;
  worker: Child;
  /** A customer with a card that always pays, for any number of orders. */
  payer: Required<Pick<Wish, 'customerId' | 'paymentMethodId'>>;
  /** Posts to the API and returns what it answers; throws unless that is a success. */
  post(path: string, body: object): Promise<unknown>;
  put(path: string, body: object): Promise<unknown>;
  close(): Promise<void>;
};

type SystemOptions = {
  /** How many workflows the worker keeps in memory. */
  workerCache?: number;
  /** More flags of Node for the worker. */
  workerFlags?: string[];
  connections?: number;
};

export const startSystem = async (parts: Parts, options: SystemOptions = {}): Promise<System> => {
  const { home } = parts;
  const [server, databaseUrl] = await Promise.all([parts.freshTemporal(), parts.database()]);
  const temporalAddress = server.address;
  const outside = await startOutside(home);
  const [api, worker] = await Promise.all([
    startApi({ databaseUrl, temporalAddress, home }),
    startWorker({ databaseUrl, temporalAddress, home, origin: outside.origin, ...options }),
  ]);
  const connection = await Connection.connect({ address: temporalAddress });
  const db = createDatabase(databaseUrl, { max: 4 });
  const http = openHttpClients(api.origin, options.connections ?? 8);
  return {
    db,
    client: new Client({ connection }),
    temporalAddress,
    worker,
    payer: await createPayer(`${outside.origin}/stripe/v1`),
    post: (path, body) => insist(() => http.post(path, body), path),
    put: (path, body) => insist(() => http.put(path, body), path),
    close: async () => {
      http.close();
      await Promise.all([api.stop(), worker.stop()]);
      await Promise.all([db.close(), connection.close(), outside.close(), server.stop()]);
    },
  };
};

const startOutside = async (home: string) => {
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const { close } = await serveApp(createDevServer({ home, publicUrl: origin }), port);
  return { origin, close };
};

/** As a storefront vaults a card, over the stand-in's HTTP API. */
const createPayer = async (base: string): Promise<System['payer']> => {
  const send = async (path: string, form: Record<string, string>) => {
    const response = await fetch(`${base}${path}`, {
      method: 'POST',
      headers: { Authorization: 'Bearer sk_test_local' },
      body: new URLSearchParams(form),
    });
    if (!response.ok) throw new Error(`${path} was answered ${await response.text()}`);
    return (await response.json()) as { id: string };
  };
  const { id: customerId } = await send('/customers', { email: 'ada@example.org' });
  const method = await send('/payment_methods/pm_card_visa/attach', { customer: customerId });
  return { customerId, paymentMethodId: method.id };
};

/** Whoever gets a 503 repeats what they asked for, as the contract has it. */
const insist = async (ask: () => Promise<Answer>, path: string): Promise<unknown> => {
  for (let tries = 1; ; tries++) {
    const { status, text } = await ask();
    if (status < 300) return JSON.parse(text);
    if (status !== 503 || tries === mostTries) {
      throw new Error(`${path} was answered ${status}: ${text}`);
    }
  }
};

const mostTries = 5;

/** Looks again and again until something is so; throws after a minute. */
export const until = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
  const endsAt = Date.now() + 60_000;
  while (!(await isSo())) {
    if (Date.now() > endsAt) throw new Error(`Not within a minute: ${what}`);
    await sleep(20);
  }
};
