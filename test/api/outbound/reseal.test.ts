import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSeal } from '../../../api/access/sealed.ts';
import { resealAll } from '../../../api/outbound/reseal.ts';
import { createSecret, createSign } from '../../../api/outbound/secret.ts';
import type { Db } from '../../../db/client.ts';
import { findEndpoint, putEndpoint } from '../../../db/outbound/endpoints.ts';
import { empty } from '../../db/cast.ts';
import { freshDatabase } from '../../db/fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(() => empty(db));

const old = 'an-old-secret-of-thirty-two-letters';
const now = 'the-new-secret-of-thirty-two-letter';

const make = async (endpointId: string): Promise<string> => {
  const { secret, sealed } = createSecret(createSeal([old]), endpointId);
  const wanted = { url: 'https://shop.example/', personalData: false, events: [] };
  await putEndpoint(db, { endpointId, ...wanted, secret: { sealed, endsAt: null } });
  return secret;
};

const sign = async (endpointId: string, seal = createSeal([now])) => {
  const endpoint = await findEndpoint(db.sql, endpointId);
  if (endpoint === undefined) throw new Error('no endpoint');
  return createSign(
    seal,
    endpoint,
    new Date().toISOString(),
  )({ id: 'e', at: new Date(0), body: '' });
};

test('an endpoint signs as before once our own secret was rolled', async () => {
  await make('shop');
  const before = await sign('shop', createSeal([old]));
  await expect(sign('shop')).rejects.toThrow();
  await resealAll(db.sql, createSeal([now, old]));
  expect(await sign('shop')).toEqual(before);
});

test('one whose secret nobody can read keeps no other from being sealed anew', async () => {
  await make('a');
  await make('b');
  await db.sql`
    update webhook_endpoints set secrets = '[{"sealed":"s1.x.y","endsAt":null}]' where endpoint_id = 'b'`;
  await resealAll(db.sql, createSeal([now, old]));
  expect(await sign('a')).toBeTruthy();
  await expect(sign('b')).rejects.toThrow();
});
