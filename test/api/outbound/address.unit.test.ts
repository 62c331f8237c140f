import { describe, expect, test } from 'vitest';
import {
  type Address,
  Forbidden,
  isAllowed,
  resolveAllowed,
} from '../../../api/outbound/address.ts';
import { findObjection } from '../../../api/outbound/target.ts';
import { parseSubnets } from '../../../db/subnets.ts';

const nowhere = { own: () => false };
const local = { own: parseSubnets('127.0.0.0/8,::1') ?? (() => false) };

const resolving = (...addresses: string[]) => ({
  ...nowhere,
  resolve: async (): Promise<Address[]> =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
});

describe('an address', () => {
  test.each(['8.8.8.8', '2606:4700::1111'])('%s may be sent to', (address) => {
    expect(isAllowed(address, nowhere)).toBe(true);
  });

  test.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '0.0.0.0'],
    ...['100.64.0.1', '100.100.100.200', '168.63.129.16', '192.0.0.8', '198.18.0.1', '192.0.2.1'],
    ...['224.0.0.1', '255.255.255.255', '240.0.0.1', '::1', '::', 'fe80::1', 'fc00::1'],
    ...['fd00:ec2::254', 'ff02::1', '::ffff:10.0.0.1', '::ffff:a9fe:a9fe', '::127.0.0.1'],
    ...['64:ff9b::7f00:1', '2002:7f00:1::', '2001::1', '2001:db8::1', 'fec0::1', 'nonsense', ''],
  ])('%s may not be sent to', (address) => {
    expect(isAllowed(address, nowhere)).toBe(false);
  });

  test('of a network that the operator names may be sent to, however it is written', () => {
    expect(isAllowed('127.0.0.1', local)).toBe(true);
    expect(isAllowed('::ffff:127.0.0.1', local)).toBe(true);
    expect(isAllowed('10.0.0.1', local)).toBe(false);
  });
});

describe('a host', () => {
  test('is refused when one of its addresses is', async () => {
    const both = resolving('8.8.8.8', '10.0.0.1');
    await expect(resolveAllowed(new URL('https://a.example'), both)).rejects.toThrow(Forbidden);
    expect(await resolveAllowed(new URL('https://a.example'), resolving('8.8.8.8'))).toEqual([
      { address: '8.8.8.8', family: 4 },
    ]);
  });

  test('without an address is none', async () => {
    await expect(resolveAllowed(new URL('https://a.example'), resolving())).rejects.toThrow();
  });
});

describe('an endpoint', () => {
  test.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:169.254.169.254]/latest/meta-data',
    'https://user:secret@shop.example/',
    'https://user@shop.example/',
    'https://shop.example/#fragment',
    'http://shop.example/',
    'http://8.8.8.8/',
    'http://127.0.0.1/',
    'ftp://shop.example/',
    'javascript:alert(1)',
    'nonsense',
  ])('cannot be at %s', async (url) => {
    expect(await findObjection(url, resolving('8.8.8.8'))).toBeTypeOf('string');
  });

  test('cannot be at a name that leads to a private address', async () => {
    expect(await findObjection('https://inside.example/', resolving('10.0.0.1'))).toMatch(
      /private/,
    );
  });

  test('can be at a public name, and at one that is not known yet', async () => {
    expect(await findObjection('https://shop.example/hook?a=b', resolving('8.8.8.8'))).toBe(
      undefined,
    );
    const resolve = async () => {
      throw new Error('ENOTFOUND');
    };
    expect(await findObjection('https://soon.example/', { ...nowhere, resolve })).toBe(undefined);
  });

  test('can be on this computer, without TLS, where that is allowed', async () => {
    expect(await findObjection('http://127.0.0.1:4000/', local)).toBe(undefined);
    expect(await findObjection('http://10.0.0.1/', local)).toBeTypeOf('string');
  });
});
