import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Mail } from '../../../activities/mail/provider.ts';
import { createSmtpMail } from '../../../activities/mail/smtp.ts';

const mail: Mail = {
  from: 'Meanwhile <orders@shop.example>',
  to: 'ada@example.org',
  subject: 'Your lämp is on its way',
  html: '<p>Order 1001</p>',
  text: 'Order 1001',
  headers: {
    'List-Unsubscribe': '<https://shop.example/u/t1>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
  tags: [],
};
const once = { idempotencyKey: '1001/shipped/m1' };

/** A real mail server, and what it was given. */
const serve = async (options: SMTPServerOptions = {}, login = '') => {
  const taken: { to: string[]; source: string }[] = [];
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], closeTimeout: 10 },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString();
        taken.push({ to: envelope.rcptTo.map(({ address }) => address), source });
        done();
      });
    },
    ...options,
  });
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close(() => {});
  });
  const { port } = server.server.address() as AddressInfo;
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const provider = createSmtpMail({ url: `smtp://${login}127.0.0.1:${port}`, timeoutMs: 1_000 });
  return { taken, cut, provider };
};

const refuseWith = (code: number) => Object.assign(new Error('no'), { responseCode: code });

describe('a mail server', () => {
  test('takes the mail with its headers, under an id made of its key', async () => {
    const { taken, provider } = await serve();
    const answer = await provider.send(mail, once);
    expect(taken).toHaveLength(1);
    expect(taken[0]?.to).toEqual(['ada@example.org']);
    const { source = '' } = taken[0] ?? {};
    expect(source).toContain('List-Unsubscribe: <https://shop.example/u/t1>');
    expect(source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(source).toContain('Order 1001');
    const [, messageId] = /^Message-ID: (<[0-9a-f]{40}@shop\.example>)/im.exec(source) ?? [];
    expect(answer).toEqual({ outcome: 'accepted', providerId: messageId });
    const other = await provider.send(mail, { idempotencyKey: 'another' });
    expect(other).not.toEqual(answer);
    expect(await provider.send(mail, once)).toEqual(answer);
  });

  test('is told name and password', async () => {
    const names: string[] = [];
    const { provider } = await serve(
      {
        authOptional: false,
        onAuth: ({ username = '', password }, _, done) => {
          names.push(`${username} ${password}`);
          done(null, { user: username });
        },
      },
      'shop%40example.org:p%2Fw@',
    );
    expect((await provider.send(mail, once)).outcome).toBe('accepted');
    expect(names).toEqual(['shop@example.org p/w']);
  });

  test.each([
    [550, { outcome: 'refused', code: 'smtp_550' }],
    [450, { outcome: 'later', retryAfterMs: 60_000 }],
  ])('that answers %d to the address: %j', async (code, expected) => {
    const { taken, provider } = await serve({ onRcptTo: (_, __, done) => done(refuseWith(code)) });
    expect(await provider.send(mail, once)).toEqual(expected);
    expect(taken).toEqual([]);
  });

  test.each([
    [554, { outcome: 'refused', code: 'smtp_554' }],
    [451, { outcome: 'later', retryAfterMs: 60_000 }],
  ])('that answers %d to the mail: %j', async (code, expected) => {
    const { provider } = await serve({
      onData: (stream, _, done) => {
        stream.resume();
        stream.on('end', () => done(refuseWith(code)));
      },
    });
    expect(await provider.send(mail, once)).toEqual(expected);
  });

  test.each([
    ['the sender', { onMailFrom: (_: unknown, __: unknown, done: Done) => done(refuseWith(550)) }],
    ['us at all', { onConnect: (_: unknown, done: Done) => done(refuseWith(554)) }],
    ['the password', { onAuth: (_: unknown, __: unknown, done: Done) => done(refuseWith(535)) }],
  ])('that refuses %s is asked again once that is mended', async (_, options) => {
    const { provider } = await serve(options as SMTPServerOptions, 'user:pass@');
    expect(await provider.send(mail, once)).toEqual({ outcome: 'later', retryAfterMs: 60_000 });
  });

  test('that nobody reaches is asked again', async () => {
    const provider = createSmtpMail({ url: 'smtp://127.0.0.1:1', timeoutMs: 500 });
    expect((await provider.send(mail, once)).outcome).toBe('later');
  });
});

describe('a connection that is lost', () => {
  test('before the mail is handed over has done nothing', async () => {
    const server = await serve({ onRcptTo: () => server.cut() });
    expect((await server.provider.send(mail, once)).outcome).toBe('later');
  });

  test('that hangs before the mail is handed over has done nothing', async () => {
    const { provider } = await serve({ onMailFrom: () => {} });
    expect((await provider.send(mail, once)).outcome).toBe('later');
  });

  test.each(['cut', 'hang'])('after it (%s) leaves it unknown', async (how) => {
    const server = await serve({
      onData: (stream) => {
        stream.resume();
        if (how === 'cut') stream.on('end', () => server.cut());
      },
    });
    expect(await server.provider.send(mail, once)).toEqual({ outcome: 'unknown' });
    expect(server.provider.keyLifeMs).toBe(0);
  });
});

type Done = (error?: Error) => void;
