import type { Context } from 'hono';
import type { Operator } from '../../workflows/domain/desk/role.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import type { Reading } from './access/reading.ts';
import type { Api } from './call.ts';

/** What the rooms of the desk need. */
export type DeskDeps = RouteDeps;

/** The operator whose page it is. */
export type Desk = {
  operator: Operator;
  /** The API as they may call it. */
  api: Api;
  /** Writes down of whom they read what the API did not answer. */
  reading: Reading;
  /** Stands in each of their forms. */
  csrf: string;
  /** The path before every other. */
  base: string;
};

/**
 * `base` is the path before every other, that of `publicUrl`. `desk` is set behind a session;
 * `form` on each POST whose form is one of ours.
 */
export type DeskEnv = {
  Variables: AppEnv['Variables'] & {
    publicUrl?: string;
    base?: string;
    desk?: Desk;
    form?: URLSearchParams;
  };
};

/** The operator's desk, behind `allow`. */
export const deskOf = (c: Context<DeskEnv>): Desk => {
  const desk = c.get('desk');
  if (!desk) throw new Error('no operator: the route lacks its guard');
  return desk;
};
