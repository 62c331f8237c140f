import { createDatabase, type Db } from '../../db/client.ts';
import { openHttpClients } from '../load/http-clients.ts';
import { checkoutBody, createOrderIds } from '../load/orders.ts';
import { startApi } from './api.ts';
import type { Parts } from './parts.ts';

/** An API with customers before it. */
export type Till = {
  /** Connections that the API has to PostgreSQL. */
  pool: number;
  db: Db;
  /** Places one more order; throws unless it is taken. */
  checkOut(): Promise<void>;
  /** Stops the API's process where it is, so that it takes nothing from what is measured next. */
  pause(): void;
  resume(): void;
  close(): Promise<void>;
};

export const openTill = async (
  parts: Parts,
  { connections, temporalAddress }: { connections: number; temporalAddress: string },
): Promise<Till> => {
  const databaseUrl = await parts.database();
  const api = await startApi({ databaseUrl, temporalAddress, home: parts.home });
  const http = openHttpClients(api.origin, connections);
  const db = createDatabase(databaseUrl, { max: 1 });
  const nextId = createOrderIds();
  return {
    pool: 20,
    db,
    checkOut: async () => {
      const { status, text } = await http.post('/v1/backorders', checkoutBody(nextId()));
      if (status !== 201) throw new Error(`A checkout was answered ${status}: ${text}`);
    },
    pause: () => process.kill(api.pid, 'SIGSTOP'),
    resume: () => process.kill(api.pid, 'SIGCONT'),
    close: async () => {
      http.close();
      await Promise.all([api.stop(), db.close()]);
    },
  };
};
