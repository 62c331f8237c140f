import type { Context } from 'hono';
import { type BackorderRow, findBackorder } from '../../db/backorder/read.ts';
import { seesPersonalData } from '../access/personal-data.ts';
import type { AppDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { problem } from '../http/problem.ts';
import { toBackorderAnswer, withoutPersonalData } from './answer.ts';
import type { BackorderAnswer } from './backorder-schema.ts';

type ShowDeps = Pick<AppDeps, 'db' | 'config'>;

/** The backorder as it stands, or a 404. */
export const showBackorder = async (deps: ShowDeps, orderId: string): Promise<BackorderAnswer> =>
  showRow(deps, await getBackorder(deps, orderId));

/** The rows of the backorder, or a 404. */
export const getBackorder = async ({ db }: ShowDeps, orderId: string): Promise<BackorderRow> => {
  const row = await findBackorder(db.sql, orderId);
  if (!row) throw problem('not_found', { detail: `There is no backorder ${orderId}.` });
  return row;
};

export const showRow = ({ config }: ShowDeps, row: BackorderRow): BackorderAnswer =>
  toBackorderAnswer(row, { ...config, now: new Date().toISOString() });

/**
 * What this caller may see of an answer. Every answer passes here last, so that a stored one is
 * shown to whoever repeats the request as a new one would be.
 */
export const asSeenBy = (c: Context<AppEnv>, answer: BackorderAnswer): BackorderAnswer =>
  seesPersonalData(c.get('principal')) ? answer : withoutPersonalData(answer);
