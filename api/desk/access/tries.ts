import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { dayMs } from '../../../workflows/domain/time.ts';
import { findNetwork } from '../../access/caller.ts';
import { Unsealable } from '../../access/sealed.ts';
import type { AppDeps } from '../../deps.ts';
import type { DeskEnv } from '../env.ts';
import { cookieIn, putCookie } from './cookies.ts';

type Deps = Pick<AppDeps, 'config' | 'access' | 'shops'>;

/** A person mistypes a few times; an office behind one address is several persons. */
const perMinute = { account: 5, network: 30 };

const about = 'a browser of an operator';
const rememberedMs = 365 * dayMs;

/**
 * Counts one more try to sign in. For how many seconds the caller has to wait, mostly 0. A browser
 * in which that person has signed in before is counted by itself, so that somebody who tries and
 * tries elsewhere, or beside them, does not keep them out.
 */
export const waitToTry = (deps: Deps, c: Context<DeskEnv>, operatorId: string): number => {
  const { counts } = deps.access;
  const browser = browserOf(deps, c, operatorId);
  if (browser !== undefined) return counts.add(`sign-in browser ${browser}`, perMinute.account);
  const network = findNetwork(c, deps.config.strangers);
  const wait = network === undefined ? 0 : counts.add(`sign-in ${network}`, perMinute.network);
  if (wait > 0) return wait;
  return counts.add(`sign-in account ${operatorId}`, perMinute.account);
};

/** This browser is one in which the person signs in. */
export const rememberBrowser = (deps: Deps, c: Context<DeskEnv>, operatorId: string): void => {
  const value = deps.shops.seal.seal(`${operatorId} ${randomUUID()}`, about);
  putCookie(c, deps.config, { kind: 'known', value, maxAgeMs: rememberedMs });
};

/** Named by what was sealed, for the same can be spelt in many ways as a cookie. */
const browserOf = (deps: Deps, c: Context<DeskEnv>, operatorId: string): string | undefined => {
  const sealed = cookieIn(c, deps.config, 'known');
  if (sealed === undefined) return undefined;
  try {
    const [known, browser] = deps.shops.seal.open(sealed, about).split(' ');
    return known === operatorId ? browser : undefined;
  } catch (error) {
    if (error instanceof Unsealable) return undefined;
    throw error;
  }
};
