import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { migrate } from '../../db/migrate.ts';
import { parseDevConfig } from '../../dev/config.ts';
import { createTemporaryHome } from '../../dev/home.ts';
import { startPostgres } from '../../dev/postgres/server.ts';
import { stopAllLaunched } from '../../dev/service/launch.ts';
import { findFreePort } from '../../dev/service/ports.ts';
import { startTemporal, type Temporal } from '../../dev/temporal.ts';
import { say } from '../report/progress.ts';

/**
 * The servers that are measured with: those of the embedded stack, as durable as there, with data
 * of their own that are thrown away. Each starts when it is first asked for.
 */
export type Parts = {
  home: string;
  /** Makes a migrated database that nobody else uses; returns its URL. */
  database(): Promise<string>;
  /** The address of one Temporal that everybody shares. */
  temporal(): Promise<string>;
  /** A Temporal that nothing has run on. */
  freshTemporal(): Promise<Temporal>;
  close(): Promise<void>;
};

export const openParts = (): Parts => {
  const home = createTemporaryHome();
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  let database: Promise<string> | undefined;
  let shared: Promise<Temporal> | undefined;
  let servers = 0;

  const startDatabase = async (): Promise<string> => {
    say('starting PostgreSQL');
    return (await startPostgres({ home, port: await findFreePort() })).url;
  };

  const freshTemporal = async (): Promise<Temporal> => {
    const place = join(home, `temporal-${servers++}`);
    mkdirSync(place, { recursive: true });
    const binary = join(parseDevConfig(process.env).home, 'bin', 'temporal');
    return startTemporal({ binary, home: place, port: await findFreePort() });
  };

  return {
    home,
    database: async () => {
      database ??= startDatabase();
      return createDatabase(await database);
    },
    temporal: async () => {
      if (shared === undefined) say('starting Temporal');
      shared ??= freshTemporal();
      return (await shared).address;
    },
    freshTemporal,
    close: stopAllLaunched,
  };
};

const createDatabase = async (server: string): Promise<string> => {
  const name = `bench_${randomBytes(6).toString('hex')}`;
  const sql = postgres(server, { max: 1, onnotice: () => undefined });
  try {
    await sql`create database ${sql(name)}`;
  } finally {
    await sql.end({ timeout: 5 });
  }
  const target = new URL(server);
  target.pathname = `/${name}`;
  await migrate(target.href);
  return target.href;
};
