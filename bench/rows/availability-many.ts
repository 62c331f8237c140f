import { createDatabase } from '../../db/client.ts';
import { seedCatalogue } from '../load/catalogue.ts';
import { atLeast, type Figure } from '../report/figure.ts';
import { compareWithBare } from '../servers/against-bare.ts';
import { startApi } from '../servers/api.ts';
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
  const measured = await compareWithBare(api, {
    ...{ what, home: parts.home, load },
    ...{ route, path, answer },
  });
  const note =
    'The SKUs are looked up once a second, all in one go, and the answer is put together then';
  return [{ ...measured, bar: atLeast(0.5), note }];
};

/** An address where nothing listens. */
const nowhere = '127.0.0.1:1';
