import { connect, createServer, type Socket } from 'node:net';

/** A network between a pool and PostgreSQL that a test can take away. */
export type Network = {
  url: string;
  /** From now on nothing passes, and nobody says so. */
  swallow(): void;
  /** Lets everything pass again, on new connections. */
  heal(): void;
  /** Cuts every connection that is open. */
  cut(): void;
  close(): Promise<void>;
};

export const startNetwork = async (databaseUrl: string): Promise<Network> => {
  const target = new URL(databaseUrl);
  const { hostname: host } = target;
  const port = Number(target.port);
  const open = new Set<Socket>();
  let isSwallowing = false;
  const server = createServer((client) => {
    const upstream = connect(port, host);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(from);
      from.on('data', (chunk) => isSwallowing || to.write(chunk));
      from.on('error', () => {});
      from.on('close', () => {
        open.delete(from);
        if (!isSwallowing) to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as { port: number };
  target.port = String(address.port);
  target.hostname = '127.0.0.1';
  const cut = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: target.href,
    swallow: () => {
      isSwallowing = true;
    },
    heal: () => {
      isSwallowing = false;
    },
    cut,
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
