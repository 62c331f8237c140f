import { randomBytes } from 'node:crypto';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import postgres from 'postgres';
import { inject } from 'vitest';
import { keepSearchAttributes } from '../../../api/temporal/search-attributes.ts';

/** Makes a migrated database that nobody else uses; returns its URL. Gone after the run. */
export async function createDatabase({ isEmpty = false } = {}): Promise<string> {
  const { url, template } = inject('databaseServer');
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const model = isEmpty ? 'template0' : template;
    await sql`create database ${sql(name)} template ${sql(model)}`;
  } finally {
    await sql.end({ timeout: 5 });
  }
  const target = new URL(url);
  target.pathname = `/${name}`;
  return target.href;
}

/** Where the Temporal of this run answers. */
export function temporalAddress(): string {
  return inject('temporalAddress');
}

/**
 * Makes a namespace that nobody else uses, with the search attributes of the embedded stack, so
 * that order ids need be unique only in one file; returns its name.
 */
export async function createNamespace(): Promise<string> {
  const namespace = `test-${randomBytes(6).toString('hex')}`;
  const connection = await Connection.connect({ address: temporalAddress() });
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs('1 day'),
    });
    await keepSearchAttributes(connection, namespace);
  } finally {
    await connection.close();
  }
  return namespace;
}

/** The bundled workflows, made once a run. */
export function workflowBundle(): { codePath: string } {
  return { codePath: inject('workflowBundle') };
}
