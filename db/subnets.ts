import { BlockList, isIP } from 'node:net';

/** Whether an address is one of them. */
export type Includes = (address: string) => boolean;

/** Reads addresses and subnets with commas between them; undefined if one of them is neither. */
export const parseSubnets = (text: string): Includes | undefined => {
  const list = new BlockList();
  for (const entry of text.split(',').flatMap((part) => part.trim() || [])) {
    const [address = '', prefix] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    try {
      if (prefix === undefined) list.addAddress(address, family);
      else list.addSubnet(address, prefix === '' ? Number.NaN : Number(prefix), family);
    } catch {
      return undefined;
    }
  }
  return (address) =>
    isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
};
