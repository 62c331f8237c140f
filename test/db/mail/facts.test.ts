import { afterAll, beforeAll, expect, it } from 'vitest';
import { placeOrder } from '../../../db/backorder/place.ts';
import type { Db } from '../../../db/client.ts';
import { getMailFacts } from '../../../db/mail/facts.ts';
import { nameProducts } from '../../api/page/cast.ts';
import { newOrder, place } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 2 });
});
afterAll(() => db.close());

it('a mail knows what was paid with the order', async () => {
  await place(db, { paid: ['LAMP:1'] });
  expect((await getMailFacts(db.sql, 'paid')).paidUpfront).toBeNull();
  await db.sql`update orders set paid_upfront = 5000 where order_id = 'paid'`;
  expect((await getMailFacts(db.sql, 'paid')).paidUpfront).toBe(5000);
});

const titlesOf = async (orderId: string) =>
  (await getMailFacts(db.sql, orderId)).lines.map(({ title }) => title);

it('a mail calls what was bought what it was called then', async () => {
  await nameProducts(db, { CHAIR: 'Oak chair' });
  await place(db, { renamed: ['CHAIR:1', 'TABLE:1'] });
  await nameProducts(db, { CHAIR: 'Pine chair' });
  await place(db, { later: ['CHAIR:1'] });
  expect(await titlesOf('renamed')).toEqual(['Oak chair', 'TABLE']);
  expect(await titlesOf('later')).toEqual(['Pine chair']);
});

it('a mail calls it what the checkout called it, whatever the product is called', async () => {
  await nameProducts(db, { STOOL: 'Stool' });
  const order = newOrder('named', ['STOOL:1', 'STOOL:2']);
  const [first, second] = order.lines;
  if (!first || !second) throw new Error('an order of two lines');
  await placeOrder(db, { ...order, lines: [{ ...first, title: 'Tall stool' }, second] });
  expect(await titlesOf('named')).toEqual(['Tall stool', 'Stool']);
});

it('a mail finds a name later for what had none when it was bought', async () => {
  await place(db, { unnamed: ['SHELF:1'] });
  expect(await titlesOf('unnamed')).toEqual(['SHELF']);
  await nameProducts(db, { SHELF: 'Oak shelf' });
  expect(await titlesOf('unnamed')).toEqual(['Oak shelf']);
});
