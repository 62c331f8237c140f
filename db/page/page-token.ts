import { createHmac } from 'node:crypto';
import { isSameText } from '../same-text.ts';

/** One link to the page of an order. A new link has the next version, and ends the one before. */
export type PageLink = { orderId: string; version: number };

/** The first signs, and all are believed, so that one can be rolled. */
export type LinkSecrets = readonly [string, ...string[]];

const macBytes = 16;
const versionBytes = 4;

/**
 * The token in the link: a MAC, the version and the order's id, as base64url. It is derived, so
 * that nothing kept in the database opens a page. 128 bits of HMAC-SHA256 (RFC 2104, section 5).
 */
export const signPageToken = ([secret]: LinkSecrets, link: PageLink): string =>
  tokenOf(secret, link);

/** What the token names, if one of the secrets has signed it. Says nothing of links since. */
export const readPageToken = (secrets: LinkSecrets, token: string): PageLink | undefined => {
  if (!/^[\w-]{28,112}$/.test(token)) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  const link = {
    orderId: bytes.toString('utf8', macBytes + versionBytes),
    version: bytes.readUInt32BE(macBytes),
  };
  return secrets.some((secret) => isSameText(tokenOf(secret, link), token)) ? link : undefined;
};

/** Tells the secrets apart, in a few letters that are no secret themselves. */
export const signerOf = ([secret]: LinkSecrets): string =>
  createHmac('sha256', secret).update('name of the signer').digest('base64url').slice(0, 6);

/**
 * The secret that goes by this name, so that a mail that is sent again has the same bytes. One that
 * is not listed any more is followed by the first.
 */
export const secretOf = (secrets: LinkSecrets, signer: string): string =>
  secrets.find((secret) => signerOf([secret]) === signer) ?? secrets[0];

/** The same token as that signer made. */
export const signPageTokenAs = (
  secrets: LinkSecrets,
  { signer, ...link }: PageLink & { signer: string },
): string => tokenOf(secretOf(secrets, signer), link);

const tokenOf = (secret: string, { orderId, version }: PageLink): string => {
  const head = Buffer.alloc(versionBytes);
  head.writeUInt32BE(version);
  const named = Buffer.concat([head, Buffer.from(orderId)]);
  // The purpose is signed too, so that a token made for something else opens no page.
  const mac = createHmac('sha256', secret).update('page\0').update(named).digest();
  return Buffer.concat([mac.subarray(0, macBytes), named]).toString('base64url');
};
