import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isLoopback, type Resolve } from '../../../api/outbound/address.ts';
import { createAsk } from '../../../api/outbound/ask.ts';

const serve = async (listener: RequestListener): Promise<number> => {
  const server = createServer(listener).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((done) => server.once('listening', done));
  return (server.address() as AddressInfo).port;
};

const at =
  (...answers: string[]): Resolve =>
  async () => [{ address: answers.shift() ?? '10.0.0.1', family: 4 }];

const asking = (resolve: Resolve, own = isLoopback) => {
  const ask = createAsk({ own, resolve });
  return (url: string) =>
    ask(new URL(url), {
      ...{ method: 'POST', headers: { 'x-token': 't' }, body: '{"a":1}', redirect: 'manual' },
      signal: AbortSignal.timeout(2_000),
    });
};

describe('a question', () => {
  test('goes to the address that was judged, and brings status, headers and body', async () => {
    const port = await serve((request, answer) => {
      answer.writeHead(201, { 'x-left': '7' });
      answer.write(request.headers['x-token']);
      request.pipe(answer);
    });
    const answer = await asking(at('127.0.0.1'))(`http://shop.example:${port}/v2`);
    expect([answer.status, answer.headers.get('x-left')]).toEqual([201, '7']);
    expect(await answer.text()).toBe('t{"a":1}');
  });

  test('goes nowhere once the name of the platform leads into a private network', async () => {
    const port = await serve((_, answer) => answer.writeHead(204, { connection: 'close' }).end());
    const ask = asking(at('127.0.0.1', '10.0.0.1'));
    expect((await ask(`http://shop.example:${port}`)).status).toBe(204);
    await expect(ask(`http://shop.example:${port}`)).rejects.toThrow('not to there');
  });

  test.each(['https://10.0.0.1', 'http://127.0.0.1:9', 'https://[::ffff:169.254.169.254]'])(
    'never goes to %s',
    async (url) => {
      await expect(asking(at(), () => false)(url)).rejects.toThrow('not to there');
    },
  );

  test('answers no status that there is not with an error', async () => {
    const port = await serve((_, answer) => answer.writeHead(999).end());
    await expect(asking(at('127.0.0.1'))(`http://shop.example:${port}`)).rejects.toThrow();
  });
});
