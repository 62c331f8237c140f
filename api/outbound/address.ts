import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import type { Includes } from '../../db/subnets.ts';

export type Address = { address: string; family: number };

/** All addresses of a name. Throws when it has none. */
export type Resolve = (name: string) => Promise<Address[]>;

/** Where webhooks may go: `own` are networks that the operator allows although nobody else reaches them. */
export type Network = { own: Includes; resolve?: Resolve };

/** Azure answers machines there with their credentials, at an address that looks like any other. */
const metadata: ReadonlySet<string> = new Set(['168.63.129.16']);

/**
 * Whether a webhook may go to this address: one of the internet's, or of a network that the
 * operator has named. An IPv4 address is judged as one, however it is written.
 */
export const isAllowed = (address: string, { own }: Network): boolean => {
  const plain = plainOf(address);
  if (plain === undefined) return false;
  const text = plain.toString();
  if (own(text)) return true;
  return plain.range() === 'unicast' && !metadata.has(text);
};

export const isLoopback = (address: string): boolean => plainOf(address)?.range() === 'loopback';

const plainOf = (address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined =>
  ipaddr.isValid(address) ? ipaddr.process(address) : undefined;

/** An address as it stands in a URL; undefined for a name. */
export const addressIn = ({ hostname }: URL): string | undefined => {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(bare) ? bare : undefined;
};

/** It may not be sent to. */
export class Forbidden extends Error {
  readonly code = 'FORBIDDEN_ADDRESS';
}

/**
 * The addresses of a host, each of which may be sent to. One that may not is enough to refuse all:
 * whoever names it beside others hopes that it is taken.
 */
export const resolveAllowed = async (url: URL, network: Network): Promise<Address[]> => {
  const { resolve = resolveName } = network;
  const literal = addressIn(url);
  const addresses =
    literal === undefined
      ? await resolve(url.hostname)
      : [{ address: literal, family: ipaddr.parse(literal).kind() === 'ipv6' ? 6 : 4 }];
  const isRight = ({ address }: Address) =>
    isAllowed(address, network) && (url.protocol === 'https:' || isLoopback(address));
  if (addresses.length === 0 || !addresses.every(isRight)) throw new Forbidden('not to there');
  return addresses;
};

const resolveName: Resolve = (name) => lookup(name, { all: true, verbatim: true });
