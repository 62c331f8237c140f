import { createDatabase } from '../../db/client.ts';
import { seedCatalogue } from '../load/catalogue.ts';
import { callsPerSecond } from '../load/clients.ts';
import { openGetters } from '../load/http-gets.ts';
import { atLeast, type Figure } from '../report/figure.ts';
import { compare } from '../report/measure.ts';
import { startApi } from '../servers/api.ts';
import { bareIs, startBare } from '../servers/bare.ts';
import type { Parts } from '../servers/parts.ts';

const clients = 32;
const load = { clients, ms: 2_000 };
const skus = 50;
const what = `availability requests/s, ${skus} SKUs each`;

/** What a page of a category asks: when each of fifty ships. */
export const availabilityMany = async (parts: Parts): Promise<Figure[]> => {
  const databaseUrl = await parts.database();
  const db = createDatabase(databaseUrl, { max: 1 });
  await seedCatalogue(db, 1_000);
  await db.close();
  const api = await startApi({ databaseUrl, temporalAddress: nowhere, home: parts.home });
  const route = '/v1/availability';
  const asked = Array.from({ length: skus }, (_, index) => `sku=SKU-${index + 1}`);
  const path = `${route}?${asked.join('&')}`;
  const answer = await fetch(`${api.origin}${path}`);
  const bare = await startBare(parts.home, { route, path, answer });
  const mine = await openGetters(`${api.origin}${path}`, clients);
  const its = await openGetters(`${bare.origin}${path}`, clients);
  const measured = await compare(what, {
    subject: () => callsPerSecond(load, ({ client }) => mine.get(client)),
    floor: () => callsPerSecond(load, ({ client }) => its.get(client)),
    floorIs: bareIs,
  });
  mine.close();
  its.close();
  await Promise.all([api.stop(), bare.stop()]);
  const note =
    'The SKUs are looked up once a second, all in one go, and the answer is put together then';
  return [{ what, unit: '/s', ...measured, bar: atLeast(0.5), note }];
};

/** An address where nothing listens. */
const nowhere = '127.0.0.1:1';
