import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Includes } from '../../db/subnets.ts';
import type { AppEnv } from '../http/env.ts';
import { clientAddress, networkOf } from './client-address.ts';

export type StrangerLimit = {
  /** Requests that one address may make in a minute. */
  perMinute: number;
  isTrustedProxy: Includes;
  /** Everything comes from there on one's own computer. */
  isLoopbackFree: boolean;
};

/** What counts together with the caller; undefined for one that is not limited. */
export const findNetwork = (
  c: Context<AppEnv>,
  { isTrustedProxy, isLoopbackFree }: StrangerLimit,
): string | undefined => {
  const address = clientAddress(hopsOf(c), isTrustedProxy);
  return isLoopbackFree && isLoopback(address) ? undefined : networkOf(address);
};

const hopsOf = (c: Context<AppEnv>) => {
  // Without a socket there is nobody else who asks.
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  const remote = incoming?.socket.remoteAddress ?? '127.0.0.1';
  return { remote, forwardedFor: c.req.header('X-Forwarded-For') };
};

const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.');
