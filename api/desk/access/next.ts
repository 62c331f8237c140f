import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { AppDeps } from '../../deps.ts';
import { basePath } from '../../html/site.ts';
import { isSameSite } from '../../http/same-site.ts';
import type { DeskEnv } from '../env.ts';
import { hasFormToken } from './form-token.ts';

type Config = Pick<AppDeps['config'], 'publicUrl'>;

/** The page of the desk that the operator wanted, and no other address. */
export const nextOf = (config: Config, wanted: string | null | undefined): string => {
  const desk = `${basePath(config)}/desk`;
  const next = wanted ?? '';
  const isOurs = next === desk || next.startsWith(`${desk}/`) || next.startsWith(`${desk}?`);
  return isOurs && /^[\x21-\x7e]{1,1500}$/.test(next) && !/\/\.|\\/.test(next) ? next : desk;
};

/** The form of somebody who has no session yet, if a page of ours sent it. */
export const ownForm = async (config: Config, c: Context<DeskEnv>): Promise<URLSearchParams> => {
  const form = new URLSearchParams(await c.req.text());
  if (!isSameSite(c, config.publicUrl) || !hasFormToken(config, c, form)) {
    throw new HTTPException(403, { message: 'foreign' });
  }
  return form;
};
