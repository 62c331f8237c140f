import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { createDatabase, type Db } from '../../db/client.ts';
import { createDevServer, serveApp } from '../../dev/server.ts';
import { findFreePort } from '../../dev/service/ports.ts';
import type { MailCall } from '../load/one-mail.ts';
import type { Parts } from './parts.ts';
import { startWorker } from './worker.ts';

/** The product's worker and all that it sends mail with; only its workflows do nothing else. */
export type Mailing = {
  db: Db;
  /** Resolves with the decision, once the mail is out. */
  send(call: MailCall): Promise<string>;
  /** Resolves once Temporal knows of a mail that is due then. */
  schedule(call: MailCall, dueAtMs: number): Promise<unknown>;
  close(): Promise<void>;
};

/** `perSecond`: how many calls the provider takes; the worker is told by its answers. */
export const startMailing = async (
  parts: Parts,
  { perSecond }: { perSecond: number },
): Promise<Mailing> => {
  const { home } = parts;
  const [server, databaseUrl] = await Promise.all([parts.freshTemporal(), parts.database()]);
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const app = createDevServer({ home, publicUrl: origin, resend: { perSecond } });
  const outside = await serveApp(app, port);
  const worker = await startWorker({
    ...{ databaseUrl, temporalAddress: server.address, home, origin },
    settings: { WORKFLOW_BUNDLE: await bundle(home), MAIL_RATE: String(perSecond) },
  });
  const connection = await Connection.connect({ address: server.address });
  const { workflow } = new Client({ connection });
  const db = createDatabase(databaseUrl, { max: 4 });
  const schedule = (call: MailCall, dueAtMs: number) =>
    workflow.start('oneMail', {
      ...{ taskQueue: 'backorders', args: [call, dueAtMs] },
      workflowId: `mail/${call.orderId}/${call.effect.subject}`,
    });
  return {
    db,
    schedule,
    send: async (call) => (await schedule(call, 0)).result(),
    close: async () => {
      // What is still to be sent goes with its server.
      await Promise.all([worker.kill(), connection.close(), db.close()]);
      await Promise.all([outside.close(), server.stop()]);
    },
  };
};

const bundle = async (home: string): Promise<string> => {
  const file = join(home, 'one-mail.cjs');
  const { code } = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../load/one-mail.ts', import.meta.url)),
    logger: new DefaultLogger('ERROR'),
  });
  writeFileSync(file, code);
  return file;
};
