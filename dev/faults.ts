import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { z } from 'zod';

/**
 * One thing that shall go wrong. `match` is a prefix of `METHOD /path` as the SDK calls it, without
 * the prefix the stand-in is mounted under; `customer` or `to` narrows it to one call's subject.
 */
export type Fault = {
  match: string;
  times: number;
  fault: string;
  customer?: string | undefined;
  to?: string | undefined;
};

/**
 * `status`, `hang`, `drop-before`: nothing is done and no key is stored. `drop-after`: done and
 * stored, then the connection is cut. `status-after`: done, and that status is stored under the key
 * and replayed. `decline`: the charge is declined with that code.
 */
export type FaultKind =
  | { kind: 'status' | 'status-after'; status: number }
  | { kind: 'hang' | 'drop-before' | 'drop-after' }
  | { kind: 'decline'; code: string };

/** A call as the plan sees it. `subject` is the customer, or the addressees, it is about. */
export type FaultCall = { method: string; path: string; subject?: string | readonly string[] };

/** What shall go wrong next, in memory only: a restart begins with an empty plan. */
export type FaultPlan = {
  append(faults: Fault[]): void;
  clear(): void;
  /** Uses up one of the first matching fault. A replayed key must not be asked about. */
  take(call: FaultCall): FaultKind | undefined;
  list(): Fault[];
};

/** What a stand-in that has no money, no customers or no addressees leaves out of its plan. */
export type NotPlayed = 'decline' | 'customer' | 'to';

/** An empty plan. `append` throws on a fault that it does not know. */
export const createFaultPlan = (): FaultPlan => {
  let pending: { fault: Fault; kind: FaultKind }[] = [];
  return {
    append: (faults) => {
      pending.push(...faults.map((fault) => ({ fault: { ...fault }, kind: getKind(fault.fault) })));
    },
    clear: () => {
      pending = [];
    },
    take: (call) => {
      const hit = pending.find(({ fault }) => matches(fault, call));
      if (!hit) return undefined;
      hit.fault.times -= 1;
      if (hit.fault.times <= 0) pending = pending.filter((entry) => entry !== hit);
      return hit.kind;
    },
    list: () => pending.map(({ fault }) => ({ ...fault })),
  };
};

/**
 * `GET /_faults` lists what is left of the plan, `POST /_faults` appends an array to it (`[]`
 * clears) and answers with the whole. A body that cannot be planned is a 422 and changes nothing.
 * `without` names what this stand-in cannot play, so that no fault waits in vain.
 */
export const faultsRoute = (
  plan: FaultPlan,
  { without = [] }: { without?: readonly NotPlayed[] } = {},
): Hono => {
  const app = new Hono();
  app.get('/_faults', (c) => c.json(plan.list()));
  app.post('/_faults', async (c) => {
    const body = await c.req.json().catch(() => undefined);
    const parsed = faultsSchema(without).safeParse(body);
    if (!parsed.success)
      return c.json({ message: explain(parsed.error), errors: parsed.error.issues }, 422);
    if (parsed.data.length === 0) plan.clear();
    else plan.append(parsed.data);
    return c.json(plan.list());
  });
  return app;
};

/**
 * Cuts the TCP connection without an answer. Return its result from the handler. Works only under
 * @hono/node-server: `app.request()` has no connection to cut, and throws.
 */
export const dropConnection = (c: Context): Response => {
  bindingsOf(c).incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
};

/** Keeps the caller waiting, without an answer, until it goes away or the server closes. */
export const hangConnection = async (c: Context): Promise<Response> => {
  const { outgoing } = bindingsOf(c);
  if (!outgoing.destroyed) await new Promise((resolve) => outgoing.once('close', resolve));
  return RESPONSE_ALREADY_SENT;
};

const bindingsOf = (c: Context): HttpBindings => {
  const bindings = c.env as Partial<HttpBindings> | undefined;
  if (!bindings?.incoming || !bindings.outgoing)
    throw new Error('This fault needs a real connection: serve the app with @hono/node-server.');
  return bindings as HttpBindings;
};

const matches = (fault: Fault, { method, path, subject }: FaultCall): boolean => {
  if (!`${method} ${path}`.startsWith(fault.match)) return false;
  const wanted = fault.customer ?? fault.to;
  return wanted === undefined || [subject].flat().includes(wanted);
};

const getKind = (text: string): FaultKind => {
  const kind = findKind(text);
  if (!kind) throw new Error(`Unknown fault "${text}"; known are ${knownFaults}`);
  return kind;
};

const findKind = (text: string): FaultKind | undefined => {
  if (text === 'hang' || text === 'drop-before' || text === 'drop-after') return { kind: text };
  const [, name, status] = /^(status|status-after):([45]\d\d)$/.exec(text) ?? [];
  if (name === 'status' || name === 'status-after') return { kind: name, status: Number(status) };
  const code = /^decline:([a-z0-9_]+)$/.exec(text)?.[1];
  return code === undefined ? undefined : { kind: 'decline', code };
};

const knownFaults =
  'status:<400-599>, status-after:<400-599>, hang, drop-before, drop-after, decline:<decline_code>';

const faultsSchema = (without: readonly NotPlayed[]) =>
  z.array(
    faultSchema.superRefine((fault, context) => {
      const played = {
        decline: fault.fault.startsWith('decline:'),
        customer: fault.customer,
        to: fault.to,
      };
      for (const name of without)
        if (played[name])
          context.addIssue({ code: 'custom', message: `"${name}" cannot happen here` });
    }),
    'must be a JSON array of faults ([] clears the plan)',
  );

const faultSchema = z.strictObject({
  match: z.string().regex(/^[A-Z]+ \//, 'must begin with a method and a path, "POST /…"'),
  times: z.int().min(1).max(1_000_000).default(1),
  fault: z.string().refine(findKind, `must be one of ${knownFaults}`),
  customer: z.string().min(1).optional(),
  to: z.string().min(1).optional(),
});

const explain = (error: z.ZodError): string =>
  error.issues.map((issue) => `${issue.path.join('/') || 'body'}: ${issue.message}`).join('; ');
