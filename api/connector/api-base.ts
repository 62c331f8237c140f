import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';

/** Whether this computer itself may be a shop, as where everything runs on one. */
export type ApiBaseRules = { isLoopbackAllowed: boolean };

/**
 * Why a platform cannot be there, in words; undefined when it can. Its token goes to wherever this
 * is, so it is read over TLS from an address of the internet; on the embedded stack the platform may
 * be this computer.
 */
export const findApiBaseObjection = async (
  text: string,
  { isLoopbackAllowed }: ApiBaseRules,
): Promise<string | undefined> => {
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'A URL with a user is not taken';
  if (url.search !== '' || url.hash !== '') return 'Expected a URL without ? and #';
  const ranges = await rangesOf(url.hostname.replace(/^\[(.*)\]$/, '$1'));
  const isLoopback = ranges.length > 0 && ranges.every((range) => range === 'loopback');
  if (isLoopback && isLoopbackAllowed) return undefined;
  if (url.protocol !== 'https:') return 'Expected https://';
  return ranges.every((range) => range === 'unicast')
    ? undefined
    : 'Expected a host that everybody can reach: this one is private or reserved';
};

/** A name that cannot be resolved now is taken: the shop is failing then, and says so. */
const rangesOf = async (host: string): Promise<string[]> => {
  if (ipaddr.isValid(host)) return [ipaddr.process(host).range()];
  const found = await lookup(host, { all: true }).catch(() => []);
  return found.map(({ address }) => ipaddr.process(address).range());
};
