import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { backoff, createConnector } from './connector.ts';
import { type Address, type DatabaseUrl, parseDatabaseUrl } from './database-url.ts';
import { type Ask, createHostFinder } from './find-host.ts';
import { coded } from './heard.ts';

/** How a pool of postgres.js comes to its connections: `postgres(way.url, { ...way.options })`. */
export type Way = {
  url: string;
  options: { ssl: false; connect_timeout: number; backoff: typeof backoff; onnotice: () => void };
  /** What is being opened fails from now on; call it when the pool has ended. */
  close(): void;
};

const connectMs = 5_000;

/**
 * postgres.js leaves what it has not written when a connection ends, and then waits for more
 * before it greets the next one. A greeting this long is sent at once; PostgreSQL skips blanks.
 */
export const longGreeting = ' '.repeat(1_024);

/**
 * The one way to PostgreSQL, for processes, migrations and commands. A host is found anew for each
 * connection (see `createHostFinder`), never by postgres.js, which would try its hosts for ever.
 * `silenceMs`: after so long without an answer the server is taken to be gone.
 */
export const wayTo = (text: string, silenceMs: number): Way => {
  const where = parseDatabaseUrl(text);
  return { url: where.url, ...connected(where, findHost(where), silenceMs) };
};

const connected = (
  { tls }: DatabaseUrl,
  find: () => Promise<Address>,
  silenceMs: number,
): Omit<Way, 'url'> => {
  const connector = createConnector(find, { tls, connectMs, silenceMs });
  // postgres.js documents `socket`, and does not type it.
  const socket = { socket: connector.open } as object;
  return {
    options: {
      ...socket,
      // The connector encrypts, so that its deadline sees what is said.
      ssl: false,
      connect_timeout: connectMs / 1_000,
      backoff,
      onnotice: () => {},
    },
    close: connector.close,
  };
};

/** A single host is not asked first: it answers or refuses what is asked of it by itself. */
const findHost = (where: DatabaseUrl): (() => Promise<Address>) => {
  const hosts = where.hosts.length > 0 ? where.hosts : addressesOf(where.url);
  const [only] = hosts;
  if (only && hosts.length === 1 && where.target === 'any') return async () => only;
  const { target } = where;
  return createHostFinder({ hosts, target, ask: asker(where), withinMs: connectMs });
};

/** Where postgres.js goes by itself: a URL without a host leaves it to its environment. */
const addressesOf = (url: string): Address[] => {
  const { host, port, path } = postgres(url, { max: 1 }).options;
  return path ? [{ path }] : host.map((name, index) => ({ host: name, port: port[index] ?? 5432 }));
};

/** Asks over a connection of its own, which ends with the answer. */
const asker =
  (where: DatabaseUrl): Ask<Address> =>
  async (host, withinMs) => {
    const { options, close } = connected(where, async () => host, withinMs);
    const patience = new AbortController();
    const sql = postgres(where.url, {
      ...options,
      max: 1,
      fetch_types: false,
      connection: { application_name: 'meanwhile', options: longGreeting },
    });
    try {
      const asked = sql<{ standby: boolean; readOnly: boolean }[]>`
        select pg_is_in_recovery() as standby,
          current_setting('transaction_read_only')::bool as "readOnly"`;
      const [told] = await Promise.race([asked, late(withinMs, patience.signal)]);
      return { isPrimary: !told?.standby, isWritable: !told?.readOnly };
    } finally {
      patience.abort();
      close();
      void sql.end({ timeout: 0 });
    }
  };

const late = async (ms: number, signal: AbortSignal): Promise<never> => {
  await sleep(ms, undefined, { signal });
  throw coded('CONNECT_TIMEOUT', 'the server did not say in time what it is good for');
};
