import { createDatabase } from '../../db/client.ts';
import { ensureShelves } from '../../db/stock/ledger/shelves.ts';
import { callsPerSecond } from '../load/clients.ts';
import { insertOrderRows, rowsPerOrder } from '../load/inserts.ts';
import { createOrderIds, lamp, newOrder } from '../load/orders.ts';
import { connectStarter } from '../load/starts.ts';
import { atLeast, type Figure } from '../report/figure.ts';
import { compare } from '../report/measure.ts';
import type { Parts } from '../servers/parts.ts';
import { openTill } from '../servers/till.ts';

const clients = 32;
const load = { clients, ms: 2_000 };
const what = `checkout requests/s over HTTP, ${clients} clients`;

/** Takings of orders, against what their storage alone and their workflows alone would allow. */
export const checkout = async (parts: Parts): Promise<Figure[]> => [
  await againstInserts(parts),
  await againstStarts(parts),
];

/** Without Temporal, as if it ran on other machines: here it would take the cores of both. */
const againstInserts = async (parts: Parts): Promise<Figure> => {
  const till = await openTill(parts, { connections: clients, temporalAddress: nowhere });
  const db = createDatabase(await parts.database(), { max: till.pool });
  await ensureShelves(db.sql, [lamp]);
  const nextId = createOrderIds();
  const measured = await compare(what, {
    subject: () => callsPerSecond(load, till.checkOut),
    floor: () => callsPerSecond(load, () => insertOrderRows(db, newOrder(nextId()))),
    floorIs: 'the same rows inserted by postgres.js in one transaction, without HTTP',
  });
  const [mine, its] = [await rowsPerOrder(till.db), await rowsPerOrder(db)];
  await Promise.all([till.close(), db.close()]);
  if (mine !== its) throw new Error(`The floor writes ${its}, a checkout writes ${mine}`);
  return { what, unit: '/s', ...measured, bar: atLeast(0.6) };
};

/** An address where nothing listens. */
const nowhere = '127.0.0.1:1';

/** With Temporal on the same cores, and the relay starting a workflow for each order meanwhile. */
const againstStarts = async (parts: Parts): Promise<Figure> => {
  const temporalAddress = await parts.temporal();
  const till = await openTill(parts, { connections: clients, temporalAddress });
  const starter = await connectStarter(temporalAddress);
  const nextId = createOrderIds();
  const measured = await compare(`${what}, with their workflows`, {
    subject: async () => {
      till.resume();
      const rate = await callsPerSecond(load, till.checkOut);
      till.pause();
      return rate;
    },
    floor: () => callsPerSecond(load, () => starter.start(newOrder(nextId()))),
    floorIs: 'client.workflow.start on the same Temporal, no worker polling',
  });
  till.resume();
  await Promise.all([till.close(), starter.close()]);
  return { what: `${what}, with their workflows`, unit: '/s', ...measured, bar: atLeast(5) };
};
