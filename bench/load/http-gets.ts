import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export type Getters = {
  /** Resolves when the answer is there; throws unless it is 200. */
  get(client: number): Promise<void>;
  close(): void;
};

/**
 * Connections that stay open and ask for the same again and again. Reads no more of an answer than
 * where it ends: with a whole HTTP client, that client would be what is measured.
 */
export const openGetters = async (url: string, clients: number): Promise<Getters> => {
  const { hostname, port, pathname, search } = new URL(url);
  const request = `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`;
  const sockets = await Promise.all(
    Array.from({ length: clients }, async () => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      await once(socket, 'connect');
      return socket.setEncoding('latin1');
    }),
  );
  return {
    get: (client) => ask(sockets[client] as Socket, request),
    close: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
};

const ask = (socket: Socket, request: string): Promise<void> =>
  new Promise((resolve, reject) => {
    let head = '';
    /** Characters still to come; undefined before the headers have. */
    let left: number | undefined;
    const end = (error?: Error) => {
      socket.off('data', take).off('close', refuse).off('error', end);
      if (error) reject(error);
      else resolve();
    };
    const refuse = () => end(new Error('The connection was closed'));
    const take = (part: string) => {
      if (left === undefined) {
        head += part;
        left = findLeft(head);
      } else left = Number.isNaN(left) ? leftOf(part) : left - part.length;
      if (left === 0) end(head.startsWith('HTTP/1.1 200 ') ? undefined : new Error(head));
    };
    socket.on('data', take).on('close', refuse).on('error', end);
    socket.write(request);
  });

/** How much of the answer is missing; NaN where only its end will tell. */
const findLeft = (text: string): number | undefined => {
  const head = text.indexOf('\r\n\r\n');
  if (head === -1) return undefined;
  const length = /content-length: (\d+)/i.exec(text.slice(0, head))?.[1];
  return length === undefined ? leftOf(text) : head + 4 + Number(length) - text.length;
};

const leftOf = (text: string): number => (text.endsWith('\r\n0\r\n\r\n') ? 0 : Number.NaN);
