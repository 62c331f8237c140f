import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '../../db/client.ts';
import { place } from './cast.ts';
import { freshDatabase } from './fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 1 });
});
afterAll(() => db.close());

const migration = readFileSync(
  new URL('../../db/migrations/0009_links-derived.sql', import.meta.url),
  'utf8',
);

test('links that were kept go out of mails and answers, which stay otherwise', async () => {
  const { sql } = db;
  await place(db, { A: ['LAMP:1'] });
  await sql`alter table orders drop column link_version, add column token text`;
  await sql`alter table orders add constraint orders_token unique (token)`;
  await sql`alter table messages drop column page_link`;
  await sql`update orders set token = 'Ab-_secret'`;
  const html = '<a href="https://x.example/b/Ab-_secret/pay">"Pay"</a>';
  await sql`
    insert into messages (order_id, key, kind, class, decision, at, mail)
    values ('A', 'k', 'confirmation', 'service', 'sent', now(), ${sql.json({ html })})`;
  const answer = {
    orderId: 'A',
    links: { status: 'https://x.example/b/Ab-_secret', workflow: 'w' },
  };
  await sql`
    insert into idempotency_keys (principal, key, route, body_hash, response) values
      ('p', '1', 'r', 'h', ${sql.json(answer)}), ('p', '2', 'r', 'h', ${sql.json({ code: 'c' })})`;
  for (const step of migration.split('--> statement-breakpoint')) await sql.unsafe(step);
  expect(await sql`select mail, page_link from messages`).toEqual([
    {
      mail: { html: '<a href="https://x.example/b/__PAGE_TOKEN__/pay">"Pay"</a>' },
      pageLink: { version: 1, signer: '' },
    },
  ]);
  expect(await sql`select response from idempotency_keys order by key`).toEqual([
    { response: { ...answer, links: { status: null, workflow: 'w' } } },
    { response: { code: 'c' } },
  ]);
  expect(await sql`select link_version from orders`).toEqual([{ linkVersion: 1 }]);
});
