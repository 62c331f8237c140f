import { createHash, createHmac } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { builder } from '../builder.ts';
import type { Db, Sql } from '../client.ts';
import { unsubscribeTokens } from '../schema/mail/preferences.ts';
import { type Address, changePreferences, getPreferences } from './preferences.ts';

const tokenBytes = 16;

/**
 * The token of an address, for one-click links (RFC 8058): 128 bits of HMAC-SHA256 (RFC 2104,
 * section 5) as base64url. It is derived, so that the next mail to the address can have it again
 * though only its hash is kept. It opens no page, and does not tell the address.
 */
export const unsubscribeTokenOf = (
  [secret]: readonly [string, ...string[]],
  addressKey: string,
): string => {
  const mac = createHmac('sha256', secret).update('unsubscribe\0').update(addressKey).digest();
  return mac.subarray(0, tokenBytes).toString('base64url');
};

/** Notes that the token was given out. From then on it is good for ever, whatever made it. */
export const noteToken = async (
  sql: Sql,
  { token, addressKey }: { token: string; addressKey: string },
): Promise<void> => {
  await builder(sql)
    .insert(unsubscribeTokens)
    .values({ tokenHash: hashOf(token), addressKey })
    .onConflictDoNothing({ target: unsubscribeTokens.tokenHash });
};

/** The address whose token it is. What cannot be a token is not looked up. */
export const findAddress = async (sql: Sql, token: string): Promise<Address | undefined> => {
  if (!/^[\w-]{22}$/.test(token)) return undefined;
  const [found] = await builder(sql)
    .select({ addressKey: unsubscribeTokens.addressKey })
    .from(unsubscribeTokens)
    .where(eq(unsubscribeTokens.tokenHash, hashOf(token)));
  return found && { ...found, email: await findEmail(sql, found.addressKey) };
};

/** Turns updates off for the address, over all its orders. Repeating it changes nothing. */
export const unsubscribe = async (db: Db, address: Address): Promise<void> => {
  const { updates } = await getPreferences(db.sql, address);
  if (!updates) return;
  await changePreferences(db, address, { by: 'one-click', orderId: null, updates: false });
};

/**
 * The same for a mail to our mailbox whose subject is a token, as `List-Unsubscribe` asks for.
 * False when the subject is none that we have given out.
 */
export const unsubscribeByMail = async (db: Db, subject: string): Promise<boolean> => {
  const address = await findAddress(db.sql, subject.trim());
  if (address === undefined) return false;
  await unsubscribe(db, address);
  return true;
};

/** The address itself, as the newest mail to it has it. */
const findEmail = async (sql: Sql, addressKey: string): Promise<string | null> => {
  const [newest] = await sql<{ email: string }[]>`
    select "to" as email from messages where address_key = ${addressKey} and "to" is not null
    order by at desc limit 1`;
  return newest?.email ?? null;
};

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
