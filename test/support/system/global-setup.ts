import { rmSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../../db/migrate.ts';
import { bundleWorkflows } from '../../../dev/bundle.ts';
import { parseDevConfig } from '../../../dev/config.ts';
import { createTemporaryHome } from '../../../dev/home.ts';
import { startPostgres } from '../../../dev/postgres/server.ts';
import { stopAllLaunched } from '../../../dev/service/launch.ts';
import { findFreePort } from '../../../dev/service/ports.ts';
import { startTemporal } from '../../../dev/temporal.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server that files clone their own databases on, from the template named here. */
    databaseServer: { url: string; template: string };
    temporalAddress: string;
    /** A file with the bundled workflows, for `Worker.create({ workflowBundle: { codePath } })`. */
    workflowBundle: string;
  }
}

/**
 * One PostgreSQL and one Temporal for the whole run, or those that DATABASE_URL and
 * TEMPORAL_ADDRESS name. What was started ends with this process, however that ends.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = createTemporaryHome();
  const config = parseDevConfig(process.env);
  const template = `meanwhile_template_${process.pid}`;
  try {
    const [url, temporalAddress, workflowBundle] = await Promise.all([
      prepareDatabase(config.databaseUrl ?? (await startDatabase(home)), template),
      config.temporalAddress ?? startWorkflows(home, join(config.home, 'bin', 'temporal')),
      bundleWorkflows(home),
    ]);
    project.provide('databaseServer', { url, template });
    project.provide('temporalAddress', temporalAddress);
    project.provide('workflowBundle', workflowBundle);
    return async () => {
      if (config.databaseUrl) await dropDatabases(config.databaseUrl, template);
      await stopAllLaunched();
      rmSync(home, { recursive: true, force: true });
    };
  } catch (error) {
    await stopAllLaunched();
    throw error;
  }
}

async function startDatabase(home: string): Promise<string> {
  const server = await startPostgres({ home, port: await findFreePort(), durable: false });
  return server.url;
}

async function startWorkflows(home: string, binary: string): Promise<string> {
  const port = await findFreePort();
  const server = await startTemporal({ binary, home, port, ephemeral: true });
  return server.address;
}

/** Migrates once; a clone of the template then takes milliseconds. */
async function prepareDatabase(url: string, template: string): Promise<string> {
  await withServer(url, (sql) => sql`create database ${sql(template)}`);
  const target = new URL(url);
  target.pathname = `/${template}`;
  await migrate(target.href);
  return url;
}

/** The template and its clones, whose names begin with its own. */
async function dropDatabases(url: string, template: string): Promise<void> {
  await withServer(url, async (sql) => {
    const names = await sql<{ datname: string }[]>`
      select datname from pg_database where starts_with(datname, ${template})`;
    for (const { datname } of names) await sql`drop database ${sql(datname)} with (force)`;
  });
}

async function withServer(url: string, work: (sql: postgres.Sql) => Promise<unknown>) {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
