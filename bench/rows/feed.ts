import { createDatabase } from '../../db/client.ts';
import { seedCatalogue } from '../load/catalogue.ts';
import { atLeast, type Figure } from '../report/figure.ts';
import { counted, short } from '../report/measure.ts';
import { compareWithBare } from '../servers/against-bare.ts';
import { startApi } from '../servers/api.ts';
import type { Parts } from '../servers/parts.ts';

const clients = 4;
const load = { clients, ms: 2_000 };
const skus = 100_000;
const path = '/feeds/availability.tsv';

/** What Merchant Center fetches of a large shop: the first time it is read, then it is kept. */
export const feed = async (parts: Parts): Promise<Figure[]> => {
  const databaseUrl = await parts.database();
  const db = createDatabase(databaseUrl, { max: 1 });
  await seedCatalogue(db, skus);
  await db.close();
  const api = await startApi({ databaseUrl, temporalAddress: nowhere, home: parts.home });
  const { answer, seconds, slowest } = await readFirst(api.origin);
  const what = `feed requests/s, ${short(skus)} SKUs`;
  const measured = await compareWithBare(api, {
    ...{ what, home: parts.home, load },
    ...{ route: path, path, answer, isLarge: true },
  });
  return [
    { ...measured, bar: atLeast(0.5) },
    informs(`feed of ${short(skus)} SKUs read from PostgreSQL`, { figure: seconds, unit: 's' }),
    informs('slowest answer about one SKU meanwhile', { figure: slowest, unit: 'ms' }),
  ];
};

const informs = (what: string, { figure, unit }: { figure: number; unit: string }): Figure => ({
  ...{ what, unit, bar: null },
  ...counted(figure),
});

/** Reads it once, and asks for one SKU after another that nobody has asked for, until it is there. */
const readFirst = async (origin: string) => {
  const begin = performance.now();
  let isThere = false;
  const reading = fetch(`${origin}${path}`).then(async (answer) => {
    if (!answer.ok) throw new Error(`The feed was answered ${answer.status}`);
    await answer.clone().arrayBuffer();
    isThere = true;
    return answer;
  });
  let slowest = 0;
  for (let nth = 1; !isThere; nth++) {
    const asked = performance.now();
    await (await fetch(`${origin}/v1/availability/SKU-${nth}`)).text();
    slowest = Math.max(slowest, performance.now() - asked);
  }
  return { answer: await reading, seconds: (performance.now() - begin) / 1_000, slowest };
};

/** An address where nothing listens. */
const nowhere = '127.0.0.1:1';
