import { createHmac } from 'node:crypto';
import { isSameText } from '../same-text.ts';
import { type LinkSecrets, secretOf } from './page-token.ts';

const macBytes = 16;
const idBytes = 16;

/** Confirms one new mail address, and opens no page. Derived, like the token of a page. */
export const signAddressToken = ([secret]: LinkSecrets, changeId: string): string =>
  tokenOf(secret, changeId);

/** The change that it confirms, if one of the secrets has signed it. */
export const readAddressToken = (secrets: LinkSecrets, token: string): string | undefined => {
  if (!/^[\w-]{43}$/.test(token)) return undefined;
  const hex = Buffer.from(token, 'base64url').toString('hex', macBytes, macBytes + idBytes);
  const changeId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return secrets.some((secret) => isSameText(tokenOf(secret, changeId), token))
    ? changeId
    : undefined;
};

/** The same token as that signer made, so that a mail that is sent again has the same bytes. */
export const signAddressTokenAs = (
  secrets: LinkSecrets,
  { changeId, signer }: { changeId: string; signer: string },
): string => tokenOf(secretOf(secrets, signer), changeId);

const tokenOf = (secret: string, changeId: string): string => {
  const id = Buffer.from(changeId.replaceAll('-', ''), 'hex');
  // The purpose is signed too, so that a token made for something else confirms nothing.
  const mac = createHmac('sha256', secret).update('address\0').update(id).digest();
  return Buffer.concat([mac.subarray(0, macBytes), id]).toString('base64url');
};
