import { randomUUID } from 'node:crypto';
import { parseConfig } from '../../../api/config.ts';
import type { Db } from '../../../db/client.ts';
import { askForAddress } from '../../../db/page/address-change.ts';
import { signAddressToken } from '../../../db/page/address-token.ts';

/** Where the newest change of the order's address is confirmed. */
export const pendingPath = async (db: Db, orderId: string): Promise<string> => {
  const [change] = await db.sql<{ id: string }[]>`
    select id from address_changes where order_id = ${orderId}
    order by requested_at desc limit 1`;
  if (change === undefined) throw new Error(`no change of ${orderId}`);
  return `/a/${signAddressToken(parseConfig({}).linkSecrets, change.id)}`;
};

/** The same of one that is asked for here. More than a few an hour are not. */
export const askedPath = async (
  db: Db,
  orderId: string,
  email = 'new@example.org',
): Promise<string> => {
  await askForAddress(db, { orderId, email, formId: randomUUID() });
  return pendingPath(db, orderId);
};
