import { connect, createServer, type Socket } from 'node:net';
import { TLSSocket, type TlsOptions } from 'node:tls';

/** In front of PostgreSQL: answers the wish to encrypt, and says how each connection came. */
export type Encrypting = {
  port: number;
  /** What stood at each connection: null where nothing was encrypted. */
  seen: ({ client: string | null } | null)[];
  close(): Promise<void>;
};

/** `answer`: what is said to the wish; `S` encrypts with `options`. */
export const startEncrypting = async (
  target: { hostname: string; port: string },
  { options, answer = 'S' }: { options: TlsOptions; answer?: string },
): Promise<Encrypting> => {
  const open = new Set<Socket>();
  const seen: Encrypting['seen'] = [];
  const pass = (client: Socket, first?: Buffer): void => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) open.add(socket.on('error', () => {}));
    if (first) upstream.write(first);
    client.pipe(upstream).pipe(client);
    client.on('close', () => upstream.destroy());
  };
  const server = createServer((socket) => {
    open.add(socket.on('error', () => {}));
    socket.once('data', (first) => {
      if (first.length !== 8) {
        seen.push(null);
        return pass(socket, first);
      }
      socket.write(answer);
      if (answer !== 'S') {
        return socket.once('data', (next) => {
          seen.push(null);
          pass(socket, next);
        });
      }
      const secure = new TLSSocket(socket, { isServer: true, ...options });
      secure.on('error', () => {});
      secure.once('secure', () => {
        const { subject } = secure.getPeerCertificate() ?? {};
        seen.push({ client: subject ? String(subject.CN) : null });
        pass(secure);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    seen,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
