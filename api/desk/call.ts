import { HTTPException } from 'hono/http-exception';
import createClient, { type Client } from 'openapi-fetch';
import { noteAudit, settleAudit } from '../../db/desk/people/audit.ts';
import type { components, paths } from '../../plugins/client/paths.ts';
import type { Operator } from '../../workflows/domain/desk/role.ts';
import { calledBy } from '../access/auth.ts';
import type { AppDeps } from '../deps.ts';
import { findProblem } from '../http/problem.ts';
import type { Reading } from './access/reading.ts';
import { scopesOf } from './access/scopes.ts';

/** Each call of the API by its method and path, with the types of the OpenAPI document. */
export type Api = Client<paths>;

/** What the API's document calls by that name, such as `SupplyAnswer`. */
export type Named<Name extends keyof components['schemas']> = components['schemas'][Name];

/** Answers a request as the app itself, in the surroundings given. */
export type Answer = (request: Request, surroundings: object) => Response | Promise<Response>;

type Surroundings = { answer: Answer; db: AppDeps['db']; requestId: string; reading: Reading };

/** No request leaves this process for it. */
const baseUrl = 'http://desk.invalid';

/**
 * The API as this operator may call it: by the same routes, checks and scopes as everybody else, but
 * without a key. What changes something is written down before it is asked for, and what says whom an
 * order is for once it was read.
 */
export const apiOf = (
  { operatorId, role }: Operator,
  { answer, db, requestId, reading }: Surroundings,
): Api => {
  const surroundings = calledBy({ name: `operator/${operatorId}`, scopes: scopesOf[role] });
  return createClient<paths>({
    baseUrl,
    headers: { 'X-Request-Id': requestId },
    fetch: async (request) => {
      if (isReading(request)) {
        const response = await answer(request, surroundings);
        const orderId = response.ok ? orderReadIn(request) : undefined;
        if (orderId !== undefined) reading.order(orderId);
        return response;
      }
      const subject = `${request.method} ${new URL(request.url).pathname}`;
      const detail = { requestId };
      const id = await noteAudit(db.sql, { operatorId, type: 'act', subject, detail });
      const response = await answer(request, surroundings);
      await settleAudit(db.sql, { id, status: response.status });
      return response;
    },
  });
};

/** The order whose customer a call tells of: its own page, its mails, its evidence. */
const orderReadIn = ({ method, url }: Request): string | undefined =>
  method === 'GET' ? /^\/v1\/backorders\/([^/]+)/.exec(new URL(url).pathname)?.[1] : undefined;

/** A preview changes nothing, although it is posted. A thing of that name is put or deleted. */
const isReading = ({ method, url }: Request): boolean =>
  method === 'GET' || (method === 'POST' && new URL(url).pathname.endsWith('/preview'));

/** The API's problem, as a page shows it. */
export type Refusal = {
  status: number;
  code: string;
  title: string;
  detail: string;
  errors: { pointer: string; detail: string }[];
};

/** What a call was refused with, thrown so that a page can show it beside what was entered. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** The same of a problem that our own code threw; any other error as it is. */
export const refusedBy = (error: unknown): unknown => {
  const found = findProblem(error);
  if (!found) return error;
  const { status, code, title, detail, errors = [] } = found;
  return new Refused({ status, code, title, detail, errors });
};

type Called<Data> = { data?: Data | undefined; error?: unknown; response: Response };

/** What a call was answered with; throws `Refused` when that is a problem. */
export const answerOf = async <Data>(call: Promise<Called<Data>>): Promise<Data> => {
  const { data, error, response } = await call;
  if (response.ok) return data as Data;
  const problem = (error ?? {}) as Partial<Refusal>;
  const { code = 'internal', title = 'It did not work', detail = '', errors = [] } = problem;
  throw new Refused({ status: response.status, code, title, detail, errors });
};

/** The same for what may not be there: undefined on 404. */
export const findOf = async <Data>(call: Promise<Called<Data>>): Promise<Data | undefined> => {
  try {
    return await answerOf(call);
  } catch (error) {
    if (error instanceof Refused && error.refusal.status === 404) return undefined;
    throw error;
  }
};

/** Nothing is there under this address. */
export const notFound = (): HTTPException => new HTTPException(404);
