import { createDatabase } from '../../db/client.ts';
import { lamp } from '../load/orders.ts';
import { seedWaiting, settle } from '../load/waiting.ts';
import { atLeast, type Figure } from '../report/figure.ts';
import { short } from '../report/measure.ts';
import { compareWithBare } from '../servers/against-bare.ts';
import { startApi } from '../servers/api.ts';
import type { Parts } from '../servers/parts.ts';

const clients = 32;
const load = { clients, ms: 2_000 };
const path = `/v1/availability/${lamp.sku}`;

/** What a product page asks, with queues of growing length before whoever looks at it. */
export const availability = async (parts: Parts): Promise<Figure[]> => {
  const figures: Figure[] = [];
  for (const waiting of [1_000, 10_000, 100_000]) figures.push(await withQueue(parts, waiting));
  return figures;
};

const withQueue = async (parts: Parts, waiting: number): Promise<Figure> => {
  const what = `availability requests/s, ${short(waiting)} waiting`;
  const databaseUrl = await parts.database();
  await fill(databaseUrl, waiting);
  const api = await startApi({ databaseUrl, temporalAddress: nowhere, home: parts.home });
  const answer = await fetch(`${api.origin}${path}`);
  if (!(await answer.clone().text()).includes('"shipsOn":"')) throw new Error('No date was said');
  const measured = await compareWithBare(api, {
    ...{ what, home: parts.home, load },
    ...{ route: '/v1/availability/:sku', path, answer },
  });
  return { ...measured, bar: atLeast(0.7), note };
};

/** From a CPU profile of the API, in which writing to sockets comes first, as in the floor. */
const note =
  'Beyond the floor: an id, a histogram, the count of the caller, and the search for the route ' +
  'among all others. The queue itself is looked up once a second';

/** An address where nothing listens. */
const nowhere = '127.0.0.1:1';

/** Enough is on its way for everybody, so that the whole queue counts for the date. */
const fill = async (databaseUrl: string, waiting: number): Promise<void> => {
  const db = createDatabase(databaseUrl, { max: 1 });
  await seedWaiting(db, { count: waiting });
  await db.sql`
    insert into supplies (supply_id, sku, location, quantity, remaining, expected_on, basis, body_hash)
    values ('s1', ${lamp.sku}, ${lamp.location}, ${2 * waiting}, ${2 * waiting},
      current_date + 30, 'supplier confirmation 8812', 'body')`;
  await settle(db);
  await db.close();
};
