import { isIP } from 'node:net';
import type { Includes } from '../../db/subnets.ts';

type Hops = { remote: string | undefined; forwardedFor: string | undefined };

/**
 * Who asks: the last address that no proxy of ours has. `X-Forwarded-For` is read from its right
 * end, because whoever asks may have written what stands left of that.
 */
export const clientAddress = ({ remote, forwardedFor }: Hops, isTrusted: Includes): string => {
  let client = plain(remote ?? '');
  for (const hop of forwardedFor?.split(',').reverse() ?? []) {
    const address = plain(hop);
    if (!isTrusted(client) || isIP(address) === 0) return client;
    client = address;
  }
  return client;
};

/** Without a port or brackets, and an IPv4 address as one. */
const plain = (written: string): string => {
  const address = written.trim().replace(/^\[(.*)\](:\d+)?$/, '$1');
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^([\d.]+):\d+$/, '$1');
};

/** What is counted together: an IPv4 address, or the /64 that one line is given of IPv6. */
export const networkOf = (address: string): string => {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('%', 1).join().split('::');
  const groups = head === '' ? [] : head.split(':');
  const end = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - groups.length - end.length;
  const whole = [...groups, ...Array<string>(Math.max(0, zeros)).fill('0'), ...end];
  return whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
};
