import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Address } from './database-url.ts';
import { openSocket, type SocketOptions } from './socket.ts';

/** Opens the sockets of one pool. */
export type Connector = {
  /** Never rejects, because postgres.js would lose the connection: the socket fails instead. */
  open(): Promise<Socket>;
  /** What is opened from now on, or is being opened, fails. */
  close(): void;
};

/** `find` says where the next connection goes. */
export const createConnector = (
  find: () => Promise<Address>,
  options: SocketOptions,
): Connector => {
  let isOpen = true;
  return {
    open: async () => {
      try {
        const socket = await openSocket(await find(), options);
        return isOpen ? socket : failing(socket);
      } catch (error) {
        return failing(new Socket(), error as Error);
      }
    },
    close: () => {
      isOpen = false;
    },
  };
};

/** A socket that takes what is written to it and then ends. */
const failing = (socket: Socket, error?: Error): Socket => {
  socket.write = () => true;
  sleep(0).then(() => socket.destroy(error));
  return socket;
};

/** Milliseconds in seconds until the next try; postgres.js would wait up to 20 s by itself. */
export const backoff = (retries: number): number => Math.min(3 ** retries / 100, 1);
