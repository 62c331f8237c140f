import { Writable } from 'node:stream';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { vi } from 'vitest';
import { hashKey, type Scope } from '../../api/access/auth.ts';
import { createCounts } from '../../api/access/counts.ts';
import { createKeyring } from '../../api/access/keyring.ts';
import { createSeal } from '../../api/access/sealed.ts';
import { createApp } from '../../api/app.ts';
import { parseConfig } from '../../api/config.ts';
import type { PlatformKinds } from '../../api/connector/port.ts';
import type { AppDeps } from '../../api/deps.ts';
import { createOperations } from '../../api/operations/operations.ts';
import { createReadiness } from '../../api/operations/readiness.ts';
import type { ActAnswer, BackorderActs } from '../../api/temporal/port.ts';
import { type Db, createDatabase as openDatabase } from '../../db/client.ts';
import { putApiKey } from '../../db/http/api-keys.ts';
import { createLexicon } from '../../emails/words/lexicon.ts';
import type { Request } from '../../workflows/domain/backorder/request.ts';
import type { EvidenceHead } from '../../workflows/domain/law/evidence.ts';
import { patienceMs } from '../support/patience.ts';
import { createDatabase } from '../support/system/stack.ts';
import { checkoutBody } from './backorder/checkout/checkout-body.ts';

export type Answer = {
  status: number;
  headers: Headers;
  // Tests say what they expect of an answer; its shape is the document's business.
  // biome-ignore lint/suspicious/noExplicitAny: JSON of any shape.
  body: any;
};

export type CallOptions = {
  body?: unknown;
  /** The scope whose key is sent; null sends none. */
  as?: Scope | null;
  headers?: Record<string, string>;
};

export const keyOf = (scope: Scope): string => `key-of-${scope}`;

/** Backorders that accept everything, unless a test says otherwise. */
export type ObedientActs = BackorderActs & {
  /** What was asked so far. */
  asked: { orderId: string; request: Request; id: string }[];
  answer: () => Promise<ActAnswer>;
  /** Milliseconds asked for so far. */
  fastForwarded: number[];
  fastForwardAnswer: 'done' | 'unfinished';
  /** Accepts everything again, and forgets what was asked. */
  forget: () => void;
};

const createObedientActs = (): ObedientActs => {
  const acts: ObedientActs = {
    asked: [],
    answer: async () => ({ ok: true }),
    fastForwarded: [],
    fastForwardAnswer: 'done',
    act: (orderId, request, { id }) => {
      acts.asked.push({ orderId, request, id });
      return acts.answer();
    },
    fastForward: async (_orderId, ms) => {
      acts.fastForwarded.push(ms);
      return acts.fastForwardAnswer;
    },
    forget: () => {
      acts.asked.length = 0;
      acts.answer = async () => ({ ok: true });
    },
  };
  return acts;
};

/** The API over a database of its own, with a key for every scope and what it logs. */
export const startTestApp = async (config: Partial<AppDeps['config']> = {}) => {
  const url = await createDatabase();
  const db = openDatabase(url, { max: 5 });
  for (const scope of [
    'checkout',
    'inventory',
    'fulfilment',
    'support',
    'read',
    'admin',
  ] as const) {
    await putApiKey(db.sql, {
      keyHash: hashKey(keyOf(scope)),
      name: scope,
      scopes: [scope],
      expiresAt: null,
    });
  }
  const parts = assemble(db, config);
  let placed = 0;
  /** Ada's checkout under an id of its own. Acts accept everything again, none was asked yet. */
  const placeAnother = async (): Promise<string> => {
    const orderId = `O-${++placed}`;
    parts.acts.forget();
    await parts.call('POST', '/v1/backorders', { body: checkoutBody({ orderId }) });
    return orderId;
  };
  await vi.waitUntil(() => parts.readiness.report().isReady, { timeout: patienceMs });
  const close = async (): Promise<void> => {
    await parts.readiness.close();
    await db.close();
  };
  return { db, url, ...parts, placeAnother, close };
};

const environment = {
  PUBLIC_URL: 'http://meanwhile.test',
  TEMPORAL_UI_URL: 'http://temporal.test',
  FAST_FORWARD: 'true',
};

/** The same over any database, even one that does not answer. */
export const assemble = (
  db: Db,
  config: Partial<AppDeps['config']> = {},
  reads: Db = db,
  platforms: PlatformKinds = {},
) => {
  const logged: Record<string, unknown>[] = [];
  const acts = createObedientActs();
  const kicks = { count: 0, hints: 0, shops: 0 };
  /** What every order's workflow says of its evidence. */
  const witness: { head: EvidenceHead | null } = { head: null };
  const readiness = createReadiness({ db: reads, isTemporalReachable: async () => false });
  const registry = new Registry();
  const access = { keyring: createKeyring(reads), counts: createCounts('shared') };
  /** Pools that give out no connection. */
  const stuck: string[] = [];
  const app = createApp({
    config: { ...parseConfig(environment), ...config },
    db,
    reads,
    logger: pino({ level: 'info' }, intoArray(logged)),
    lexicon: createLexicon(),
    registry,
    acts,
    witness: async () => witness.head,
    access,
    kick: () => {
      kicks.count++;
    },
    reconcile: async () => 'reconciliation/2026-11-23T10:00',
    kickHints: () => {
      kicks.hints++;
    },
    shops: {
      platforms,
      seal: createSeal(['test']),
      ask: fetch,
      kick: () => {
        kicks.shops++;
      },
    },
    readiness,
    pulse: { stuck: () => stuck },
  });
  const operations = createOperations({ registry, readiness });
  const call = async (
    method: string,
    path: string,
    { body, as = 'admin', headers = {} }: CallOptions = {},
  ): Promise<Answer> => {
    const response = await app.request(path, {
      method,
      headers: {
        ...(as && { Authorization: `Bearer ${keyOf(as)}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return readAnswer(response);
  };
  /** Reads what only those who run it may read. */
  const operate = async (path: string): Promise<Answer> =>
    readAnswer(await operations.request(path));
  return { app, access, acts, witness, call, operate, kicks, logged, readiness, stuck };
};

const readAnswer = async (response: Response): Promise<Answer> => {
  const { status, headers } = response;
  const text = await response.text();
  const isJson = headers.get('Content-Type')?.includes('json');
  return { status, headers, body: isJson ? JSON.parse(text) : text };
};

const intoArray = (entries: Record<string, unknown>[]) =>
  new Writable({
    write(chunk, _encoding, done) {
      entries.push(JSON.parse(String(chunk)));
      done();
    },
  });
