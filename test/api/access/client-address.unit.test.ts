import { describe, expect, test } from 'vitest';
import { clientAddress, networkOf } from '../../../api/access/client-address.ts';
import { parseSubnets } from '../../../db/subnets.ts';

const isTrusted = parseSubnets('10.0.0.0/8, 192.0.2.7,2001:db8:1::/48') ?? (() => false);

describe('who asks', () => {
  test.each([
    ['without a proxy', '198.51.100.1', undefined, '198.51.100.1'],
    ['whatever a stranger writes', '198.51.100.1', '203.0.113.9', '198.51.100.1'],
    ['behind a proxy of ours', '10.1.2.3', '203.0.113.9', '203.0.113.9'],
    ['behind two', '10.1.2.3', '203.0.113.9, 192.0.2.7', '203.0.113.9'],
    ['left of whom nothing counts', '10.1.2.3', '8.8.8.8, 203.0.113.9', '203.0.113.9'],
    ['behind one that says nothing', '10.1.2.3', undefined, '10.1.2.3'],
    ['behind one that says nonsense', '10.1.2.3', 'unknown', '10.1.2.3'],
    ['with a port', '10.1.2.3', '203.0.113.9:4711', '203.0.113.9'],
    ['of IPv6 with a port', '2001:db8:1::5', '[2001:db8:2::9]:4711', '2001:db8:2::9'],
    ['of IPv4 within IPv6', '::ffff:10.1.2.3', '::ffff:203.0.113.9', '203.0.113.9'],
    ['who is one of ours', '10.1.2.3', '10.9.9.9', '10.9.9.9'],
  ])('%s', (_what, remote, forwardedFor, client) => {
    expect(clientAddress({ remote, forwardedFor }, isTrusted)).toBe(client);
  });
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1'],
  ['2001:db8::5', '2001:db8:0:0'],
  ['2001:0DB8:0000:0001::', '2001:db8:0:1'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
