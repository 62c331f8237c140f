import { readFile } from 'node:fs/promises';
import { isIP, type Socket } from 'node:net';
import { type ConnectionOptions, connect } from 'node:tls';
import { coded, heard } from './heard.ts';

/** The values of `sslmode` (postgresql.org/docs/current/libpq-ssl.html). */
export const tlsModes = [
  'disable',
  'allow',
  'prefer',
  'require',
  'verify-ca',
  'verify-full',
] as const;

type Mode = (typeof tlsModes)[number];

/** How a connection is encrypted. */
export type Tls = {
  /** Whether a server that does not encrypt is spoken to all the same. */
  isOptional: boolean;
  /** What of the server's certificate: who has signed it, and also whose it is. */
  checks: 'nothing' | 'signer' | 'host';
  /** Files in PEM, read for each connection, so that those that were renewed count. */
  files: { ca?: string; cert?: string; key?: string };
};

export const isMode = (text: string): text is Mode => tlsModes.some((mode) => mode === text);

/** As libpq, `require` with a certificate to trust checks who has signed. */
export const isChecked = (mode: Mode, hasRoot: boolean): Tls['checks'] => {
  if (mode === 'verify-full') return 'host';
  return mode === 'verify-ca' || (mode === 'require' && hasRoot) ? 'signer' : 'nothing';
};

/** How the certificate of one host is checked, and which is shown to it; reads the files. */
export const readTls = async (tls: Tls, host: string): Promise<ConnectionOptions> => {
  const { ca, cert, key } = tls.files;
  const [caPem, certPem, keyPem] = await Promise.all([ca, cert, key].map(readPem));
  return {
    // Whose certificate it must be; Node would take an address for `localhost` otherwise.
    host,
    ...(isIP(host) === 0 && { servername: host }),
    rejectUnauthorized: tls.checks !== 'nothing',
    ...(tls.checks !== 'host' && { checkServerIdentity: () => undefined }),
    ...(caPem && { ca: caPem }),
    ...(certPem && { cert: certPem }),
    ...(keyPem && { key: keyPem }),
  };
};

const readPem = async (file: string | undefined): Promise<Buffer | undefined> =>
  file === undefined ? undefined : readFile(file);

const sslRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const yes = 0x53;

/** Asks the server to encrypt, as libpq does. Rejects when it is not whom it must be. */
export const encrypt = async (
  plain: Socket,
  { options, isOptional }: { options: ConnectionOptions; isOptional: boolean },
): Promise<Socket> => {
  plain.write(sslRequest);
  const [answer] = (await heard(plain, 'data')) as [Buffer];
  // What follows the one byte was put there by somebody who would have it taken for encrypted.
  if (answer.length > 1) throw coded('ECONNRESET', 'the server says more than it may');
  if (answer[0] !== yes) {
    if (isOptional) return plain;
    throw coded('ECONNREFUSED', 'the server does not encrypt');
  }
  const socket = connect({ ...options, socket: plain });
  await heard(socket, 'secureConnect');
  return socket;
};
