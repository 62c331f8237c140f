import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Includes } from '../../db/subnets.ts';
import type { AppEnv } from '../http/env.ts';
import { clientAddress, networkOf } from './client-address.ts';
import type { Counts } from './counts.ts';

export type StrangerLimit = {
  /** Requests that one address may make in a minute. */
  perMinute: number;
  isTrustedProxy: Includes;
  /** Everything comes from there on one's own computer. */
  isLoopbackFree: boolean;
};

/**
 * Whether somebody asks from the computer that this runs on, by a name that means it everywhere: a
 * name of somebody else's that leads here is none. A tunnel leads others here and may call this
 * computer by its own name, so whatever was forwarded came from elsewhere.
 */
export const isAtHome = (
  c: Context,
  { isTrustedProxy }: Pick<StrangerLimit, 'isTrustedProxy'>,
): boolean => {
  const { hostname } = new URL(c.req.url);
  if (isForwarded(c)) return false;
  return homes.has(hostname) && isLoopback(clientAddress(hopsOf(c), isTrustedProxy));
};

/** What proxies and tunnels add, whichever of these they know. */
const forwarding =
  /^(x-forwarded.*|x-real-ip|x-original-.*|x-client-ip|true-client-ip|cf-.*|cdn-loop|forwarded|via)$/;

const isForwarded = (c: Context): boolean =>
  Object.keys(incomingOf(c)?.headers ?? c.req.header()).some((name) => forwarding.test(name));

const homes: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** What counts together with the caller; undefined for one that is not limited. */
export const findNetwork = (
  c: Context<AppEnv>,
  { isTrustedProxy, isLoopbackFree }: StrangerLimit,
): string | undefined => {
  const address = clientAddress(hopsOf(c), isTrustedProxy);
  return isLoopbackFree && isLoopback(address) ? undefined : networkOf(address);
};

/** Counts one more request of the caller. For how many seconds they have to wait, mostly 0. */
export const waitOf = (c: Context<AppEnv>, limit: StrangerLimit, counts: Counts): number => {
  const network = findNetwork(c, limit);
  return network === undefined ? 0 : counts.add(`address ${network}`, limit.perMinute);
};

const hopsOf = (c: Context) => {
  // Without a socket there is nobody else who asks.
  const remote = incomingOf(c)?.socket.remoteAddress ?? '127.0.0.1';
  return { remote, forwardedFor: headerOf(c, 'x-forwarded-for') };
};

/**
 * A header by its name in lower case, as Node has it: to read one through the request costs as much
 * as the rest of an answer from memory.
 */
export const headerOf = (c: Context, name: string): string | undefined => {
  const incoming = incomingOf(c);
  const value = incoming ? incoming.headers[name] : c.req.header(name);
  return Array.isArray(value) ? value.join(',') : value;
};

const incomingOf = (c: Context): HttpBindings['incoming'] | undefined =>
  ((c.env ?? {}) as Partial<HttpBindings>).incoming;

const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.');
