import { connect, type Socket } from 'node:net';
import type { Address } from './database-url.ts';
import { createFrames } from './frames.ts';
import { coded, heard } from './heard.ts';
import { encrypt, readTls, type Tls } from './tls.ts';

/** `silenceMs`: infinite where a statement may take as long as it likes. */
export type SocketOptions = { tls: Tls | null; connectMs: number; silenceMs: number };

/**
 * Opens a connection that is destroyed when the server does not answer in time, or tells that it
 * is read-only now. Rejects with `CONNECT_TIMEOUT` or with what Node says.
 */
export const openSocket = async (
  address: Address,
  { tls, connectMs, silenceMs }: SocketOptions,
): Promise<Socket> => {
  const options = tls && 'host' in address ? await readTls(tls, address.host) : undefined;
  const plain = 'path' in address ? connect(address.path) : connect(address);
  plain.setNoDelay(true);
  let late: Error | undefined;
  const patience = setTimeout(() => {
    late = coded('CONNECT_TIMEOUT', 'the server did not answer a connection');
    plain.destroy(late);
  }, connectMs);
  try {
    await heard(plain, 'connect');
    // Whoever gets the socket listens for errors; between the two, and below TLS, nobody does.
    plain.on('error', () => {});
    const isOptional = tls?.isOptional ?? true;
    const socket = options ? await encrypt(plain, { options, isOptional }) : plain;
    return endingAtOnce(watched(socket, silenceMs));
  } catch (error) {
    plain.destroy();
    throw late ?? error;
  } finally {
    clearTimeout(patience);
  }
};

/**
 * Tells of an error when the socket closes, no earlier. postgres.js gives a connection that has
 * failed and not yet closed another statement, which nobody would ever answer.
 */
const endingAtOnce = (socket: Socket): Socket => {
  const emit = socket.emit.bind(socket) as (event: string, ...values: unknown[]) => boolean;
  let failure: unknown;
  socket.emit = ((event: string, ...values: unknown[]) => {
    if (event === 'error') {
      failure ??= values[0];
      return true;
    }
    if (event !== 'close' || failure === undefined) return emit(event, ...values);
    emit('error', failure);
    return emit('close', true);
  }) as Socket['emit'];
  return socket;
};

/** Destroys the socket once the server owes an answer for so long and says nothing. */
const watched = (socket: Socket, silenceMs: number): Socket => {
  const frames = createFrames();
  const write = socket.write.bind(socket) as (chunk: Buffer, done?: () => void) => boolean;
  let timer: NodeJS.Timeout | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    if (silenceMs === Infinity) return;
    timer = setTimeout(
      () => socket.destroy(coded('ETIMEDOUT', 'the database does not answer any more')),
      silenceMs,
    );
  };
  socket.write = ((chunk: Buffer, done?: () => void) => {
    const sent = frames.send(chunk);
    if (timer === undefined) wait();
    return write(sent, done);
  }) as Socket['write'];
  socket.on('data', (chunk: Buffer) => {
    frames.receive(chunk);
    if (frames.isOwed()) return wait();
    clearTimeout(timer);
    timer = undefined;
    // After the answer was read: whoever asks next gets a connection of its own.
    if (frames.isReadOnly()) setImmediate(() => socket.destroy());
  });
  socket.once('close', () => clearTimeout(timer));
  return socket;
};
