import type { Context, Handler } from 'hono';
import { dropConnection, type FaultKind, type FaultPlan, hangConnection } from '../../faults.ts';
import { newId } from '../ids.ts';
import type { Store } from '../store.ts';
import { forBrowser, isPublishable } from './access.ts';
import { type Answer, answerOf, failed, respond } from './answer.ts';
import { ApiFailure, invalid } from './errors.ts';
import { expandFields } from './expand.ts';
import { type Form, parseForm } from './form.ts';
import { fingerprintOf, type Keys } from './idempotency.ts';
import { readExpand } from './params.ts';

/** One request as an endpoint sees it. */
export type Call = {
  /** The body, or the query of a GET. */
  form: Form;
  /** The id in the path; all of its ids by name. */
  id: string;
  names: Record<string, string>;
  /** Without the prefix that the stand-in is mounted under. */
  path: string;
  /** Where a browser reaches the stand-in. */
  publicUrl: string;
  /** The caller is a browser, with the publishable key: it must know the client secret. */
  publishable: boolean;
  nowMs: number;
  /** The decline code that the fault plan asks for. */
  decline: string | undefined;
};

/** Makes a handler of a function that answers with an object or throws an ApiFailure. */
export type Endpoint = (run: (call: Call) => object) => Handler;

type Deps = {
  store: Store;
  keys: Keys;
  faults: FaultPlan;
  now: () => number;
  publicUrl: string | undefined;
  /** How long a write keeps its key in use before it is done. */
  latencyMs: number;
};

type Key = { id: string; fingerprint: string };

/**
 * In this order: the form, the answer stored under the key, the fault plan, the work. What the
 * work changed and its answer reach the journal as one line.
 */
export const createEndpoint =
  (deps: Deps): Endpoint =>
  (run) =>
  async (c) => {
    const requestId = newId('req');
    try {
      const call = await readCall(deps, c);
      const key = keyOf(c, call);
      const replay = key && deps.keys.find(key.id, key.fingerprint);
      if (replay) return respond(c, shown(replay, call), { requestId, original: replay.requestId });

      const fault = deps.faults.take({ method: c.req.method, ...subjectOf(deps.store, call) });
      const before = await failBefore(c, fault, requestId);
      if (before) return before;

      const answer = await perform(
        { ...deps, key, requestId, fault },
        () => run(withDecline(call, fault)),
        call,
      );
      if (fault?.kind === 'drop-after') return dropConnection(c);
      return respond(c, shown(answer, call), {
        requestId,
        ...(key ? { original: requestId } : {}),
      });
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      return respond(c, failed(error.status, error.error), { requestId });
    }
  };

const shown = (answer: Pick<Answer, 'status' | 'body'>, { publishable }: Call) =>
  publishable ? { ...answer, body: forBrowser(answer.body) } : answer;

const readCall = async (deps: Deps, c: Context): Promise<Call> => {
  const { pathname, search, origin } = new URL(c.req.url);
  const at = pathname.indexOf('/v1/');
  const names: Record<string, string> = c.req.param();
  return {
    form: parseForm(c.req.method === 'GET' ? search : await c.req.text()),
    id: names.id ?? '',
    names,
    path: pathname.slice(at),
    publicUrl: deps.publicUrl ?? `${origin}${pathname.slice(0, at)}`,
    publishable: isPublishable(c),
    nowMs: deps.now(),
    decline: undefined,
  };
};

const withDecline = (call: Call, fault: FaultKind | undefined): Call =>
  fault?.kind === 'decline' ? { ...call, decline: fault.code } : call;

const keyOf = (c: Context, { path, form }: Call): Key | undefined => {
  const id = c.req.header('Idempotency-Key');
  if (id === undefined || c.req.method !== 'POST') return undefined;
  if (id.length > 255) throw invalid('Idempotency keys are at most 255 characters long.');
  return { id, fingerprint: fingerprintOf(c.req.method, path, form) };
};

/** The faults of which nothing is done and nothing is stored. */
const failBefore = async (
  c: Context,
  fault: FaultKind | undefined,
  requestId: string,
): Promise<Response | undefined> => {
  if (fault?.kind === 'hang') return hangConnection(c);
  if (fault?.kind === 'drop-before') return dropConnection(c);
  return fault?.kind === 'status' ? respond(c, failed(fault.status), { requestId }) : undefined;
};

const perform = async (
  {
    store,
    keys,
    latencyMs,
    key,
    requestId,
    fault,
  }: Deps & {
    key: Key | undefined;
    requestId: string;
    fault: FaultKind | undefined;
  },
  run: () => object,
  { form }: Call,
): Promise<Answer> => {
  if (key) {
    keys.begin(key.id, key.fingerprint);
    if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
  }
  const done = answerOf(() => expandFields(store, run(), readExpand(form)));
  const answer = fault?.kind === 'status-after' ? failed(fault.status) : done;
  if (key && answer.stored) keys.finish({ ...key, ...answer, requestId });
  else if (key) keys.forget(key.id);
  store.commit({ id: requestId, idempotency_key: key?.id ?? null });
  return answer;
};

/** The path, and the customer whom the call is about, so that a fault can be meant for one. */
const subjectOf = (store: Store, { path, form }: Call): { path: string; subject?: string } => {
  const ids = [form.customer, form.payment_intent, form.charge, ...path.split('/')];
  for (const id of ids.filter((value) => typeof value === 'string')) {
    const owner =
      store.find('payment_intent', id) ??
      store.find('payment_method', id) ??
      store.find('charge', id) ??
      store.find('setup_intent', id);
    const customer = id.startsWith('cus_') ? id : owner?.customer;
    if (customer) return { path, subject: customer };
  }
  return { path };
};
