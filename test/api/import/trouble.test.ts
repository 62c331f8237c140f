import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createImports } from '../../../api/import/run-imports.ts';
import { createDatabase, type Db } from '../../../db/client.ts';
import { empty } from '../../db/cast.ts';
import { keyOf, startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
/** One connection, so that rows are done one after another. */
let db: Db;
let imports: ReturnType<typeof createImports>;
const logged: { importId: string; line: number }[] = [];

/** A product called `error 55P03` cannot be stored, for that reason. */
beforeAll(async () => {
  api = await startTestApp();
  await api.db.sql`
    create function stumble() returns trigger language plpgsql as $$ begin
      raise exception 'stumbled' using errcode = substr(new.title, 7);
    end $$`;
  await api.db.sql`
    create trigger stumble before insert on products
    for each row when (new.title like 'error %') execute function stumble()`;
  db = createDatabase(api.url, { max: 1 });
  const logger = { warn: () => {}, error: (what: (typeof logged)[number]) => logged.push(what) };
  imports = createImports(
    { db, config: { askDays: 7, excitementControl: 0 }, logger: logger as never, onNews: () => {} },
    { everyMs: 3_600_000 },
  );
});
beforeEach(async () => {
  logged.length = 0;
  await empty(api.db);
  await api.db.sql`truncate products`;
});
afterAll(async () => {
  await imports.close();
  await db.close();
  await api.close();
});

const upload = async (kind: string, lines: readonly string[]): Promise<string> => {
  const response = await api.app.request(`/v1/import/${kind}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${keyOf('admin')}`, 'Content-Type': 'text/csv' },
    body: lines.join('\n'),
  });
  const { importId } = (await response.json()) as { importId: string };
  return importId;
};

const products = (...titles: string[]) =>
  upload('products', ['sku,title', ...titles.map((title, n) => `P-${n},${title}`)]);

const read = async (importId: string) => (await api.call('GET', `/v1/import/${importId}`)).body;

const stored = async () =>
  (await api.db.sql<{ sku: string }[]>`select sku from products order by sku`).map(
    ({ sku }) => sku,
  );

it('fails a row that breaks here, logs it, and goes on with the next', async () => {
  const importId = await products('Lamp', 'error P0001', 'Rug');
  await imports.work();
  const { state, rows } = await read(importId);
  expect(state).toBe('done');
  expect(rows).toMatchObject([
    { line: 2, ok: true },
    { line: 3, ok: false, code: 'internal', detail: 'Something went wrong here. It is logged.' },
    { line: 4, ok: true },
  ]);
  expect(logged).toMatchObject([{ importId, line: 3 }]);
});

it('is given up once ten rows have broken, and forgets those that were not done', async () => {
  const importId = await products('Lamp', ...Array(12).fill('error P0001'), 'Rug');
  while (await imports.work());
  expect(await read(importId)).toMatchObject({ state: 'failed', total: 14, done: 11, failed: 10 });
  expect(await stored()).toEqual(['P-0']);
  expect(await api.db.sql`select from import_rows where lines is not null`).toHaveLength(0);
});

it('waits at the row at which the database went away, and goes on there', async () => {
  const importId = await products('Lamp', 'error 57P01', 'Rug');
  await expect(imports.work()).rejects.toMatchObject({ message: 'stumbled' });
  expect(await read(importId)).toMatchObject({ state: 'running', done: 1 });
  expect(await imports.work()).toBe(false);
  await api.db.sql`alter table products disable trigger stumble`;
  await api.db.sql`update imports set claimed_until = now()`;
  while (await imports.work());
  await api.db.sql`alter table products enable trigger stumble`;
  expect(await read(importId)).toMatchObject({ state: 'done', done: 3, failed: 0, unchanged: 0 });
  expect(await stored()).toEqual(['P-0', 'P-1', 'P-2']);
});

it('holds orders back while many have news to be told, and products never', async () => {
  await api.db.sql`insert into news (order_id) select 'busy-' || n from generate_series(1, 101) n`;
  const orders = await upload('backorders', [
    'orderId,customer.email,shipTo.country,lines.sku,lines.quantity,lines.unitPrice.amount,lines.unitPrice.currency,payment.terms',
    'O-1,ada@example.org,DE,LAMP,1,0,EUR,none',
  ]);
  const lamps = await products('Lamp');
  for (let turn = 0; turn < 3; turn++) await imports.work();
  expect(await read(orders)).toMatchObject({ state: 'running', done: 0 });
  expect(await read(lamps)).toMatchObject({ state: 'done', done: 1 });
  await api.db.sql`delete from news`;
  await api.db.sql`update imports set claimed_until = now() where ended_at is null`;
  await imports.work();
  expect(await read(orders)).toMatchObject({ state: 'done', done: 1, failed: 0 });
});

it('is done by several processes at once, each row once', async () => {
  const importId = await products(...Array.from({ length: 300 }, (_, n) => `Lamp ${n}`));
  const other = createDatabase(api.url, { max: 4 });
  const deps = { db: other, config: { askDays: 7, excitementControl: 0 }, onNews: () => {} };
  const others = createImports({ ...deps, logger: {} as never }, { everyMs: 1 });
  while ((await read(importId)).state !== 'done') await imports.work();
  await others.close();
  await other.close();
  expect(await read(importId)).toMatchObject({ done: 300, failed: 0, unchanged: 0 });
  expect(await stored()).toHaveLength(300);
});
