import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { isSameText } from '../../../db/same-text.ts';
import { dayMs } from '../../../workflows/domain/time.ts';
import type { AppDeps } from '../../deps.ts';
import type { DeskEnv } from '../env.ts';
import { cookieIn, putCookie } from './cookies.ts';
import { csrfOf } from './session.ts';

type Config = Pick<AppDeps['config'], 'publicUrl'>;

const keptMs = 30 * dayMs;

/**
 * What a form carries that signs somebody in: there is no session yet, so it goes by a cookie of its
 * own. Otherwise a foreign page could sign a browser in as somebody else, and read what is done then.
 * Forms in several tabs share it.
 */
export const formTokenOf = (config: Config, c: Context<DeskEnv>): string => {
  const held = cookieIn(c, config, 'form');
  if (held) return csrfOf(held);
  const value = randomBytes(32).toString('base64url');
  putCookie(c, config, { kind: 'form', value, maxAgeMs: keptMs });
  return csrfOf(value);
};

/** Whether a page that this browser was shown sent the form. */
export const hasFormToken = (
  config: Config,
  c: Context<DeskEnv>,
  form: URLSearchParams,
): boolean => {
  const held = cookieIn(c, config, 'form');
  return Boolean(held) && isSameText(csrfOf(held ?? ''), form.get('csrf') ?? '');
};
