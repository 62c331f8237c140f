import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Resolve } from '../../../api/outbound/address.ts';
import { createSender } from '../../../api/outbound/send.ts';
import { type Receiver, startReceiver } from './receiver.ts';

let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.close());

const isHere = (address: string): boolean => address === '127.0.0.1';

/** Posts once to that host, under the port of the receiver. */
const post = async (host: string, resolve: Resolve, own = isHere) => {
  const url = new URL(receiver.url);
  url.hostname = host;
  const network = { own, resolve };
  const sender = createSender(url.href, { network, timeoutMs: 2_000, sockets: 2 });
  const signal = new AbortController().signal;
  const answer = await sender.post({ headers: {}, body: '{}', signal });
  sender.close();
  return answer;
};

const at =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('a post', () => {
  test('goes to the address that was judged, under the name of its host', async () => {
    let asked = 0;
    const resolve: Resolve = async () => {
      asked += 1;
      return [{ address: '127.0.0.1', family: 4 }];
    };
    expect(await post('shop.example', resolve)).toEqual({ status: 204, error: null });
    expect(asked).toBe(1);
    const { port } = new URL(receiver.url);
    expect(receiver.posts[0]?.headers.host).toBe(`shop.example:${port}`);
  });

  test.each([
    ['a private one', ['10.0.0.1']],
    ['the one of metadata', ['169.254.169.254']],
    ['a private one beside a public one', ['8.8.8.8', '192.168.0.1']],
    ['a private one in the clothes of IPv6', ['::ffff:10.0.0.1']],
  ])('goes nowhere once its name leads to %s', async (_, addresses) => {
    expect(await post('shop.example', at(...addresses))).toEqual({
      ...{ status: null, error: 'forbidden_address' },
    });
  });

  test('goes nowhere when the name has changed since the endpoint was made', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    const resolve: Resolve = () => at(...(answers.shift() ?? []))('');
    expect(await post('shop.example', resolve)).toMatchObject({ status: 204 });
    expect(await post('shop.example', resolve)).toMatchObject({ error: 'forbidden_address' });
    expect(receiver.posts).toHaveLength(1);
  });

  test('asks for a name once, however many go there at the same moment', async () => {
    let asked = 0;
    const resolve: Resolve = async () => {
      asked += 1;
      await sleep(50);
      return [{ address: '127.0.0.1', family: 4 }];
    };
    const url = receiver.url.replace('127.0.0.1', 'shop.example');
    const network = { own: isHere, resolve };
    const sender = createSender(url, { network, timeoutMs: 2_000, sockets: 8 });
    const signal = new AbortController().signal;
    const posts = Array.from({ length: 8 }, () =>
      sender.post({ headers: { connection: 'close' }, body: '{}', signal }),
    );
    for (const answer of await Promise.all(posts)) expect(answer).toMatchObject({ status: 204 });
    expect(asked).toBe(1);
    expect(await sender.post({ headers: {}, body: '{}', signal })).toMatchObject({ status: 204 });
    expect(asked).toBe(2);
    sender.close();
  });

  test('goes to no address in a URL that is not allowed any more', async () => {
    expect(await post('127.0.0.1', at(), () => false)).toMatchObject({
      error: 'forbidden_address',
    });
    expect(receiver.posts).toHaveLength(0);
  });

  test('says in a word of ours that a name is unknown', async () => {
    const resolve: Resolve = async () => {
      throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    };
    expect(await post('nowhere.example', resolve)).toEqual({ status: null, error: 'unknown_host' });
  });

  test('follows no redirect', async () => {
    receiver.answer = (_, response) => {
      response.writeHead(302, { location: '/elsewhere' }).end();
    };
    expect(await post('shop.example', at('127.0.0.1'))).toEqual({ status: 302, error: null });
    expect(receiver.posts).toHaveLength(1);
  });
});
