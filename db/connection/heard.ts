import type { Socket } from 'node:net';

/** What the socket says of an event first, or its error. */
export const heard = (socket: Socket, event: string): Promise<unknown[]> =>
  new Promise((resolve, reject) => {
    const settle = (end: () => void): void => {
      socket.off(event, good).off('error', bad).off('close', gone);
      end();
    };
    const good = (...values: unknown[]): void => settle(() => resolve(values));
    const bad = (error: Error): void => settle(() => reject(error));
    const gone = (): void =>
      settle(() => reject(coded('ECONNRESET', 'the server closed the connection')));
    socket.once(event, good).once('error', bad).once('close', gone);
  });

export const coded = (code: string, message: string): Error =>
  Object.assign(new Error(message), { code });
