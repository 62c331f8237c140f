import { describe, expect, it } from 'vitest';
import {
  type LinkSecrets,
  readPageToken,
  signerOf,
  signPageToken,
  signPageTokenAs,
} from '../../../db/page/page-token.ts';

const older = 'o'.repeat(32);
const newer = 'n'.repeat(32);

const link = { orderId: '1001', version: 1 };

/** Puts something else where the token says which link it is. */
const forge = (token: string, change: (bytes: Buffer) => void): string => {
  const bytes = Buffer.from(token, 'base64url');
  change(bytes);
  return bytes.toString('base64url');
};

describe("the token of a customer's page", () => {
  it.each([
    ['1', 1],
    ['1001', 2],
    ['a.b:c-d_e', 65_536],
    ['Z'.repeat(64), 4_294_967_295],
  ])('leads to order %s in version %i, in letters that every URL takes', (orderId, version) => {
    const token = signPageToken([older], { orderId, version });
    expect(token).toMatch(/^[\w-]+$/);
    expect(readPageToken([older], token)).toEqual({ orderId, version });
  });

  it('is the same whenever it is made, so that nothing of it is kept', () => {
    expect(signPageToken([older], link)).toBe('2-r11yWjEJjAbQoiiJuEqgAAAAExMDAx');
  });

  it.each<[string, LinkSecrets, LinkSecrets, boolean]>([
    ['the secret that signed it', [older], [older], true],
    ['both, while the secret is rolled', [older], [newer, older], true],
    ['the one to come, which another process signs with already', [newer], [older, newer], true],
    ['the new one alone, once the old one is taken out', [older], [newer], false],
  ])('is read with %s', (_, signing, reading, isRead) => {
    const token = signPageToken(signing, link);
    expect(readPageToken(reading, token)).toEqual(isRead ? link : undefined);
  });

  it('is signed with the first secret', () => {
    expect(signPageToken([newer, older], link)).toBe(signPageToken([newer], link));
  });

  const token = signPageToken([older], link);

  it.each([
    ['another order', forge(token, (bytes) => bytes.write('1002', 20))],
    ['another version', forge(token, (bytes) => bytes.writeUInt32BE(2, 16))],
    ['another signature', forge(token, (bytes) => bytes.write('x', 0))],
    ['no end', token.slice(0, -1)],
    ['more at its end', `${token}A`],
    ['the same bytes written otherwise', `${token}=`],
    ['nothing', ''],
    ['too little to hold a link', 'A'.repeat(27)],
    ['no signature', 'A'.repeat(28)],
    ['letters that are none of ours', '..%2Fx'],
    ['too much', 'x'.repeat(500)],
  ])('is not believed with %s', (_, other) => {
    expect(readPageToken([older], other)).toBeUndefined();
  });

  it('is made as its signer made it, while that one is listed', () => {
    const stored = { ...link, signer: signerOf([older]) };
    expect(signPageTokenAs([newer, older], stored)).toBe(token);
    expect(signPageTokenAs([newer], stored)).toBe(signPageToken([newer], link));
  });
});
