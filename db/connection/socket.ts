import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import { createFrames } from './frames.ts';

/** Where a server listens: a host and port, or a socket of the file system. */
export type Address = { host: string; port: number } | { path: string };

/** As postgres.js reads `sslmode`. */
export type Ssl = boolean | 'require' | 'allow' | 'prefer' | 'verify-full' | ConnectionOptions;

export type SocketOptions = { ssl: Ssl; connectMs: number; silenceMs: number };

/**
 * Opens a connection that is destroyed when the server does not answer in time, or tells that it
 * is read-only now. Rejects with `CONNECT_TIMEOUT` or with what Node says.
 */
export const openSocket = async (
  address: Address,
  { ssl, connectMs, silenceMs }: SocketOptions,
): Promise<Socket> => {
  const plain = 'path' in address ? connectTcp(address.path) : connectTcp(address);
  plain.setNoDelay(true);
  const patience = setTimeout(
    () => plain.destroy(coded('CONNECT_TIMEOUT', 'the server did not answer a connection')),
    connectMs,
  );
  try {
    await heard(plain, 'connect');
    // Whoever gets the socket listens for errors; between the two, and below TLS, nobody does.
    plain.on('error', () => {});
    const socket = ssl === false || 'path' in address ? plain : await encrypt(plain, address, ssl);
    return endingAtOnce(watched(socket, silenceMs));
  } catch (error) {
    plain.destroy();
    throw error;
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

const sslRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const yes = 0x53;

/** Asks the server to encrypt, as libpq does. */
const encrypt = async (
  plain: Socket,
  { host }: { host: string },
  ssl: Exclude<Ssl, false>,
): Promise<Socket> => {
  plain.write(sslRequest);
  const [answer] = (await heard(plain, 'data')) as [Buffer];
  if (answer[0] !== yes) {
    if (ssl === 'prefer' || ssl === 'allow') return plain;
    throw coded('ECONNREFUSED', 'the server does not encrypt');
  }
  const isChecked = ssl === true || ssl === 'verify-full' || typeof ssl === 'object';
  const socket = connectTls({
    socket: plain,
    rejectUnauthorized: isChecked,
    ...(isIP(host) === 0 && { servername: host }),
    ...(typeof ssl === 'object' && ssl),
  });
  await heard(socket, 'secureConnect');
  return socket;
};

/** What the socket says of it first, or its error. */
const heard = (socket: Socket, event: string): Promise<unknown[]> =>
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
