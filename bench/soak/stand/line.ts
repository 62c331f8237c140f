import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A TCP line to a server that can be troubled without either end knowing. */
export type Line = {
  port: number;
  /** Nothing passes any more, on new connections neither; nobody is told, and nothing is lost. */
  pause(): void;
  /** The same for every second connection that is open now. */
  pauseHalf(): void;
  /** What was kept passes, and all that comes after. */
  forward(): void;
  /** Ends every connection that is open. */
  cut(): void;
  /** Takes no new connections, as an address does behind which nothing listens. */
  refuse(): Promise<void>;
  accept(): Promise<void>;
  close(): Promise<void>;
};

type Pair = { client: Socket; upstream: Socket };

export const openLine = async (target: number): Promise<Line> => {
  const pairs = new Set<Pair>();
  let isPaused = false;
  let port = 0;
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const upstream = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true });
    const pair = { client, upstream };
    pairs.add(pair);
    join(pair, () => pairs.delete(pair));
    if (isPaused) pausePair(pair);
  });
  const accept = async (): Promise<void> => {
    if (server.listening) return;
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const refuse = async (): Promise<void> => {
    // Connections that are open stay so, and would let `close` wait for them.
    if (server.listening) server.close();
  };
  const cut = (): void => {
    for (const pair of pairs) endPair(pair);
  };
  await accept();
  port = (server.address() as { port: number }).port;
  return {
    port,
    pause: () => {
      isPaused = true;
      for (const pair of pairs) pausePair(pair);
    },
    pauseHalf: () => {
      for (const pair of [...pairs].filter((_, index) => index % 2 === 0)) pausePair(pair);
    },
    forward: () => {
      isPaused = false;
      for (const { client, upstream } of pairs) {
        client.resume();
        upstream.resume();
      }
    },
    cut,
    refuse,
    accept,
    close: async () => {
      await refuse();
      cut();
    },
  };
};

const join = (pair: Pair, done: () => void): void => {
  const { client, upstream } = pair;
  for (const [from, to] of [
    [client, upstream],
    [upstream, client],
  ] as const) {
    from.setNoDelay(true);
    from.on('data', (chunk) => to.write(chunk));
    from.on('end', () => to.end());
    // An error is followed by `close`, which ends the other side.
    from.on('error', () => undefined);
    from.on('close', () => {
      endPair(pair);
      done();
    });
  }
};

/** What comes in stays in the kernel: to the sender it is on its way. */
const pausePair = ({ client, upstream }: Pair): void => {
  client.pause();
  upstream.pause();
};

const endPair = ({ client, upstream }: Pair): void => {
  client.destroy();
  upstream.destroy();
};
